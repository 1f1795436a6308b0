package dev.aiaudit.render;

import static dev.aiaudit.escape.Escape.markdownCode;
import static dev.aiaudit.escape.Escape.markdownTableCode;

import dev.aiaudit.escape.Escape;
import dev.aiaudit.escape.Redact;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Ceiling;
import dev.aiaudit.model.Coverage;
import dev.aiaudit.model.Diagnostic;
import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Outages;
import dev.aiaudit.model.Outcome;
import dev.aiaudit.model.Promise;
import dev.aiaudit.model.Provider;
import dev.aiaudit.model.Report;
import dev.aiaudit.model.Severity;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * GitHub-flavoured Markdown for a job summary or a comment on a pull request: the answer first,
 * findings folded by rule below. A comment may have 65,536 characters, so the list of findings
 * stops before that and says how many are missing. Names are code spans, which no link, mention or
 * markup survives; the only HTML is our own {@code details} and {@code summary}.
 */
public final class MarkdownRenderer implements Renderer {
  private static final int ROOM = 55_000;
  private static final int MAX_ROWS = 50;
  private static final int MAX_NAME = 200;
  private final RuleNames rules;

  /** A renderer that shows these rule titles. */
  public MarkdownRenderer(RuleNames rules) {
    this.rules = rules;
  }

  @Override
  public void render(Report report, Appendable out) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append("## ai-audit: ").append(answer(report)).append("\n\n");
    if (!report.coverage().complete()) {
      text.append("> **The scan is incomplete:** a file that could matter was not analysed.\n\n");
    }
    providers(report.providers(), text);
    worstPaths(report, text);
    entries(report, text);
    findings(report, text);
    coverage(report, text);
    out.append(Escape.lineStartGuard(text.toString()));
  }

  private static String answer(Report report) {
    long waiting =
        report.inventory().entryPoints().stream()
            .filter(EntryPoint::waits)
            .filter(entry -> entry.outage().containsValue(Outcome.FAILS))
            .count();
    long flagged = report.inventory().callSites().stream().filter(CallSite::flagged).count();
    if (report.inventory().callSites().isEmpty()) {
      return "no call to an AI provider found";
    }
    return Phrases.count((int) waiting, "waiting entry point")
        + (waiting == 1 ? " fails" : " fail")
        + " with a provider, "
        + Phrases.count((int) flagged, "call site")
        + " without a fallback";
  }

  private static void providers(List<Provider> providers, StringBuilder text) {
    if (providers.isEmpty()) {
      return;
    }
    text.append("| Provider | Call sites | Flagged | Entry points |\n| --- | --: | --: | --: |\n");
    for (Provider provider : providers.subList(0, Math.min(MAX_ROWS, providers.size()))) {
      String cells =
          String.join(
              " | ",
              plain(provider.name()),
              "" + provider.callSites(),
              "" + provider.flagged(),
              "" + provider.entryPoints());
      text.append("| ").append(cells).append(" |\n");
    }
    text.append(more(providers.size() - MAX_ROWS, "provider")).append('\n');
  }

  private static void worstPaths(Report report, StringBuilder text) {
    List<WorstPaths.Worst> all = WorstPaths.of(report);
    if (all.isEmpty()) {
      return;
    }
    text.append("Worst paths:\n\n");
    for (WorstPaths.Worst worst : all.subList(0, Math.min(WorstPaths.FEW, all.size()))) {
      text.append("- ").append(code(Phrases.entry(worst.entry()))).append(" needs ");
      text.append(code(Phrases.provider(worst.site()))).append(" (");
      text.append(code(worst.site().location().toString())).append("): ");
      text.append(plain(worst.harm())).append('\n');
    }
    text.append('\n');
  }

  private static void entries(Report report, StringBuilder text) {
    List<EntryPoint> affected =
        report.inventory().entryPoints().stream().filter(e -> !e.outage().isEmpty()).toList();
    if (affected.isEmpty()) {
      return;
    }
    text.append("<details>\n<summary>What an outage does to ");
    text.append(Phrases.count(affected.size(), "entry point")).append("</summary>\n\n");
    text.append("| Entry point | Somebody waits | While the provider is down | Ceiling |\n");
    text.append("| --- | --- | --- | --: |\n");
    Outages outages = Outages.of(report.inventory().callSites());
    for (EntryPoint entry : affected.subList(0, Math.min(MAX_ROWS, affected.size()))) {
      String outcomes =
          entry.outage().entrySet().stream()
              .map(e -> cell(e.getKey()) + " " + bold(e.getValue()))
              .collect(Collectors.joining(", "));
      text.append("| ").append(cell(Phrases.entry(entry))).append(" | ");
      text.append(entry.waits() ? "yes" : "no").append(" | ").append(outcomes).append(" | ");
      text.append(Ceilings.inShort(Ceiling.of(report, entry, outages))).append(" |\n");
    }
    text.append(more(affected.size() - MAX_ROWS, "entry point"));
    text.append(
        "\nThe ceiling is the availability that cannot be exceeded by what is promised:\n\n");
    for (Promise promise : Ceilings.promises(Ceilings.of(report, affected))) {
      text.append("- ").append(plain(Ceilings.source(promise))).append('\n');
    }
    text.append('\n');
    new MarkdownOutages(report).write(text);
    text.append("</details>\n\n");
  }

  private static String bold(Outcome outcome) {
    return outcome == Outcome.FAILS ? "**fails**" : outcome.word();
  }

  private void findings(Report report, StringBuilder text) {
    Map<Key, List<Finding>> byRule =
        report.findings().stream()
            .filter(finding -> finding.suppression().isEmpty())
            .collect(Collectors.groupingBy(Key::of, TreeMap::new, Collectors.toList()));
    if (byRule.isEmpty()) {
      text.append("No findings.\n\n");
    }
    int left = 0;
    for (Map.Entry<Key, List<Finding>> rule : byRule.entrySet()) {
      if (text.length() > ROOM) {
        left += rule.getValue().size();
        continue;
      }
      text.append("<details>\n<summary>").append(heading(rule.getKey(), rule.getValue().size()));
      text.append("</summary>\n\n");
      int shown = 0;
      while (shown < rule.getValue().size() && text.length() <= ROOM) {
        finding(rule.getValue().get(shown++), text);
      }
      left += rule.getValue().size() - shown;
      text.append("</details>\n\n");
    }
    if (left > 0) {
      text.append(Phrases.count(left, "more finding")).append(" not shown here.\n\n");
    }
  }

  private record Key(Severity severity, String ruleId) implements Comparable<Key> {
    static Key of(Finding finding) {
      return new Key(finding.severity(), finding.ruleId());
    }

    @Override
    public int compareTo(Key other) {
      return Comparator.comparing(Key::severity)
          .reversed()
          .thenComparing(Key::ruleId)
          .compare(this, other);
    }
  }

  /** No text of the scanned tree: a report that is read back has its rule ids checked. */
  private String heading(Key rule, int number) {
    String title = rules.title(rule.ruleId());
    return rule.severity().word()
        + " "
        + Markup.text(rule.ruleId())
        + (title.isEmpty() ? "" : ": " + Markup.text(title))
        + " ("
        + number
        + ")";
  }

  private static void finding(Finding finding, StringBuilder text) {
    text.append("- ").append(code(finding.location().toString())).append(": ");
    text.append(plain(finding.message())).append('\n');
    for (int i = 0; i < finding.path().size(); i++) {
      var frame = finding.path().get(i);
      String remark = Phrases.remark(frame);
      text.append("  ").append(i + 1).append(". ");
      text.append(code(Phrases.shortName(frame.method()))).append(" at ");
      text.append(code(frame.location().toString()));
      text.append(remark.isEmpty() ? "" : " (" + remark + ")").append('\n');
    }
    if (!finding.remediation().isBlank()) {
      text.append("\n  Fix: ").append(plain(finding.remediation())).append('\n');
    }
    text.append('\n');
  }

  private static void coverage(Report report, StringBuilder text) {
    Coverage coverage = report.coverage();
    text.append("Parsed ").append(coverage.parsedFiles()).append(" of ");
    text.append(Phrases.count(coverage.javaFiles(), "Java file"));
    text.append("; the others were ruled out without parsing.\n");
    List<Diagnostic> problems =
        report.diagnostics().stream()
            .filter(d -> d.severity() != Diagnostic.Level.INFO)
            .limit(MAX_ROWS)
            .toList();
    if (!problems.isEmpty()) {
      text.append('\n');
    }
    for (Diagnostic problem : problems) {
      String file = problem.file().isEmpty() ? "" : code(problem.file()) + ": ";
      text.append("- ").append(problem.severity().word()).append(": ");
      text.append(file).append(plain(problem.message())).append('\n');
    }
  }

  private static String more(int number, String what) {
    return number > 0 ? "\n" + Phrases.count(number, "more " + what) + " not shown here.\n" : "";
  }

  private static String code(String text) {
    return markdownCode(shortened(text));
  }

  private static String cell(String text) {
    return markdownTableCode(shortened(text));
  }

  private static String plain(String text) {
    return Escape.markdownText(Escape.cap(Redact.secrets(text), 1_000));
  }

  private static String shortened(String text) {
    return Escape.cap(Redact.secrets(text), MAX_NAME);
  }
}
