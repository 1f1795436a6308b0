package com.example.triage;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class TriageController {
  private final Triage triage;

  public TriageController(Triage triage) {
    this.triage = triage;
  }

  @PostMapping("/triage")
  public Desk desk(@RequestBody String letter) {
    return triage.desk(letter);
  }
}
