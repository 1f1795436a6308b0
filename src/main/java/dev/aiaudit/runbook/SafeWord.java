package dev.aiaudit.runbook;

import java.util.Locale;
import java.util.Optional;

/**
 * Words of the scanned tree that may stand in a command or a piece of code that people copy at
 * night. What holds any other character than the few that mean nothing to a shell is refused.
 */
final class SafeWord {
  private static final int LONGEST = 200;

  private SafeWord() {}

  /** A property key, a metric or a class name. */
  static Optional<String> name(String text) {
    return only(text, "._-");
  }

  /** An http or https URL without user, query and fragment. */
  static Optional<String> url(String text) {
    boolean web = text.startsWith("https://") || text.startsWith("http://");
    return web ? only(text, "._-:/~") : Optional.empty();
  }

  /**
   * The environment variable by which Spring Boot or MicroProfile Config takes a property from
   * outside. Spring Boot drops hyphens, MicroProfile Config replaces them.
   */
  static Optional<String> environment(String key, boolean microProfile) {
    return name(key)
        .map(k -> microProfile ? k : k.replace("-", ""))
        .map(k -> k.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT));
  }

  private static Optional<String> only(String text, String marks) {
    boolean plain =
        !text.isEmpty()
            && text.length() <= LONGEST
            && !text.startsWith("-")
            && text.chars()
                .allMatch(
                    c ->
                        c >= 'a' && c <= 'z'
                            || c >= 'A' && c <= 'Z'
                            || c >= '0' && c <= '9'
                            || marks.indexOf(c) >= 0);
    return plain ? Optional.of(text) : Optional.empty();
  }
}
