package dev.aiaudit.detect.provider;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The values that a string can have.
 *
 * @param values those that the tree tells
 * @param open whether run time can give others
 */
record Text(SortedSet<String> values, boolean open) {

  /** No value at all. */
  static final Text NONE = new Text(new TreeSet<>(), false);

  /** Only run time knows. */
  static final Text OPEN = new Text(new TreeSet<>(), true);

  static Text of(String value) {
    return value.isBlank() ? NONE : new Text(new TreeSet<>(Set.of(value)), false);
  }

  Text or(Text other) {
    SortedSet<String> all = new TreeSet<>(values);
    all.addAll(other.values);
    return new Text(all, open || other.open);
  }

  boolean isEmpty() {
    return values.isEmpty() && !open;
  }
}
