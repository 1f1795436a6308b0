package dev.aiaudit.configsource;

import java.util.List;
import java.util.Locale;

/** Relaxed binding: the spellings of a key that frameworks take for the same. */
public final class ConfigKey {

  private ConfigKey() {}

  /**
   * The form in which keys are compared: lower case, without dashes and underscores; dots and list
   * indexes stay.
   *
   * @param key kebab-case, camelCase or snake_case path
   */
  public static String canonical(String key) {
    StringBuilder out = new StringBuilder(key.length());
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (c != '-' && c != '_' && c != '"') {
        out.append(c);
      }
    }
    return out.toString().toLowerCase(Locale.ROOT);
  }

  /**
   * The environment variables that set a key, in the spellings of Spring, Quarkus and Micronaut.
   *
   * @param key dotted path
   */
  public static List<String> environmentNames(String key) {
    String upper = key.toUpperCase(Locale.ROOT).replace("\"", "_");
    String dots = upper.replace('.', '_').replace('[', '_').replace("]", "");
    return List.of(dots.replace('-', '_'), dots.replace("-", "")).stream().distinct().toList();
  }
}
