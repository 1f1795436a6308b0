package dev.aiaudit.configsource;

import dev.aiaudit.model.Evidence;
import dev.aiaudit.model.Location;
import java.util.List;
import java.util.Optional;

/**
 * The value of a key that applies, and those that lose against it.
 *
 * @param key as the winning file writes it
 * @param value with placeholders resolved as far as the tree tells; credentials are masked
 * @param evidence declared (literal in the module), derived (through placeholders or another
 *     module), assumed (only an example, an inactive profile or a recovered file says so), unknown
 *     (a placeholder stays open; it is still in the value)
 * @param profile under which it applies, empty for always
 * @param location of the winner
 * @param losers other values, best first; their own losers are empty
 */
public record ConfigValue(
    String key,
    String value,
    Evidence evidence,
    Optional<String> profile,
    Location location,
    List<ConfigValue> losers) {

  /** Keeps the losers unmodifiable. */
  public ConfigValue {
    losers = List.copyOf(losers);
  }

  /** Whether the whole value is known. */
  public boolean known() {
    return evidence != Evidence.UNKNOWN;
  }

  ConfigValue withLosers(List<ConfigValue> others) {
    return new ConfigValue(key, value, evidence, profile, location, others);
  }
}
