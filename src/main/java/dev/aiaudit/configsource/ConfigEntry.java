package dev.aiaudit.configsource;

import dev.aiaudit.model.Evidence;
import dev.aiaudit.model.Location;
import java.util.Optional;

/**
 * One setting as a file states it.
 *
 * @param key dotted path, or name of an environment variable, as written
 * @param value as written, with placeholders; literal credentials are replaced by {@link
 *     Secrets#MASK}
 * @param profile profile or profile expression under which it applies
 * @param source kind of file
 * @param scope folder it applies to: that of the module, or of the compose build context
 * @param test whether only tests see it
 * @param exposed whether the value was a literal that looks like a real credential
 * @param evidence declared, or assumed if the file had to be recovered
 * @param location of the key
 */
public record ConfigEntry(
    String key,
    String value,
    Optional<String> profile,
    EntrySource source,
    String scope,
    boolean test,
    boolean exposed,
    Evidence evidence,
    Location location) {

  /** The key in the form in which keys are compared. */
  public String canonicalKey() {
    return ConfigKey.canonical(key);
  }
}
