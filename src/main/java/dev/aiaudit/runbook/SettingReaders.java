package dev.aiaudit.runbook;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells which settings of an application nobody reads. */
final class SettingReaders {
  /** Keys that a library reads by itself. */
  private static final Pattern LIBRARY =
      Pattern.compile(
          "^(?:spring|quarkus|langchain4j|resilience4j|management|server|mp|micronaut|helidon"
              + "|camel|smallrye)\\.");

  private final Set<String> names = new HashSet<>();

  /** {@code clues}: keys, and the starts of keys that a class takes over as a whole. */
  SettingReaders(List<Clue> clues) {
    clues.forEach(clue -> names.add(canonical(clue.name())));
  }

  /**
   * Whether a key may be read: by a library, by code that names it or a part of it from the start,
   * or because it is no key of the application's own settings at all.
   */
  boolean mayRead(String key) {
    if (key.indexOf('.') < 0 || LIBRARY.matcher(key).find()) {
      return true;
    }
    String part = canonical(key);
    while (!names.contains(part)) {
      int dot = part.lastIndexOf('.');
      if (dot < 0) {
        return false;
      }
      part = part.substring(0, dot);
    }
    return true;
  }

  /** Frameworks take {@code max-attempts}, {@code maxAttempts} and {@code MAX_ATTEMPTS} for one. */
  private static String canonical(String key) {
    return key.toLowerCase(Locale.ROOT)
        .replace("-", "")
        .replace("_", "")
        .replaceAll("\\[[^\\]]{0,40}\\]", "");
  }
}
