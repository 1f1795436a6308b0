package dev.aiaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a team lives with the gate, from the first day on. */
class GateStoryTest {
  private static final String OLD = "src/main/java/shop/Old.java";
  private static final String NEW = "src/main/java/shop/New.java";
  private static final String SERVICE = "src/main/java/shop/Service.java";
  private static final String UNGUARDED = "return model.chat(text);";
  private static final String GUARDED =
      "try { return model.chat(text); } catch (RuntimeException e) { return \"See our FAQ.\"; }";

  @TempDir Path root;

  @Test
  void adoptAddGuardUnguardIgnoreExpireAndBreak() throws IOException {
    controller(OLD, "Old", "/old", "", UNGUARDED);
    assertGate(ExitCode.FINDINGS, "");

    assertThat(run("baseline").code()).isEqualTo(ExitCode.OK);
    assertGate(ExitCode.OK, "known before");

    controller(NEW, "New", "/new", "", UNGUARDED);
    assertThat(assertGate(ExitCode.FINDINGS, "").out())
        .contains("New.java:10", "/new")
        .as("what is known is not repeated as new");

    controller(NEW, "New", "/new", "", GUARDED);
    assertGate(ExitCode.OK, "known before");

    // A guard in another file: taking it away leaves the unchanged caller unguarded.
    write(NEW, caller());
    write(SERVICE, service(GUARDED));
    assertGate(ExitCode.OK, "");
    write(SERVICE, service(UNGUARDED));
    assertThat(assertGate(ExitCode.FINDINGS, "").out()).contains("Service.java", "/new");

    String comment = "// ai-audit: ignore[AIA001] we show the FAQ (until 2027-01-31)\n    ";
    write(SERVICE, service(comment + UNGUARDED));
    assertThat(assertGate(ExitCode.OK, "", "--today", "2026-11-24").err()).contains("1 suppressed");
    assertGate(ExitCode.FINDINGS, "", "--today", "2027-02-01");

    write("src/main/java/shop/Broken.java", "import dev.langchain4j.model.chat.*; class {");
    assertGate(ExitCode.INCOMPLETE, "", "--today", "2026-11-24");
  }

  @Test
  void theExampleOfTheDocumentationIsAValidSettingsFile() throws IOException {
    String page = Files.readString(Path.of("docs/configuration.md"));
    Matcher example = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(page);
    assertThat(example.find()).isTrue();
    write(".ai-audit.yml", example.group(1));

    CliRun run = run("gate");
    assertThat(run.err()).doesNotContain(".ai-audit.yml:");
    assertThat(run.code()).isNotEqualTo(ExitCode.USAGE);
  }

  private CliRun assertGate(ExitCode code, String reason, String... options) {
    String[] line = new String[options.length + 1];
    line[0] = "gate";
    System.arraycopy(options, 0, line, 1, options.length);
    CliRun run = run(line);
    assertThat(run.code()).as(run.err()).isEqualTo(code);
    assertThat(run.err().strip()).as("a gate says why it ends as it does").isNotEmpty();
    assertThat(run.err()).contains(reason);
    return run;
  }

  private CliRun run(String... arguments) {
    return CliRun.of(root, new EngineScanner("test"), Map.of(), arguments);
  }

  private void controller(String file, String name, String route, String comment, String body)
      throws IOException {
    write(
        file,
        """
        package shop;
        import dev.langchain4j.model.chat.ChatModel;
        import org.springframework.web.bind.annotation.*;
        @RestController
        class %s {
          private final ChatModel model;
          %s(ChatModel model) { this.model = model; }
          @GetMapping("%s")
          String ask(String text) {
            %s%s
          }
        }
        """
            .formatted(name, name, route, comment, body));
  }

  private static String caller() {
    return """
    package shop;
    import org.springframework.web.bind.annotation.*;
    @RestController
    class New {
      private final Service service;
      New(Service service) { this.service = service; }
      @GetMapping("/new")
      String ask(String text) {
        return service.answer(text);
      }
    }
    """;
  }

  private static String service(String body) {
    return """
    package shop;
    import dev.langchain4j.model.chat.ChatModel;
    class Service {
      private final ChatModel model;
      Service(ChatModel model) { this.model = model; }
      String answer(String text) {
        %s
      }
    }
    """
        .formatted(body);
  }

  private void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
