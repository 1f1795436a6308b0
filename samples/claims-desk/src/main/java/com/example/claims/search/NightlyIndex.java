package com.example.claims.search;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

@ApplicationScoped
public class NightlyIndex {
  @Inject SimilarClaims similar;

  @Scheduled(cron = "0 0 3 * * ?")
  void run() {
    similar.index();
  }
}
