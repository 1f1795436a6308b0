package com.example.claims;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Repository;

@Repository
public class Summaries {
  private final Map<String, String> byClaim = new ConcurrentHashMap<>();

  public void save(String claim, String summary) {
    byClaim.put(claim, summary);
  }

  public String of(String claim) {
    return byClaim.getOrDefault(claim, "");
  }
}
