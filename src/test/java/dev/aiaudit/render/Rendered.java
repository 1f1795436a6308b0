package dev.aiaudit.render;

import dev.aiaudit.model.CallPath;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Coupling;
import dev.aiaudit.model.EntryKind;
import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.model.Evidence;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Frame;
import dev.aiaudit.model.Handling;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.model.Location;
import dev.aiaudit.model.Mode;
import dev.aiaudit.model.Operation;
import dev.aiaudit.model.Outcome;
import dev.aiaudit.model.Provider;
import dev.aiaudit.model.Report;
import dev.aiaudit.model.Severity;
import dev.aiaudit.model.Via;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Renders reports for tests, and makes the reports that are special. */
public final class Rendered {
  /** One known rule with a page; the others stand for ids that only a finding knows. */
  static final RuleNames RULES =
      new RuleNames() {
        @Override
        public String title(String ruleId) {
          return ruleId.equals("AIA001") ? all().get(0).title() : "";
        }

        @Override
        public List<RuleText> all() {
          String help = "## What it finds\n\nA call that somebody waits for.\n\n```java\nx();\n```";
          return List.of(
              new RuleText(
                  "AIA001",
                  "unguarded-critical-call",
                  Severity.ERROR,
                  "A request waits for an AI provider and fails with it",
                  help));
        }
      };

  private Rendered() {}

  /** The whole output. */
  public static String text(Renderer renderer, Report report) {
    StringBuilder out = new StringBuilder();
    try {
      renderer.render(report, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  static String text(Format format, Report report, SourceLines sources) {
    return text(format.renderer(sources, RULES, Look.PLAIN), report);
  }

  /** Texts that try to become markup, links, commands or formulas. */
  public static Stream<String> payloads() {
    Stream<String> markup =
        Stream.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "' onmouseover='alert(1)",
            "]]></failure><x>",
            "</details></summary><h1>",
            "<!-- --> <?php ?>",
            "[x](javascript:alert(1))",
            "![x](http://evil/x.png)",
            "<http://evil/> http://evil/ www.evil.com",
            "@everyone #1 GH-1",
            "`` ` ``` ~~~",
            "| a | b |",
            "\n\n# heading\n- item",
            "=cmd|' /C calc'!A0",
            "\"];\n  e9 --> e1",
            "%%{init: {}}%%",
            "%0A::error::x, y:z",
            "&lt;b&gt; &amp; {0} {{x}}");
    return Stream.concat(markup, HostileText.all());
  }

  /** A report with other findings. */
  static Report withFindings(Report report, List<Finding> findings) {
    return new Report(
        report.toolVersion(),
        report.catalog(),
        report.coverage(),
        report.providers(),
        report.inventory(),
        findings,
        report.diagnostics());
  }

  static Report withInventory(Report report, Inventory inventory) {
    return new Report(
        report.toolVersion(),
        report.catalog(),
        report.coverage(),
        report.providers(),
        inventory,
        report.findings(),
        report.diagnostics());
  }

  /** A system with that many HTTP entry points, ten to a class, each with a call of its own. */
  public static Report large(int entries) {
    List<EntryPoint> points = new ArrayList<>();
    List<CallSite> sites = new ArrayList<>();
    for (int i = 0; i < entries; i++) {
      String type = "com.shop.part" + i / 50 + ".Part" + i / 10 + "Controller";
      Location place = Location.ofLine("src/main/java/P" + i / 10 + ".java", 10 + i % 10);
      String method = type + ".call" + i;
      Outcome outcome = Outcome.values()[i % 4];
      String provider = List.of("openai", "anthropic", "bedrock").get(i % 3);
      points.add(
          new EntryPoint(
              "e" + i,
              EntryKind.HTTP,
              method,
              Optional.of("GET /parts/" + i),
              place,
              true,
              new TreeMap<>(Map.of(provider, outcome)),
              List.of(),
              List.of()));
      sites.add(site(i, type.replace("Controller", "Service"), provider, place, outcome));
    }
    List<Provider> providers =
        Stream.of("anthropic", "bedrock", "openai")
            .map(id -> new Provider(id, id, entries / 3, 1, entries / 3, List.of()))
            .toList();
    Report empty = CannedReport.empty();
    return new Report(
        "1.2.3",
        "abc",
        empty.coverage(),
        providers,
        new Inventory(sites, points, List.of()),
        List.of(),
        List.of());
  }

  private static CallSite site(int i, String type, String provider, Location at, Outcome outcome) {
    Handling handling =
        switch (outcome) {
          case FAILS -> Handling.NONE;
          case DEGRADES -> Handling.STATIC;
          case SURVIVES -> Handling.ALTERNATE_OTHER_PROVIDER;
          case UNKNOWN -> Handling.UNKNOWN;
        };
    Frame frame = new Frame(type + ".ask()", at, Via.CALL, false, true, List.of());
    return new CallSite(
        "s" + i,
        at,
        type + ".ask",
        "Client.call",
        "sdk",
        provider,
        Evidence.DECLARED,
        List.of(),
        Optional.empty(),
        Operation.CHAT,
        Mode.BLOCKING,
        false,
        Coupling.WAITS,
        handling,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(
            new CallPath(
                "e" + i, true, handling, Optional.empty(), Optional.empty(), List.of(frame))));
  }
}
