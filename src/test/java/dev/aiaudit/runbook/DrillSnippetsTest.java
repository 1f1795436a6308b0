package dev.aiaudit.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import dev.aiaudit.catalog.Catalog;
import dev.aiaudit.catalog.facts.ProviderFacts;
import dev.aiaudit.catalog.facts.ProviderFactsReader;
import dev.aiaudit.model.Location;
import dev.aiaudit.model.Report;
import dev.aiaudit.render.CannedReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a drill page offers to copy is well formed, for whatever is known of each provider. */
class DrillSnippetsTest {
  private static final Map<String, ProviderFacts> FACTS =
      ProviderFactsReader.all(Catalog.load().data());

  @TempDir Path temp;

  static Stream<String> providers() {
    return FACTS.keySet().stream().sorted();
  }

  private static Map<String, List<String>> fences(String provider, String testText) {
    Report report = CannedReport.usual();
    Runbook book =
        Runbook.of(
            report,
            report.providers().get(0),
            Optional.ofNullable(FACTS.get(provider)),
            List.of(new Clue(Clue.Kind.TEST, "T", testText, Location.ofLine("T.java", 1))),
            Owners.of(Map.of()),
            Duration.ofMinutes(20));
    StringBuilder page = new StringBuilder();
    RunbookWriter writer = new RunbookWriter(new Templates(Map.of()), "../");
    writer.page(book).forEach(block -> page.append(block.body()).append('\n'));
    writer.drills(book).forEach(block -> page.append(block.body()).append('\n'));
    Map<String, List<String>> fences = new java.util.TreeMap<>();
    Parser.builder()
        .build()
        .parse(page.toString())
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(FencedCodeBlock fence) {
                fences
                    .computeIfAbsent(fence.getInfo(), k -> new ArrayList<>())
                    .add(fence.getLiteral());
              }
            });
    return fences;
  }

  @ParameterizedTest
  @MethodSource("providers")
  void thereIsAStubForEachOutageStatus(String provider) throws IOException {
    TreeSet<String> stubbed = new TreeSet<>();
    for (String json : fences(provider, "").getOrDefault("json", List.of())) {
      JsonNode stub = new ObjectMapper().readTree(json);
      assertThat(stub.at("/request/method").asText()).isEqualTo("ANY");
      stubbed.add(stub.at("/response/status").asText());
    }
    FACTS.get(provider).outage().stream()
        .map(shape -> shape.code())
        .filter(code -> code.matches("\\d{3}"))
        .forEach(code -> assertThat(stubbed).contains(code));
    assertThat(stubbed).contains("200").hasSizeGreaterThan(1);
  }

  @ParameterizedTest
  @MethodSource("providers")
  @DisabledOnOs(OS.WINDOWS)
  void commandsAreShell(String provider) throws IOException, InterruptedException {
    List<String> commands = fences(provider, "").getOrDefault("sh", List.of());
    assertThat(commands).isNotEmpty();
    for (String command : commands) {
      Path script = Files.writeString(temp.resolve("script"), command);
      Process shell = new ProcessBuilder("sh", "-n", script.toString()).start();
      assertThat(shell.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(shell.exitValue()).as(command).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("providers")
  void enqueuedAnswersAreJava(String provider) {
    List<String> java = fences(provider, "").getOrDefault("java", List.of());
    assertThat(java).hasSize(2);
    assertThat(parser().parseBlock("{" + java.get(0) + "}").isSuccessful()).isTrue();
    assertThat(parser().parse(java.get(1)).isSuccessful()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import org.junit.Test;",
        "import org.junit.jupiter.api.Test; import org.mockito.Mock;",
        "@SpringBootTest import com.github.tomakehurst.wiremock.WireMockServer;",
        "@QuarkusTest import okhttp3.mockwebserver.MockWebServer;",
      })
  void theSkeletonIsJavaInTheStyleOfTheProject(String style) {
    String skeleton = fences("openai", style).getOrDefault("java", List.of()).get(1);
    assertThat(parser().parse(skeleton).isSuccessful()).as(skeleton).isTrue();
    boolean old = style.contains("org.junit.Test");
    assertThat(skeleton.contains("import org.junit.Test;")).isEqualTo(old);
    assertThat(skeleton.contains("public class ")).isEqualTo(old);
    assertThat(skeleton.contains("WireMockServer provider")).isEqualTo(style.contains("WireMock"));
    assertThat(skeleton.contains("MockWebServer provider"))
        .isEqualTo(style.contains("MockWebServer"));
    assertThat(skeleton.contains("@SpringBootTest")).isEqualTo(style.contains("@Spring"));
    assertThat(skeleton.contains("@QuarkusTest")).isEqualTo(style.contains("@Quarkus"));
  }

  private static JavaParser parser() {
    return new JavaParser(
        new ParserConfiguration().setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_17));
  }
}
