package com.example.replies;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class ReplyController {
  private final ReplyWriter writer;

  public ReplyController(ReplyWriter writer) {
    this.writer = writer;
  }

  @PostMapping("/replies")
  public String reply(@RequestBody String letter) {
    return writer.reply(letter);
  }
}
