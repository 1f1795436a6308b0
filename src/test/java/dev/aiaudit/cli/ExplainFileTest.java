package dev.aiaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainFileTest {
  @TempDir Path root;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(
        root.resolve("Ask.java"),
        """
        package shop;
        import java.net.URI;
        import java.net.http.*;
        import dev.langchain4j.model.chat.ChatModel;
        class Ask {
          private final ChatModel model = null;
          String ask(String text) {
            return model.chat(text);
          }
          Object weather(HttpClient http) throws Exception {
            HttpRequest request = HttpRequest.newBuilder(URI.create("https://weather.example")).build();
            return http.send(request, null);
          }
        }
        """);
    Files.writeString(root.resolve("Plain.java"), "class Plain {}");
    Files.writeString(root.resolve("Broken.java"), "import dev.langchain4j.model.*; class {");
    Files.writeString(root.resolve("notes.txt"), "notes");
  }

  @Test
  void aFileWithACallShowsItsTypesClientsSitesAndWhatIsNone() {
    assertThat(explain("Ask.java").out())
        .contains("Ask.java was parsed")
        .contains("langchain4j")
        .contains("  shop.Ask\n")
        .contains("  6: model: dev.langchain4j.model.chat.ChatModel")
        .contains("  8: ChatModel.chat: ")
        .contains("  12: send() sends a request, and nothing ties its URL to an AI provider");
  }

  @Test
  void everyFileHasAReason() {
    assertThat(explain("Plain.java").out()).contains("was indexed and not parsed");
    assertThat(explain("Broken.java").out()).contains("was not parsed").contains("1: error");
    assertThat(explain("notes.txt").out()).contains("of a kind that is not analysed");
    assertThat(explain("absent.java").out()).contains("is not part of the scan");
  }

  @Test
  void aFileOutsideTheRootIsAUsageError() {
    CliRun run = explain("../elsewhere.java");

    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("is not below");
  }

  @Test
  void theCatalogueIsThereAsJson() throws IOException {
    CliRun run =
        CliRun.of(root, new EngineScanner("test"), Map.of(), "catalog", "--format", "json");
    JsonNode catalog = new ObjectMapper().readTree(run.bytes());

    assertThat(catalog.path("providers").findValuesAsText("id")).contains("anthropic", "openai");
    JsonNode openai = find(catalog.path("sdks"), "openai-java");
    assertThat(openai.path("sources")).isNotEmpty();
    assertThat(openai.path("checkedOn").asText()).matches("\\d{4}-\\d{2}-\\d{2}");
    assertThat(openai.path("requests").toString()).contains("\"create\"");
  }

  private static JsonNode find(JsonNode sdks, String id) {
    for (JsonNode sdk : sdks) {
      if (sdk.path("id").asText().equals(id)) {
        return sdk;
      }
    }
    throw new AssertionError("no " + id);
  }

  private CliRun explain(String file) {
    return CliRun.of(root, new EngineScanner("test"), Map.of(), "explain", "--file", file);
  }
}
