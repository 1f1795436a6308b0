package dev.aiaudit.trace;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A type pattern of a pointcut, such as {@code com.acme..*Service}.
 *
 * @param written without a plus at the end
 * @param subtypes whether types below count too
 */
record TypePattern(String written, boolean subtypes) {

  /** Reads the written form. */
  static TypePattern of(String text) {
    String plain = text.strip();
    return plain.endsWith("+")
        ? new TypePattern(plain.substring(0, plain.length() - 1), true)
        : new TypePattern(plain, false);
  }

  /** Whether it names one type. */
  boolean exact() {
    return !written.contains("*") && !written.contains("..");
  }

  /** Whether the full name of a type fits. */
  boolean fits(String type) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (written.startsWith("..", i)) {
        regex.append("\\.(?:.*\\.)?");
        i++;
      } else {
        regex.append(c == '*' ? "[^.]*" : Pattern.quote(String.valueOf(c)));
      }
    }
    return type.matches(regex.toString());
  }

  /** The package under which all fitting types are; empty when any package fits. */
  Optional<String> root() {
    int open = written.length();
    for (String wild : new String[] {"..", "*"}) {
      int found = written.indexOf(wild);
      open = found >= 0 ? Math.min(open, found) : open;
    }
    String fixed = written.substring(0, open);
    int end = written.startsWith("..", open) ? fixed.length() : fixed.lastIndexOf('.');
    return end <= 0 ? Optional.empty() : Optional.of(fixed.substring(0, end));
  }

  /** Whether a simple name fits a pattern with asterisks. */
  static boolean text(String pattern, String name) {
    StringBuilder regex = new StringBuilder();
    for (String part : pattern.split("(?=\\*)|(?<=\\*)")) {
      regex.append(part.equals("*") ? ".*" : Pattern.quote(part));
    }
    return name.matches(regex.toString());
  }

  /** The class that a bean is an object of, by its default name. */
  static String ofBean(String bean) {
    return bean.isEmpty() ? "" : bean.substring(0, 1).toUpperCase(Locale.ROOT) + bean.substring(1);
  }
}
