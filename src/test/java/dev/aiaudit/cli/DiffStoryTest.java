package dev.aiaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.change.GitRepository;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a team lives with a gate that looks at changes only, in a real repository. */
class DiffStoryTest {
  private static final String SERVICE = "src/main/java/shop/Service.java";
  private static final String CALLER = "src/main/java/shop/Caller.java";
  private static final String OLD = "src/main/java/shop/Old.java";
  private static final String UNGUARDED = "return model.chat(text);";
  private static final String GUARDED =
      "try { return model.chat(text); } catch (RuntimeException e) { return \"See our FAQ.\"; }";

  @TempDir Path root;
  private GitRepository repository;

  @BeforeEach
  void anOldDebtAndAGuardedCall() {
    repository = GitRepository.in(root);
    repository
        .write(OLD, controller("Old", UNGUARDED))
        .write(SERVICE, service(GUARDED))
        .write(CALLER, caller("service.answer(text)"))
        .commit("start");
  }

  @Test
  void whatIsOldPassesAndWhatTheChangeBringsFails() {
    assertThat(run("gate").code()).isEqualTo(ExitCode.FINDINGS);
    assertGate(ExitCode.OK, "HEAD");

    repository.git("switch", "-q", "-c", "feature");
    repository.write("src/main/java/shop/New.java", controller("New", UNGUARDED)).commit("call");
    CliRun failed = assertGate(ExitCode.FINDINGS, "main");
    assertThat(failed.out()).contains("New.java:10", "/new").doesNotContain("Old.java:10");

    repository.write("src/main/java/shop/New.java", controller("New", GUARDED)).commit("guard");
    assertGate(ExitCode.OK, "main");
  }

  @Test
  void aGuardTakenAwayInOneFileFailsForTheUnchangedCallerInAnother() {
    repository.write(SERVICE, service(UNGUARDED));
    CliRun failed = assertGate(ExitCode.FINDINGS, "HEAD");
    assertThat(failed.out()).contains("Service.java", "/caller");
    assertThat(failed.err()).contains("1 error found");

    // The other way round: the call stays as it was, the guard was in the caller.
    repository
        .write(CALLER, caller("guarded(text)"))
        .commit("guard in the caller, not in the service");
    assertGate(ExitCode.OK, "HEAD~1");
    repository.write(CALLER, caller("service.answer(text)"));
    assertThat(assertGate(ExitCode.FINDINGS, "HEAD").out()).contains("Service.java", "/caller");
  }

  @Test
  void ignoresExpireAndBrokenFilesAreNotPassed() {
    String comment = "// ai-audit: ignore[AIA001] the FAQ is shown (until 2027-01-31)\n    ";
    repository.write(SERVICE, service(comment + UNGUARDED));
    assertThat(assertGate(ExitCode.OK, "HEAD").err()).contains("1 suppressed");
    assertThat(run("gate", "--diff-base", "HEAD", "--today", "2027-02-01").code())
        .isEqualTo(ExitCode.FINDINGS);

    repository.write("src/main/java/shop/Broken.java", "import dev.langchain4j.model.*; class {");
    assertGate(ExitCode.INCOMPLETE, "HEAD");
  }

  @Test
  void takingAwayAnIgnoreBringsItsFindingBack() {
    String comment = "// ai-audit: ignore[AIA001] the FAQ is shown\n    ";
    repository.write(SERVICE, service(comment + UNGUARDED)).commit("ignored");
    repository.write(SERVICE, service(UNGUARDED));
    assertThat(assertGate(ExitCode.FINDINGS, "HEAD").out()).contains("what ignored it is gone");
  }

  @Test
  void movedRenamedAndReformattedCodeIsNotNew() {
    repository.git("mv", OLD, "src/main/java/shop/Renamed.java");
    repository.write(
        "src/main/java/shop/Renamed.java",
        "// moved down\n\n" + controller("Renamed", "return   model\n   .chat( text );"));
    assertGate(ExitCode.OK, "HEAD");
  }

  @Test
  void aCallThatGoesToAnotherMethodIsNotNewButASecondOneIs() {
    String extracted =
        controller(
            "Old", "return answer(text); }\n  private String answer(String text) { " + UNGUARDED);
    repository.write(OLD, extracted);
    assertGate(ExitCode.OK, "HEAD");

    // The old one is guarded now, and an unguarded one stands beside it.
    repository.write(
        OLD,
        controller(
            "Old",
            GUARDED + " }\n  @GetMapping(\"/b\") String answer(String text) { " + UNGUARDED));
    assertThat(assertGate(ExitCode.FINDINGS, "HEAD").out()).contains("/b");
  }

  @Test
  void anotherEntryPointThatWaitsForAnOldCallMakesItWorse() {
    repository.write(
        "src/main/java/shop/Second.java",
        """
        package shop;
        import org.springframework.web.bind.annotation.*;
        @RestController
        class Second {
          private final Old old;
          Second(Old old) { this.old = old; }
          @GetMapping("/second")
          String ask(String text) {
            return old.ask(text);
          }
        }
        """);
    assertThat(assertGate(ExitCode.FINDINGS, "HEAD").out())
        .contains("worse than before: now also from GET");
  }

  @Test
  void theSameAnswersComeFromADiffOnStandardInput() {
    repository.git("switch", "-q", "-c", "feature");
    repository.write(SERVICE, service(UNGUARDED)).commit("no guard");
    String diff = repository.git("diff", "main");
    CliRun failed = feed(diff, "gate", "--diff", "-");
    assertThat(failed.code()).as(failed.err()).isEqualTo(ExitCode.FINDINGS);
    assertThat(failed.out()).contains("Service.java").doesNotContain("Old.java:10");
    assertThat(feed("", "gate", "--diff", "-").code()).isEqualTo(ExitCode.OK);
  }

  @Test
  void aPastThatCannotBeToldIsAUsageErrorWithWhatHelps() {
    CliRun unknown = run("gate", "--diff-base", "origin/main");
    assertThat(unknown.code()).isEqualTo(ExitCode.USAGE);
    assertThat(unknown.err()).contains("no revision 'origin/main'", "fetch");
    CliRun malformed = feed("@@ -1 +1 @@\n", "gate", "--diff", "-");
    assertThat(malformed.code()).isEqualTo(ExitCode.USAGE);
    CliRun foreign = feed("--- a/X.java\n+++ b/X.java\n@@ -1 +1 @@\n-a\n+b\n", "gate", "--diff=-");
    assertThat(foreign.code()).isEqualTo(ExitCode.USAGE);
    assertThat(foreign.err()).contains("X.java");
    assertThat(run("gate", "--diff-base", "--upload-pack=x").code()).isEqualTo(ExitCode.USAGE);
    assertThat(run("gate", "--diff-base", "HEAD", "--diff", "-").code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void theChangeTellsWhatItFixes() {
    repository.write(OLD, controller("Old", GUARDED));
    assertThat(assertGate(ExitCode.OK, "HEAD").err()).contains("the change fixes 1 finding");
  }

  private CliRun assertGate(ExitCode code, String base) {
    CliRun run = run("gate", "--diff-base", base);
    assertThat(run.code()).as(run.err() + run.out()).isEqualTo(code);
    return run;
  }

  private CliRun run(String... arguments) {
    return feed("", arguments);
  }

  private CliRun feed(String input, String... arguments) {
    return CliRun.fed(
        input, root, new EngineScanner("test"), GitRepository.environment(), arguments);
  }

  private static String controller(String name, String body) {
    return """
    package shop;
    import dev.langchain4j.model.chat.ChatModel;
    import org.springframework.web.bind.annotation.*;
    @RestController
    class %s {
      private final ChatModel model;
      %s(ChatModel model) { this.model = model; }
      @GetMapping("/%s")
      String ask(String text) {
        %s
      }
    }
    """
        .formatted(name, name, name.toLowerCase(java.util.Locale.ROOT), body);
  }

  private static String caller(String call) {
    return """
    package shop;
    import org.springframework.web.bind.annotation.*;
    @RestController
    class Caller {
      private final Service service;
      Caller(Service service) { this.service = service; }
      @GetMapping("/caller")
      String ask(String text) {
        return %s;
      }
      private String guarded(String text) {
        try { return service.answer(text); } catch (RuntimeException e) { return "See our FAQ."; }
      }
    }
    """
        .formatted(call);
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
}
