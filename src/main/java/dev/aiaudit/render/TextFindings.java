package dev.aiaudit.render;

import static dev.aiaudit.render.TextLines.safe;

import dev.aiaudit.model.CallPath;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Report;
import dev.aiaudit.terminal.CodeFrame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * First each flagged call site with all that is wrong with it, then the findings about other
 * things.
 */
final class TextFindings {
  private static final int MAX_ENTRIES = 5;
  private static final Comparator<Finding> WORST_FIRST =
      Comparator.comparing(Finding::severity)
          .reversed()
          .thenComparing(Finding::ruleId)
          .thenComparing(Finding::location);
  private final Report report;
  private final SourceLines sources;
  private final RuleNames rules;
  private final TextLines lines;
  private final Map<String, EntryPoint> entries = new LinkedHashMap<>();

  TextFindings(Report report, SourceLines sources, RuleNames rules, TextLines lines) {
    this.report = report;
    this.sources = sources;
    this.rules = rules;
    this.lines = lines;
    report.inventory().entryPoints().forEach(entry -> entries.put(entry.id(), entry));
  }

  void write() {
    Map<String, List<Finding>> bySite = new LinkedHashMap<>();
    Map<String, CallSite> flagged = new LinkedHashMap<>();
    Map<String, CallSite> others = new LinkedHashMap<>();
    for (CallSite site : report.inventory().callSites()) {
      (site.flagged() ? flagged : others).putIfAbsent(site.id(), site);
    }
    List<Finding> rest = new ArrayList<>();
    for (Finding finding : report.findings()) {
      if (finding.suppression().isPresent()) {
        continue;
      }
      Optional<String> site = finding.callSite().filter(flagged::containsKey);
      site.map(id -> bySite.computeIfAbsent(id, key -> new ArrayList<>()))
          .orElse(rest)
          .add(finding);
    }
    flagged.forEach((id, site) -> flaggedSite(site, bySite.getOrDefault(id, List.of())));
    rest.forEach(finding -> other(finding, finding.callSite().map(others::get)));
  }

  private void flaggedSite(CallSite site, List<Finding> findings) {
    List<Finding> sorted = findings.stream().sorted(WORST_FIRST).toList();
    if (sorted.isEmpty()) {
      return;
    }
    Finding worst = sorted.get(0);
    head(worst);
    path(worst, Optional.of(site));
    otherEntries(worst, site);
    new TextWhy(lines).write(site);
    advice(worst);
    for (Finding more : sorted.subList(1, sorted.size())) {
      lines.labelled("Also", name(more) + ": " + safe(more.message()));
      advice(more);
    }
    lines.blank();
  }

  private void other(Finding finding, Optional<CallSite> site) {
    head(finding);
    path(finding, site);
    advice(finding);
    lines.blank();
  }

  private void head(Finding finding) {
    Look look = lines.look();
    String title = rules.title(finding.ruleId());
    String name = look.style().severity(finding.severity(), name(finding));
    String shown = title.isEmpty() ? safe(finding.message()) : safe(title);
    lines.line(name + ": " + look.style().bold(shown));
    lines.line(
        "  " + look.style().dim(look.glyphs().arrow()) + " " + lines.place(finding.location()));
    CodeFrame frame = new CodeFrame(look.style(), look.glyphs(), look.width() - 2);
    sources
        .lines(finding.location().file())
        .map(source -> frame.draw(source, finding.location(), finding.severity()))
        .ifPresent(drawn -> drawn.forEach(line -> lines.line("  " + line)));
    if (!title.isEmpty()) {
      lines.labelled("What", safe(finding.message()));
    }
  }

  private static String name(Finding finding) {
    return finding.severity().word() + "[" + safe(finding.ruleId()) + "]";
  }

  private void path(Finding finding, Optional<CallSite> site) {
    if (!finding.path().isEmpty()) {
      Optional<EntryPoint> entry = finding.entryPoint().map(entries::get);
      lines.labelled("Path", new TextPath(lines, sources).draw(entry, finding.path(), site));
    }
  }

  private void otherEntries(Finding shown, CallSite site) {
    List<EntryPoint> more =
        site.paths().stream()
            .filter(CallPath::waits)
            .map(CallPath::entryPoint)
            .filter(id -> !shown.entryPoint().equals(Optional.of(id)))
            .flatMap(id -> Optional.ofNullable(entries.get(id)).stream())
            .toList();
    if (more.isEmpty()) {
      return;
    }
    boolean all = lines.look().detail() == Detail.EVERYTHING;
    int limit = all ? more.size() : Math.min(MAX_ENTRIES, more.size());
    List<String> names = new ArrayList<>();
    more.subList(0, limit).forEach(entry -> names.add(TextPath.entry(entry)));
    if (limit < more.size()) {
      names.add("and " + (more.size() - limit) + " more");
    }
    lines.items("Also waiting", names);
  }

  private void advice(Finding finding) {
    if (!finding.remediation().isBlank()) {
      lines.labelled("What to do", safe(finding.remediation()));
    }
  }
}
