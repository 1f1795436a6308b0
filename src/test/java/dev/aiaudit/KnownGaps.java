package dev.aiaudit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.aiaudit.catalog.data.DataException;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Examples that state what is right and that the engine does not do yet. A listed example has to
 * fail: when it starts to pass, the test fails until its name is taken off the list.
 *
 * @param names of the examples
 */
record KnownGaps(Set<String> names) {

  /** A comparison that throws an {@link AssertionError} when it does not hold. */
  @FunctionalInterface
  interface Check {
    void run() throws Exception;
  }

  static KnownGaps of(String... names) {
    return new KnownGaps(Set.of(names));
  }

  /** Runs the check of an example; one that is listed has to fail. */
  void check(String name, Check check) throws Exception {
    if (!names.contains(name)) {
      check.run();
      return;
    }
    try {
      check.run();
    } catch (AssertionError | DataException expected) {
      return;
    }
    fail("\"%s\" holds now: take it off the list of known gaps", name);
  }

  /** Every listed name has to be the name of an example. */
  void assertAllExist(Stream<String> examples) {
    assertThat(examples.toList()).containsAll(names);
  }
}
