package com.example.news;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class NewsController {
  private final Editor editor;

  public NewsController(Editor editor) {
    this.editor = editor;
  }

  @PostMapping("/headline")
  public String headline(@RequestBody String article) {
    return editor.ask("A headline for: " + article);
  }

  @PostMapping("/translation")
  public String translation(@RequestBody String article) {
    return editor.ask("In English: " + article);
  }
}
