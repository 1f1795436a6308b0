package dev.aiaudit.detect.http;

import dev.aiaudit.model.Evidence;
import dev.aiaudit.model.Operation;

/**
 * A URL that an AI provider serves.
 *
 * @param provider provider id, {@code configured} or {@code unknown}
 * @param evidence how it is known
 * @param operation what is asked for
 * @param alternative whether another value of the URL has more weight
 */
record AiUrl(String provider, Evidence evidence, Operation operation, boolean alternative) {

  /** The same URL, served by a gateway. */
  AiUrl servedBy(String gateway) {
    return new AiUrl(gateway, evidence, operation, alternative);
  }
}
