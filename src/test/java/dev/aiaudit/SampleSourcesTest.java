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

  private static final Path SAMPLES = Path.of("samples");

  private static List<Path> javaFiles(Path sample) throws IOException {
    try (Stream<Path> files = Files.walk(sample)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  @TestFactory
  Stream<DynamicTest> everySampleParsesAndStatesTheFindingsOfTheFirstFourRules()
      throws IOException {
    try (Stream<Path> samples = Files.list(SAMPLES)) {
      return samples.filter(Files::isDirectory).sorted().toList().stream()
          .map(sample -> dynamicTest(sample.toString(), () -> assertSample(sample)));
    }
  }

  private static void assertSample(Path sample) throws IOException {
    ParserConfiguration java17 = new ParserConfiguration().setLanguageLevel(LanguageLevel.JAVA_17);
    StringBuilder all = new StringBuilder();
    for (Path file : javaFiles(sample)) {
      String source = Files.readString(file);
      assertThat(new JavaParser(java17).parse(source).getProblems()).as("%s", file).isEmpty();
      all.append(source);
    }
    assertThat(all)
        .contains("// finding: AIA001", "// finding: AIA003", "// finding: AIA004")
        .contains("etached");
    assertThat(sample.resolve("README.md")).exists();
    assertThat(sample.resolve("pom.xml")).exists();
  }
}
