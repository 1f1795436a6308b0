package dev.aiaudit.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.catalog.build.CatalogCompiler;
import dev.aiaudit.catalog.data.CatalogData;
import dev.aiaudit.catalog.data.DataNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every entry of the shipped catalogue against the examples that stand in it. */
class CatalogExamplesTest {
  private static final CatalogData DATA = read();
  private static final Catalog CATALOG = Catalog.of(DATA);

  private static CatalogData read() {
    try {
      return CatalogData.of(CatalogCompiler.tree(Path.of("src/main/catalog")));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @TestFactory
  Stream<DynamicTest> every_entry_matches_its_examples_and_not_its_counterexamples() {
    return Stream.of("sdk", "http")
        .flatMap(section -> DATA.section(section).stream())
        .map(entry -> DynamicTest.dynamicTest(entry.text("id"), () -> check(entry)));
  }

  private static void check(DataNode entry) {
    String family = CATALOG.sdk(entry.text("id")).orElseThrow().family();
    List<String> wrong = new ArrayList<>();
    for (String example : entry.get("examples").texts("match")) {
      List<CallPattern> sites = Chain.sites(CATALOG, example);
      if (sites.isEmpty()
          || !family.equals(CATALOG.sdk(sites.get(0).sdk()).orElseThrow().family())) {
        wrong.add("no match: " + example + " -> " + sites);
      }
    }
    for (String example : entry.get("examples").texts("no-match")) {
      List<CallPattern> sites = Chain.sites(CATALOG, example);
      if (!sites.isEmpty()) {
        wrong.add("match: " + example + " -> " + sites);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(entry.get("examples").texts("no-match")).isNotEmpty();
  }
}
