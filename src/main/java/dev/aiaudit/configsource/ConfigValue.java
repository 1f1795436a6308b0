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
 * @param active whether it applies by default: always, or under a profile that counts
 * @param location of the winner
 * @param losers other values, best first; their own losers are empty
 */
public record ConfigValue(
    String key,
    String value,
    Evidence evidence,
    Optional<String> profile,
    boolean active,
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

  /** Whether only a profile says it that is not active. */
  public boolean inactive() {
    return !active;
  }

  /** The same with other losers. */
  public ConfigValue withLosers(List<ConfigValue> others) {
    return new ConfigValue(key, value, evidence, profile, active, location, others);
  }

  ConfigValue assumed() {
    return evidence == Evidence.UNKNOWN
        ? this
        : new ConfigValue(key, value, Evidence.ASSUMED, profile, active, location, losers);
  }
}
