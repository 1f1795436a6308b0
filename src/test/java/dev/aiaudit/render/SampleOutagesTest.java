package dev.aiaudit.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.model.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What somebody who read the samples' sources says about an outage: the entry point, who is down,
 * what it does, how long its caller hangs, and its cut sets.
 */
class SampleOutagesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      claims-desk    | http POST /claims                       | openai    | survives | PT10S | -
      claims-desk    | http POST /claims                       | anthropic | survives | -     | -
      claims-desk    | http POST /claims                       | both      | degrades | PT20S | -
      claims-desk    | http GET /claims/{id}/letter            | openai    | fails    | PT20.5S | openai
      claims-desk    | http GET /claims/{id}/summary           | openai    | fails    | PT20S | openai
      claims-desk    | http GET /claims/{id}/fraud-score       | openai    | fails    | PT10S | openai
      claims-desk    | http GET /claims/{id}/similar           | openai    | degrades | PT10S | -
      claims-desk    | scheduled 0 0 3 * * ?                   | openai    | fails    | -     | openai
      newsroom       | main DigestCommand.main                 | anthropic | fails    | -     | anthropic
      newsroom       | http /headline                          | anthropic | fails    | PT20.5S | anthropic
      newsroom       | http /fact-check                        | openai    | fails    | PT15S | openai
      newsroom       | http /tags                              | anthropic | fails    | PT20.5S | anthropic
      newsroom       | http /translation                       | anthropic | fails    | PT41S | anthropic
      newsroom       | http POST /summaries                    | openai    | degrades | PT20.5S | -
      newsroom       | http POST /summaries                    | anthropic | survives | -     | -
      newsroom       | http POST /summaries                    | both      | degrades | PT41S | -
      shop-assistant | http POST /assistant/chat               | openai    | fails    | endless | openai
      shop-assistant | http GET /assistant/stream              | openai    | fails    | endless | openai
      shop-assistant | http GET /assistant/suggestion          | openai    | degrades | endless | -
      shop-assistant | http GET /products/{id}/description     | openai    | survives | endless | -
      shop-assistant | http GET /products/{id}/description     | anthropic | survives | -     | -
      shop-assistant | http GET /products/{id}/description     | both      | degrades | endless | -
      shop-assistant | http GET /products/{id}/name/{language} | openai    | fails    | endless | openai
      shop-assistant | http POST /reviews/summary              | openai    | fails    | endless | openai
      shop-assistant | message reviews.submitted               | openai    | fails    | -     | openai
      """)
  void theOutcomeIsTheOneThatWasReadFromTheSource(
      String sample, String entry, String down, String outcome, String hang, String cutSets)
      throws Exception {
    Path file = Path.of("samples", sample, "expected", "report.json");
    Report report = JsonReader.read(Files.readString(file));
    List<String> providers = down.equals("both") ? List.of("anthropic", "openai") : List.of(down);
    Outage.Effect effect =
        Outage.of(report, providers).effects().stream()
            .filter(e -> Phrases.entry(e.entry()).equals(entry))
            .findFirst()
            .orElseThrow();

    assertThat(effect.outcome().word()).isEqualTo(outcome);
    assertThat(hang(effect.hang())).isEqualTo(hang);
    String found =
        effect.entry().cutSets().stream().map(s -> String.join("+", s)).findFirst().orElse("-");
    assertThat(found).isEqualTo(cutSets);
  }

  private static String hang(Outage.Hang hang) {
    return hang.endless() ? "endless" : hang.most().map(Object::toString).orElse("-");
  }
}
