package dev.aiaudit.configsource;

import java.util.Optional;
import java.util.function.Function;

/** Resolves {@code ${name:default}} and {@code ${name:-default}}, nested, within limits. */
final class Placeholders {

  /**
   * An outcome.
   *
   * @param text with open placeholders as written
   * @param replaced whether anything was replaced
   * @param open whether a placeholder stays
   */
  record Resolved(String text, boolean replaced, boolean open) {}

  private static final int MAX_DEPTH = 8;
  private static final int MAX_LENGTH = 4_000;

  private final Function<String, Optional<String>> lookup;
  private boolean replaced;
  private boolean open;

  private Placeholders(Function<String, Optional<String>> lookup) {
    this.lookup = lookup;
  }

  /**
   * Resolves a value.
   *
   * @param lookup value of a name, itself unresolved
   */
  static Resolved resolve(String value, Function<String, Optional<String>> lookup) {
    Placeholders placeholders = new Placeholders(lookup);
    String text = placeholders.expand(value, 0);
    boolean template = text.contains("{{") || text.startsWith("@") && text.endsWith("@");
    return new Resolved(text, placeholders.replaced, placeholders.open || template);
  }

  private String expand(String value, int depth) {
    int start = value.indexOf("${");
    if (start < 0) {
      return value;
    }
    StringBuilder out = new StringBuilder();
    int from = 0;
    while (start >= 0 && out.length() < MAX_LENGTH) {
      int end = close(value, start + 2);
      if (end < 0) {
        break;
      }
      boolean escaped = start > 0 && value.charAt(start - 1) == '\\';
      String inner = value.substring(start + 2, end);
      out.append(value, from, start);
      out.append(escaped ? "${" + inner + "}" : one(inner, depth));
      from = end + 1;
      start = value.indexOf("${", from);
    }
    return out.append(value, from, value.length()).toString();
  }

  private static int close(String value, int from) {
    int depth = 0;
    for (int i = from; i < value.length(); i++) {
      if (value.startsWith("${", i)) {
        depth++;
      } else if (value.charAt(i) == '}' && depth-- == 0) {
        return i;
      }
    }
    return -1;
  }

  private String one(String inner, int depth) {
    int colon = inner.indexOf(':');
    String name = (colon < 0 ? inner : inner.substring(0, colon)).strip();
    if (depth >= MAX_DEPTH || name.contains("${")) {
      open = true;
      return "${" + inner + "}";
    }
    Optional<String> value = lookup.apply(name).filter(v -> !v.equals("${" + name + "}"));
    if (value.isPresent()) {
      replaced = true;
      return expand(value.get(), depth + 1);
    }
    if (colon >= 0 && !inner.startsWith(":?", colon)) {
      replaced = true;
      int skip = inner.startsWith(":-", colon) ? 2 : 1;
      return expand(inner.substring(colon + skip), depth + 1);
    }
    open = true;
    return "${" + name + "}";
  }
}
