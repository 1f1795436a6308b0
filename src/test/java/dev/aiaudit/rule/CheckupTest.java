package dev.aiaudit.rule;

import static dev.aiaudit.rule.Fixtures.line;
import static dev.aiaudit.rule.Fixtures.site;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.model.EntryKind;
import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.model.Operation;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckupTest {

  private static boolean checkup(String method, String route, Operation operation) {
    EntryPoint entry =
        new EntryPoint(
            "e",
            EntryKind.HTTP,
            "shop.Api." + method,
            Optional.ofNullable(route),
            line(1),
            true,
            new TreeMap<>(),
            List.of(),
            List.of());
    return Checkup.is(Optional.of(entry), site().operation(operation).build());
  }

  @ParameterizedTest
  @CsvSource({
    "health,",
    "testConnection,POST /admin/ai/connection",
    "testOpenAiConnection,GET /api/v1/debug/openai-test",
    "checkApiKey,POST /keys",
    "testProvider,POST /providers/{id}/test",
    "status,GET /ai/status"
  })
  void anEntryThatTellsHowTheProviderFaresIsOne(String method, String route) {
    assertThat(checkup(method, route, Operation.CHAT)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "generateTest,POST /tests",
    "doPost,POST /api/test",
    "test,GET /ai/test",
    "createTestQuestions,POST /quiz/{id}/test-questions",
    "answer,POST /quiz/personality-test",
    "testimonial,POST /testimonials",
    "checkGrammar,POST /check",
    "statusReport,POST /status-report",
    "models,GET /models"
  })
  void anEntryThatAnswersAUserIsNone(String method, String route) {
    assertThat(checkup(method, route, Operation.CHAT)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "listModels,GET /models,true",
    "getBalance,,true",
    "generateVideo,POST /videos,false"
  })
  void aListOfWhatAnAccountHasIsOne(String method, String route, boolean is) {
    assertThat(checkup(method, route, Operation.OTHER)).isEqualTo(is);
  }
}
