package dev.aiaudit.model;

import java.util.Optional;

/**
 * Something written to make a provider's failure rarer, shorter or harmless.
 *
 * @param kind what it is
 * @param by the library or construct, such as {@code resilience4j}, {@code try-catch}, {@code
 *     sdk-default}
 * @param location where it is written
 * @param effective whether it can act at all
 * @param reason why an ineffective guard does nothing
 * @param value its setting, such as {@code PT30S} or {@code 3 attempts}
 * @param evidence how the tool knows
 */
public record Guard(
    GuardKind kind,
    String by,
    Location location,
    boolean effective,
    Optional<String> reason,
    Optional<String> value,
    Evidence evidence) {

  /** A guard that is written at the location and can act. */
  public static Guard effective(GuardKind kind, String by, Location location) {
    return new Guard(
        kind, by, location, true, Optional.empty(), Optional.empty(), Evidence.DECLARED);
  }

  /** A guard that is written at the location and cannot act, for the reason given. */
  public static Guard ineffective(GuardKind kind, String by, Location location, String reason) {
    return new Guard(
        kind, by, location, false, Optional.of(reason), Optional.empty(), Evidence.DECLARED);
  }

  /** The same guard with its setting. */
  public Guard withValue(String newValue) {
    return new Guard(kind, by, location, effective, reason, Optional.of(newValue), evidence);
  }
}
