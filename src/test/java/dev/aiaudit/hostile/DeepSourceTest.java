package dev.aiaudit.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.javasource.JavaParserReader;
import dev.aiaudit.javasource.JavaParserReader.SyntaxException;
import dev.aiaudit.javasource.NestingGuard;
import dev.aiaudit.javasource.ParseLimits;
import dev.aiaudit.javasource.ParsePool;
import dev.aiaudit.model.Report;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Threat 2: sources nested so deeply that a recursive reader runs out of its stack. */
class DeepSourceTest {
  private static final List<Integer> DEPTHS = List.of(100, 1_000, 10_000, 50_000);

  @TempDir Path root;

  @Test
  void everyShapeIsParsedOrNamedAndTheCallBesideItIsFound() {
    Tree tree = new Tree(root).with("Ask.java", Tree.CALL);
    int files = 0;
    for (Shape shape : Shape.ALL) {
      for (int depth : DEPTHS) {
        tree.with("deep/T" + files++ + ".java", shape.source(depth));
      }
    }
    Report report = tree.audit();

    assertThat(report.inventory().callSites())
        .anyMatch(s -> s.location().file().equals("Ask.java"));
    for (int i = 0; i < files; i++) {
      String file = "deep/T" + i + ".java";
      boolean named = report.diagnostics().stream().anyMatch(d -> d.file().equals(file));
      boolean found =
          report.inventory().callSites().stream().anyMatch(s -> s.location().file().equals(file));
      assertThat(named || found).as("%s is neither analysed nor named", file).isTrue();
    }
  }

  @Test
  void onAStackOfOneMegabyteEveryShapeHasAnOutcome() {
    ThreadLocal<JavaParserReader> readers = ThreadLocal.withInitial(JavaParserReader::new);
    ParseLimits small = new ParseLimits(Duration.ofSeconds(20), Duration.ZERO, 30, 2, 1 << 20);
    List<String> texts =
        Shape.ALL.stream()
            .flatMap(s -> DEPTHS.stream().map(s::source))
            .filter(t -> NestingGuard.reasonNotToParse(t).isEmpty())
            .toList();
    try (ParsePool<String, Boolean> pool =
        new ParsePool<>(t -> parses(readers.get(), t), String::length, 2, small)) {
      assertThat(pool.all(texts)).hasSize(texts.size());
      assertThat(pool.abandoned()).isZero();
      assertThat(pool.one(Tree.CALL).value()).as("the pool still works").hasValue(true);
    }
  }

  private static boolean parses(JavaParserReader reader, String text) {
    try {
      return !reader.read("T.java", text).path().isEmpty();
    } catch (SyntaxException expected) {
      return false;
    }
  }
}
