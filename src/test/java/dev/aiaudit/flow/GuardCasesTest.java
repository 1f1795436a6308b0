package dev.aiaudit.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every known way in which a guard does nothing is a case with both sides, or is listed as open.
 */
class GuardCasesTest {

  @TempDir Path temp;

  @TestFactory
  Stream<DynamicTest> whatDoesNothingIsNotTakenForAGuard() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (GuardCase one : GuardCase.all()) {
      String name = String.join(", ", one.ids());
      tests.add(dynamicTest(name + " (bad)", () -> check(name, one, one.bad())));
      for (GuardCase.Side good : one.good()) {
        tests.add(dynamicTest(name + " (good)", () -> check(name, one, good)));
      }
    }
    return tests.stream();
  }

  @Test
  void everyFactIsACaseOrIsListedAsOpen() throws IOException {
    Set<String> covered =
        GuardCase.all().stream()
            .flatMap(c -> c.ids().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> open =
        Files.readAllLines(GuardCase.FOLDER.resolve("open.txt")).stream()
            .filter(l -> !l.isBlank())
            .map(l -> l.substring(0, l.indexOf(": ")))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(covered).doesNotContainAnyElementsOf(open);
    covered.addAll(open);
    assertThat(covered)
        .containsExactlyInAnyOrderElementsOf(
            Files.readAllLines(GuardCase.FOLDER.resolve("ids.txt")));
  }

  private void check(String name, GuardCase one, GuardCase.Side side) throws Exception {
    Scanned found = Scanned.of(Files.createTempDirectory(temp, "case"), one.files(side));
    List<String> facts = found.facts();
    for (String expected : side.expected()) {
      if (expected.startsWith("no ")) {
        assertThat(facts).as("%s%n%s", name, side.code()).doesNotContain(expected.substring(3));
      } else {
        assertThat(facts).as("%s%n%s", name, side.code()).contains(expected);
      }
    }
  }
}
