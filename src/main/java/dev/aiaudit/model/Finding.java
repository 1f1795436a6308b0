package dev.aiaudit.model;

import java.util.List;
import java.util.Optional;

/**
 * What a rule has to say about one place.
 *
 * @param ruleId such as {@code AIA001}
 * @param message what is wrong, in one sentence
 * @param remediation what to do about it
 * @param location where to look
 * @param callSite id of the call site concerned
 * @param entryPoint id of the entry point of the witness path
 * @param path the witness path
 * @param fingerprint anchored on rule, class, method, callee and ordinal, never on line numbers
 * @param suppression why it does not count
 * @param related other places that the same finding is about, in order; the location is the first
 */
public record Finding(
    String ruleId,
    Severity severity,
    String message,
    String remediation,
    Location location,
    Optional<String> callSite,
    Optional<String> entryPoint,
    List<Frame> path,
    String fingerprint,
    Optional<Suppression> suppression,
    List<Location> related) {

  /** Copies the lists. */
  public Finding {
    path = List.copyOf(path);
    related = List.copyOf(related);
  }

  /** A finding about one place. */
  public Finding(
      String ruleId,
      Severity severity,
      String message,
      String remediation,
      Location location,
      Optional<String> callSite,
      Optional<String> entryPoint,
      List<Frame> path,
      String fingerprint,
      Optional<Suppression> suppression) {
    this(
        ruleId,
        severity,
        message,
        remediation,
        location,
        callSite,
        entryPoint,
        path,
        fingerprint,
        suppression,
        List.of());
  }

  /** The same finding with the reason why it does not count. */
  public Finding suppressedBy(Suppression newSuppression) {
    return with(severity, message, Optional.of(newSuppression), related);
  }

  /** The same finding about other places, too. */
  public Finding about(List<Location> others) {
    return with(severity, message, suppression, others);
  }

  /** The same finding with the severity that the settings give it. */
  public Finding withSeverity(Severity newSeverity) {
    return with(newSeverity, message, suppression, related);
  }

  /** The same finding with another sentence. */
  public Finding withMessage(String newMessage) {
    return with(severity, newMessage, suppression, related);
  }

  private Finding with(
      Severity newSeverity,
      String newMessage,
      Optional<Suppression> newSuppression,
      List<Location> others) {
    return new Finding(
        ruleId,
        newSeverity,
        newMessage,
        remediation,
        location,
        callSite,
        entryPoint,
        path,
        fingerprint,
        newSuppression,
        others);
  }
}
