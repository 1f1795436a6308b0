package com.example.search;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class TitleController {
  private final Titles titles;

  public TitleController(Titles titles) {
    this.titles = titles;
  }

  @PostMapping("/titles")
  public String title(@RequestBody String text) {
    return titles.title(text);
  }
}
