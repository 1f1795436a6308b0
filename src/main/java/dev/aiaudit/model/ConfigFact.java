package dev.aiaudit.model;

import java.util.Optional;

/**
 * A fact about an AI dependency found in a build, configuration or infrastructure file.
 *
 * @param location where it is written
 * @param what its kind
 * @param provider provider id, or {@code configured} or {@code unknown}
 * @param detail a sentence or a value for people; never a secret
 * @param evidence how the tool knows
 * @param verdict what it is worth while the provider is down, if that was judged
 * @param gate for a step of a pipeline, whether a merge or a release waits for it
 * @param module name of the module that the file belongs to
 */
public record ConfigFact(
    Location location,
    FactKind what,
    String provider,
    String detail,
    Evidence evidence,
    Optional<FactVerdict> verdict,
    Optional<CheckGate> gate,
    Optional<String> module) {

  /** A fact that nobody judged. */
  public ConfigFact(
      Location location, FactKind what, String provider, String detail, Evidence evidence) {
    this(
        location,
        what,
        provider,
        detail,
        evidence,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same fact with a verdict. */
  public ConfigFact judged(FactVerdict worth) {
    return new ConfigFact(
        location, what, provider, detail, evidence, Optional.of(worth), gate, module);
  }

  /** The same fact of a step that a merge or a release waits for, or does not. */
  public ConfigFact gated(CheckGate waiting) {
    return new ConfigFact(
        location, what, provider, detail, evidence, verdict, Optional.of(waiting), module);
  }

  /** The same fact of this module. */
  public ConfigFact in(Optional<String> name) {
    return new ConfigFact(location, what, provider, detail, evidence, verdict, gate, name);
  }
}
