package dev.aiaudit.model;

/**
 * A fact about an AI dependency found in a build, configuration or infrastructure file.
 *
 * @param location where it is written
 * @param what its kind
 * @param provider provider id, or {@code configured} or {@code unknown}
 * @param detail a sentence or a value for people; never a secret
 * @param evidence how the tool knows
 */
public record ConfigFact(
    Location location, FactKind what, String provider, String detail, Evidence evidence) {}
