package com.example.guide;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class GuideController {
  private final Places places;
  private final Teasers teasers;

  public GuideController(Places places, Teasers teasers) {
    this.places = places;
    this.teasers = teasers;
  }

  @GetMapping("/places/{id}/teaser")
  public String teaser(@PathVariable String id) {
    return teasers.teaser(places.get(id));
  }
}
