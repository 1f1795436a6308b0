package com.example.claims.letter;

import com.example.claims.Claim;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.faulttolerance.Fallback;

/** Falls back to a smaller model, which is down whenever the larger one's provider is. */
@ApplicationScoped
public class Summaries {
  @Inject LetterWriter writer;
  @Inject ShortWriter shortWriter;

  @Fallback(fallbackMethod = "shortSummary")
  public String summarise(Claim claim) {
    return writer.summary(claim.text()); // finding: AIA003
  }

  String shortSummary(Claim claim) {
    return shortWriter.summary(claim.text()); // finding: AIA001
  }
}
