package dev.aiaudit.render;

import dev.aiaudit.model.CallPath;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.ConfigFact;
import dev.aiaudit.model.Coupling;
import dev.aiaudit.model.Coverage;
import dev.aiaudit.model.Diagnostic;
import dev.aiaudit.model.EntryKind;
import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.model.Evidence;
import dev.aiaudit.model.FactKind;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Frame;
import dev.aiaudit.model.Guard;
import dev.aiaudit.model.GuardKind;
import dev.aiaudit.model.Handling;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.model.Location;
import dev.aiaudit.model.Mode;
import dev.aiaudit.model.Operation;
import dev.aiaudit.model.Outcome;
import dev.aiaudit.model.Provider;
import dev.aiaudit.model.Report;
import dev.aiaudit.model.Severity;
import dev.aiaudit.model.Sla;
import dev.aiaudit.model.Suppression;
import dev.aiaudit.model.Via;
import dev.aiaudit.model.WaitTerm;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A report that uses every field of the model; each text in it goes through a function first. */
public final class CannedReport {
  private static final String CONTROLLER = "src/main/java/com/shop/web/OrderController.java";
  private static final String SERVICE = "src/main/java/com/shop/ai/SummaryService.java";
  private final UnaryOperator<String> text;
  private final boolean complete;

  private CannedReport(UnaryOperator<String> text, boolean complete) {
    this.text = text;
    this.complete = complete;
  }

  /** As a well-behaved repository gives it. */
  public static Report usual() {
    return new CannedReport(UnaryOperator.identity(), true).report();
  }

  /** The same with a file that was not analysed. */
  public static Report incomplete() {
    return new CannedReport(UnaryOperator.identity(), false).report();
  }

  /** With the text in every field that a repository's author controls. */
  public static Report hostile(String injected) {
    return new CannedReport(original -> original + injected, true).report();
  }

  /** A tree without any AI use. */
  public static Report empty() {
    Coverage coverage = new Coverage(".", Optional.empty(), 14, 9, 0, true, List.of());
    Inventory inventory = new Inventory(List.of(), List.of(), List.of());
    return new Report("1.2.3", "abc", coverage, List.of(), inventory, List.of(), List.of());
  }

  /** The source of the files in the report, with the same text in each line. */
  public static SourceLines sources() {
    return sources("");
  }

  /** Sources with text of a hostile author in each line. */
  public static SourceLines sources(String injected) {
    return file -> {
      List<String> lines = new java.util.ArrayList<>();
      for (int i = 1; i <= 60; i++) {
        lines.add("\t\tvar line" + i + " = client.call(\"" + i + "\");" + injected);
      }
      lines.set(53, "    return client.chat().completions().create(params).choices();" + injected);
      lines.set(54, "    // 注文の要約 🚀 wird hier erzeugt" + injected);
      lines.set(19, "    return summaries.summarize(orders.find(id));" + injected);
      return file.contains("Missing") ? Optional.empty() : Optional.of(lines);
    };
  }

  private Report report() {
    return new Report(
        "1.2.3",
        "sha256:0123",
        coverage(),
        List.of(
            new Provider(
                "anthropic", text.apply("Anthropic"), 1, 0, 1, List.of(text.apply("claude"))),
            new Provider(
                "openai",
                text.apply("OpenAI"),
                2,
                2,
                3,
                List.of(text.apply("gpt-4o")),
                Optional.of(
                    new Sla(
                        Optional.empty(),
                        "Scale Tier: 99.9%",
                        "official",
                        "openai.example",
                        "2026-11-23")))),
        new Inventory(
            List.of(chat(), embedding(), testSite()),
            List.of(http(), grpc(), topic()),
            facts(),
            List.of(),
            new CannedPolicy(text).policy(),
            new CannedPolicy(text).ignores()),
        findings(),
        diagnostics());
  }

  private Coverage coverage() {
    return new Coverage(
        text.apply("samples/shop"),
        Optional.of(text.apply("3f2a91c")),
        310,
        240,
        12,
        complete,
        List.of(
            new Coverage.OtherLanguage(text.apply("Kotlin"), 12, 3),
            new Coverage.OtherLanguage(text.apply("Python"), 3, 0)));
  }

  private Location at(String file, int line, int from, int to) {
    return new Location(text.apply(file), line, from, line, to);
  }

  private EntryPoint http() {
    TreeMap<String, Outcome> outage = new TreeMap<>(Map.of("openai", Outcome.FAILS));
    return new EntryPoint(
        text.apply("e1"),
        EntryKind.HTTP,
        text.apply("com.shop.web.OrderController.summary"),
        Optional.of(text.apply("POST /orders/{id}/summary")),
        at(CONTROLLER, 18, 10, 16),
        true,
        outage,
        List.of(List.of(text.apply("openai"))),
        List.of(text.apply("@shop/web")));
  }

  private EntryPoint grpc() {
    return new EntryPoint(
        text.apply("e2"),
        EntryKind.GRPC,
        text.apply("com.shop.rpc.Orders.summarize"),
        Optional.empty(),
        at("src/main/java/com/shop/rpc/Orders.java", 30, 10, 18),
        true,
        new TreeMap<>(Map.of("openai", Outcome.FAILS)),
        List.of(),
        List.of());
  }

  private EntryPoint topic() {
    return new EntryPoint(
        text.apply("e3"),
        EntryKind.MESSAGE,
        text.apply("com.shop.jobs.Indexer.onOrder"),
        Optional.of(text.apply("orders.created")),
        at("src/main/java/com/shop/jobs/Indexer.java", 22, 3, 9),
        false,
        new TreeMap<>(Map.of("openai", Outcome.DEGRADES)),
        List.of(),
        List.of());
  }

  private List<Frame> frames(String first) {
    Guard retry =
        Guard.ineffective(
            GuardKind.RETRY,
            text.apply("spring-retry"),
            at(SERVICE, 40, 3, 20),
            text.apply("summarize calls it on this, so the proxy is not passed"));
    return List.of(
        new Frame(
            text.apply(first), at(CONTROLLER, 20, 12, 46), Via.INJECTED, false, true, List.of()),
        new Frame(
            text.apply("com.shop.ai.SummaryService.summarize(Order)"),
            at(SERVICE, 41, 5, 30),
            Via.CALL,
            false,
            false,
            List.of(retry)),
        new Frame(
            text.apply("com.shop.ai.SummaryService.complete(ChatParams)"),
            at(SERVICE, 54, 12, 56),
            Via.CALL,
            false,
            true,
            List.of()));
  }

  private CallSite chat() {
    Guard timeout = Guard.effective(GuardKind.TIMEOUT, text.apply("sdk"), at(SERVICE, 25, 5, 40));
    return new CallSite(
        text.apply("s1"),
        at(SERVICE, 54, 12, 56),
        text.apply("com.shop.ai.SummaryService.complete"),
        text.apply("com.openai.services.blocking.chat.ChatCompletionService.create"),
        text.apply("openai-java"),
        "openai",
        Evidence.DECLARED,
        List.of(),
        Optional.of(text.apply("gpt-4o")),
        Operation.CHAT,
        Mode.BLOCKING,
        false,
        Coupling.WAITS,
        Handling.RETHROW,
        Optional.of(at(SERVICE, 56, 7, 20)),
        Optional.of(Duration.ofMinutes(20).plusMillis(1500)),
        List.of(
            new WaitTerm(
                text.apply("2 attempts x 10 min timeout"),
                Optional.of(Duration.ofMinutes(20)),
                Evidence.ASSUMED,
                Optional.empty()),
            new WaitTerm(
                text.apply("pauses between attempts, 1.5 s"),
                Optional.of(Duration.ofMillis(1500)),
                Evidence.DECLARED,
                Optional.of(at(SERVICE, 25, 5, 40)))),
        List.of(
            timeout.withValue(text.apply("PT10M")),
            frames("x").get(1).guards().get(0).withValue(text.apply("3 attempts"))),
        List.of(
            path("e1", "com.shop.web.OrderController.summary(String)"),
            path("e2", "com.shop.rpc.Orders.summarize(Request)")));
  }

  private CallPath path(String entry, String first) {
    return new CallPath(
        text.apply(entry),
        true,
        Handling.RETHROW,
        Optional.of(at(SERVICE, 56, 7, 20)),
        Optional.empty(),
        frames(first));
  }

  private CallSite embedding() {
    return new CallSite(
        text.apply("s2"),
        new Location(text.apply("src/main/java/com/shop/jobs/Indexer.java"), 30, 5, 33, 20),
        text.apply("com.shop.jobs.Indexer.onOrder"),
        text.apply("EmbeddingModel.embed"),
        text.apply("langchain4j"),
        "configured",
        Evidence.DERIVED,
        List.of(text.apply("anthropic"), text.apply("openai")),
        Optional.empty(),
        Operation.EMBEDDING,
        Mode.FUTURE,
        false,
        Coupling.DETACHED,
        Handling.UNKNOWN,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of());
  }

  private CallSite testSite() {
    return new CallSite(
        text.apply("s3"),
        at("src/test/java/com/shop/SmokeTest.java", 10, 5, 30),
        text.apply("com.shop.SmokeTest.calls"),
        text.apply("OpenAIClient.chat"),
        text.apply("openai-java"),
        "openai",
        Evidence.ASSUMED,
        List.of(),
        Optional.empty(),
        Operation.CHAT,
        Mode.STREAM,
        true,
        Coupling.UNREACHED,
        Handling.NONE,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of());
  }

  private List<ConfigFact> facts() {
    return List.of(
        new ConfigFact(
            Location.ofLine(text.apply("pom.xml"), 12),
            FactKind.DEPENDENCY,
            "openai",
            text.apply("com.openai:openai-java:2.0.0"),
            Evidence.DECLARED));
  }

  private List<Finding> findings() {
    return List.of(
        new Finding(
            "AIA013",
            Severity.NOTE,
            text.apply("every waiting entry point fails when openai fails"),
            text.apply("Give one of them another provider."),
            Location.ofLine(text.apply("pom.xml"), 12),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            text.apply("f3"),
            Optional.empty()),
        new Finding(
            "AIA007",
            Severity.WARNING,
            text.apply("the only timeout is the SDK's default of 10 minutes"),
            text.apply("Set a timeout of a few seconds on the client."),
            at(SERVICE, 54, 12, 56),
            Optional.of(text.apply("s1")),
            Optional.empty(),
            List.of(),
            text.apply("f2"),
            Optional.empty()),
        new Finding(
            "AIA001",
            Severity.ERROR,
            text.apply("POST /orders/{id}/summary waits for openai and fails with it"),
            text.apply(
                "Catch the failure and answer without AI, or let a second provider answer: the"
                    + " project already uses Resilience4j, so add a fallbackMethod to the circuit"
                    + " breaker of SummaryService.complete."),
            at(SERVICE, 54, 12, 56),
            Optional.of(text.apply("s1")),
            Optional.of(text.apply("e1")),
            frames("com.shop.web.OrderController.summary(String)"),
            text.apply("f1"),
            Optional.empty()),
        new Finding(
            "AIA010",
            Severity.ERROR,
            text.apply("suppressed"),
            "",
            Location.ofLine(text.apply("src/main/java/Missing.java"), 3),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            text.apply("f4"),
            Optional.of(
                new Suppression(
                    Suppression.Kind.INLINE,
                    text.apply("known"),
                    Optional.of(text.apply("2027-01-01"))))));
  }

  private List<Diagnostic> diagnostics() {
    Diagnostic.Level worst = complete ? Diagnostic.Level.WARNING : Diagnostic.Level.ERROR;
    return List.of(
        new Diagnostic(Diagnostic.Level.INFO, "", Optional.empty(), text.apply("3 files ignored")),
        new Diagnostic(
            worst, text.apply("src/Broken.java"), Optional.of(7), text.apply("does not parse")));
  }
}
