package dev.aiaudit.model;

import java.util.Optional;

/**
 * Why a finding does not count.
 *
 * @param kind where the suppression is written
 * @param reason the author's words
 * @param expires ISO date after which it counts again
 */
public record Suppression(Kind kind, String reason, Optional<String> expires) {

  /** Where a suppression is written. */
  public enum Kind implements Named {
    INLINE,
    CONFIG,
    BASELINE
  }
}
