package com.example.claims;

import dev.langchain4j.model.chat.ChatModel;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Tries again for an hour; what fails even then goes to a dead-letter topic, and no claim is lost. */
@ApplicationScoped
public class Summariser {
  @Inject ChatModel model;
  @Inject Summaries summaries;

  @Incoming("claims-in")
  @Blocking
  @Retry(
      maxRetries = 12,
      delay = 10,
      delayUnit = ChronoUnit.SECONDS,
      maxDuration = 1,
      durationUnit = ChronoUnit.HOURS)
  @ExponentialBackoff(maxDelay = 10, maxDelayUnit = ChronoUnit.MINUTES)
  public void summarise(Claim claim) {
    summaries.save(claim.id(), model.chat("Sum up: " + claim.text()));
  }
}
