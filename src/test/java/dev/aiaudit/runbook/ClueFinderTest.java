package dev.aiaudit.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.runbook.Clue.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClueFinderTest {

  private static List<String> found(Kind kind, String text) {
    ClueFinder finder = new ClueFinder();
    finder.read("src/main/java/A.java", text);
    return finder.clues().stream().filter(c -> c.kind() == kind).map(Clue::name).toList();
  }

  @Test
  void onlyWhatAHandlerLogsIsALogLineOfTheFailure() {
    String code =
        """
          void a() {
            log.warn("no such session");
            try {
              ask();
            } catch (Exception e) {
              if (late) {
                log.error("asking failed", e);
              }

              log.warn("given up");
            }
            log.warn("all done");
          }
        """;
    assertThat(found(Kind.LOG_LINE, code)).containsExactly("asking failed", "given up");
  }

  @Test
  void aLambdaForFailuresIsAHandler() {
    String code =
        """
          flux
              .doOnError(e -> log.error("stream broke", e))
              .map(x -> log.warn("odd answer"));
        """;
    assertThat(found(Kind.LOG_LINE, code)).containsExactly("stream broke");
  }

  @Test
  void aMethodThatTakesTheFailureIsAHandler() {
    String code =
        """
          String other(Product product, Throwable failed) {
            log.warn("asking the other one");
          }
        """;
    assertThat(found(Kind.LOG_LINE, code)).containsExactly("asking the other one");
  }

  @Test
  void aCounterOfAnotherLibraryHasANameThatIsNotKnownHere() {
    String counter = "registry.counter(\"ai.calls\").increment();\n";
    assertThat(found(Kind.COUNTER, "import com.codahale.metrics.MetricRegistry;\n" + counter))
        .isEmpty();
    assertThat(found(Kind.COUNTER, "import io.micrometer.core.instrument.Counter;\n" + counter))
        .containsExactly("ai.calls");
  }
}
