package dev.aiaudit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The sample applications are valid Java, and each shows the mistakes that the samples are there to
 * show.
 */
class SampleSourcesTest {

  private static List<Path> javaFiles(Path sample) throws IOException {
    return Samples.files(sample).stream().filter(f -> f.toString().endsWith(".java")).toList();
  }

  @TestFactory
  Stream<DynamicTest> everySampleParsesAndStatesTheFindingsOfTheFirstFourRules()
      throws IOException {
    return Samples.applications().stream()
        .map(sample -> dynamicTest(sample, () -> assertSample(Samples.ROOT.resolve(sample))));
  }

  @TestFactory
  Stream<DynamicTest> everySideOfAPatternIsAProjectThatParses() throws IOException {
    return Samples.pairs().stream()
        .flatMap(pair -> Stream.of(pair.resolve("before"), pair.resolve("after")))
        .map(side -> dynamicTest(side.toString(), () -> assertProject(side)));
  }

  private static void assertProject(Path side) throws IOException {
    assertThat(sources(side)).isNotEmpty();
    assertThat(side.resolve("pom.xml")).exists();
    assertThat(side.getParent().resolveSibling("README.md")).exists();
  }

  /** All sources of a project, each of which parses. */
  private static String sources(Path sample) throws IOException {
    ParserConfiguration java17 = new ParserConfiguration().setLanguageLevel(LanguageLevel.JAVA_17);
    StringBuilder all = new StringBuilder();
    for (Path file : javaFiles(sample)) {
      String source = Files.readString(file);
      assertThat(new JavaParser(java17).parse(source).getProblems()).as("%s", file).isEmpty();
      all.append(source);
    }
    return all.toString();
  }

  private static void assertSample(Path sample) throws IOException {
    assertThat(sources(sample))
        .contains("// finding: AIA001", "// finding: AIA003", "// finding: AIA004")
        .contains("etached");
    assertThat(sample.resolve("README.md")).exists();
    assertThat(sample.resolve("pom.xml")).exists();
  }
}
