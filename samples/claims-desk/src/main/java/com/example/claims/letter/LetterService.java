package com.example.claims.letter;

import com.example.claims.Claim;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;

/** A retry and a circuit breaker without a fallback: the letter fails faster, but it fails. */
@ApplicationScoped
public class LetterService {
  @Inject LetterWriter writer;

  @Retry(maxRetries = 1, delay = 500)
  @CircuitBreaker(requestVolumeThreshold = 10)
  public String reply(Claim claim) {
    return writer.reply(claim.text()); // finding: AIA001
  }
}
