package com.example.claims.fraud;

import com.example.claims.Claim;
import org.eclipse.microprofile.faulttolerance.Fallback;

/** Not a bean: the annotation does nothing on an object that is made with new. */
public class FraudScorer {
  private final FraudAssistant assistant;

  public FraudScorer(FraudAssistant assistant) {
    this.assistant = assistant;
  }

  @Fallback(fallbackMethod = "byAmount") // finding: AIA004
  public int score(Claim claim) {
    return assistant.score(claim.text()); // finding: AIA001
  }

  int byAmount(Claim claim) {
    return claim.text().length() > 2000 ? 60 : 20;
  }
}
