package dev.aiaudit.detect.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** Combines sets of texts, bounded in number. */
final class Texts {
  /** More texts than this for one expression tell nobody anything. */
  private static final int MOST = 12;

  static final List<TextValue> UNKNOWN = List.of(TextValue.UNKNOWN);

  private Texts() {}

  /** Every text of the left with every one of the right behind it. */
  static List<TextValue> concat(List<TextValue> left, List<TextValue> right) {
    return combine(left, right, TextValue::then);
  }

  /** As {@link #concat}, with exactly one slash between. */
  static List<TextValue> slash(List<TextValue> left, List<TextValue> right) {
    return combine(left, right, TextValue::slash);
  }

  private static List<TextValue> combine(
      List<TextValue> left, List<TextValue> right, BinaryOperator<TextValue> how) {
    List<TextValue> rights = right.isEmpty() ? UNKNOWN : right;
    List<TextValue> out = new ArrayList<>();
    for (TextValue l : left.isEmpty() ? UNKNOWN : left) {
      for (TextValue r : rights) {
        out.add(how.apply(l, r));
      }
    }
    return distinct(out);
  }

  /**
   * Different templates in order of appearance; an unknown text is kept only if it is the only one.
   */
  static List<TextValue> distinct(Collection<TextValue> values) {
    Map<String, TextValue> out = new LinkedHashMap<>();
    for (TextValue v : values) {
      if (out.size() < MOST) {
        out.merge(v.template(), v, (a, b) -> a.alternative() && !b.alternative() ? b : a);
      }
    }
    if (out.size() > 1 && out.containsKey("")) {
      out.remove("");
    }
    return List.copyOf(out.values());
  }

  static List<TextValue> map(List<TextValue> values, UnaryOperator<String> change) {
    return distinct(values.stream().map(v -> v.with(change)).toList());
  }

  static List<TextValue> derived(List<TextValue> values) {
    return values.stream().map(TextValue::derived).toList();
  }
}
