package com.example.claims.fraud;

import com.example.claims.Claim;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

@ApplicationScoped
public class FraudCheck {
  private final FraudScorer scorer;

  @Inject
  public FraudCheck(FraudAssistant assistant) {
    this.scorer = new FraudScorer(assistant);
  }

  public int score(Claim claim) {
    return scorer.score(claim);
  }
}
