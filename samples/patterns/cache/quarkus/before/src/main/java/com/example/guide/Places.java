package com.example.guide;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

@ApplicationScoped
public class Places {
  private final Map<String, Place> places =
      Map.of(
          "mill", new Place("mill", "Old mill", "Built in 1740, and the bread is from here."),
          "pier", new Place("pier", "Pier", "Boats leave every hour."));

  public Place get(String id) {
    return places.get(id);
  }
}
