package dev.aiaudit.detect.http;

import dev.aiaudit.configsource.ConfigValue;
import dev.aiaudit.configsource.Configuration;
import dev.aiaudit.configsource.ProjectConfig;
import dev.aiaudit.model.Evidence;
import dev.aiaudit.resolve.DeclaredType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What settings of the tree say, seen from a type. */
final class Settings {
  private static final Pattern OPEN = Pattern.compile("\\$\\{[^{}]*\\}|\\{\\{[^{}]*\\}\\}");
  private static final int MAX_DEPTH = 6;

  private final ProjectConfig config;

  Settings(ProjectConfig config) {
    this.config = config;
  }

  /** The values of a text with {@code ${key:default}}, such as the argument of {@code @Value}. */
  List<TextValue> placeholders(String text, DeclaredType in) {
    return expand(text, in, 0);
  }

  private List<TextValue> expand(String text, DeclaredType in, int depth) {
    int start = text.indexOf("${");
    if (depth > MAX_DEPTH || text.startsWith("#{") && start < 0) {
      return Texts.UNKNOWN;
    }
    int end = start < 0 ? -1 : close(text, start + 2);
    if (end < 0) {
      return List.of(new TextValue(text, Evidence.DERIVED, Set.of(), false));
    }
    String inner = text.substring(start + 2, end);
    int colon = inner.indexOf(':');
    String key = (colon < 0 ? inner : inner.substring(0, colon)).strip();
    List<TextValue> fallback =
        colon < 0 ? List.of() : expand(inner.substring(colon + 1), in, depth + 1);
    List<TextValue> value = key(key, fallback, in);
    List<TextValue> before =
        List.of(new TextValue(text.substring(0, start), Evidence.DERIVED, Set.of(), false));
    List<TextValue> left = Texts.concat(before, value);
    String rest = text.substring(end + 1);
    return rest.isEmpty() ? left : Texts.concat(left, expand(rest, in, depth + 1));
  }

  private static int close(String text, int from) {
    int depth = 0;
    for (int i = from; i < text.length(); i++) {
      if (text.startsWith("${", i)) {
        depth++;
      } else if (text.charAt(i) == '}' && depth-- == 0) {
        return i;
      }
    }
    return -1;
  }

  /** The values of a key; the fallback when no file gives it one. */
  List<TextValue> key(String key, List<TextValue> fallback, DeclaredType in) {
    return answer(key, settings().value(module(in), key), fallback);
  }

  /** The values of an environment variable. */
  List<TextValue> variable(String name, List<TextValue> fallback, DeclaredType in) {
    return answer(name, settings().variable(module(in), name), fallback);
  }

  private Configuration settings() {
    return config.configuration();
  }

  private String module(DeclaredType in) {
    return config.modules().dirOf(in.file().path());
  }

  private static List<TextValue> answer(
      String key, Optional<ConfigValue> found, List<TextValue> fallback) {
    List<TextValue> out = new ArrayList<>();
    found.ifPresent(
        v -> {
          add(v, key, false, out);
          v.losers().forEach(l -> add(l, key, !out.isEmpty(), out));
        });
    if (out.stream().allMatch(TextValue::unknown)) {
      fallback.stream()
          .filter(f -> !f.template().isBlank())
          .map(f -> new TextValue(f.template(), Evidence.DERIVED, keys(f, key), false))
          .forEach(out::add);
      out.removeIf(v -> v.unknown() && !fallback.isEmpty() && out.size() > 1);
    }
    return out.isEmpty() ? List.of(TextValue.unset(key)) : Texts.distinct(out);
  }

  private static Set<String> keys(TextValue value, String key) {
    Set<String> keys = new java.util.LinkedHashSet<>(value.keys());
    keys.add(key);
    return keys;
  }

  private static void add(ConfigValue value, String key, boolean loser, List<TextValue> out) {
    String text = OPEN.matcher(value.value().strip()).replaceAll("{}");
    if (!text.isEmpty()) {
      Evidence evidence =
          value.evidence() == Evidence.ASSUMED ? Evidence.ASSUMED : Evidence.DERIVED;
      out.add(new TextValue(text, evidence, Set.of(key), loser));
    }
  }
}
