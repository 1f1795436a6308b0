package dev.aiaudit.render;

import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Coverage;
import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Frame;
import dev.aiaudit.model.Location;
import dev.aiaudit.model.Report;
import dev.aiaudit.model.Suppression;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Findings as SARIF results, each with the path from the entry point to the call. */
final class SarifResults {
  static final String BASE = "SRCROOT";

  /** GitHub shows no more steps of a path. */
  private static final int MAX_STEPS = 1_000;

  private final JsonFields json;
  private final Coverage coverage;
  private final List<String> ruleIds;
  private final Map<String, CallSite> sites;
  private final Map<String, EntryPoint> entries;

  SarifResults(JsonFields json, Report report, List<RuleText> rules) {
    this.json = json;
    this.coverage = report.coverage();
    this.ruleIds = rules.stream().map(RuleText::id).toList();
    this.sites =
        report.inventory().callSites().stream()
            .collect(Collectors.toMap(CallSite::id, Function.identity(), (a, b) -> a));
    this.entries =
        report.inventory().entryPoints().stream()
            .collect(Collectors.toMap(EntryPoint::id, Function.identity(), (a, b) -> a));
  }

  void write(Finding finding) throws IOException {
    json.beginObject();
    json.text("ruleId", finding.ruleId());
    json.number("ruleIndex", ruleIds.indexOf(finding.ruleId()));
    json.word("level", finding.severity());
    String fix = finding.remediation().isBlank() ? "" : "\n" + finding.remediation();
    message(json, "message", finding.message() + fix);
    json.beginList("locations");
    location(finding.location(), Optional.empty());
    json.endList();
    related(finding);
    json.beginObject("partialFingerprints");
    json.text("aiAudit/v1", finding.fingerprint());
    json.endObject();
    if (!finding.path().isEmpty()) {
      codeFlow(finding);
    }
    suppression(finding.suppression());
    properties(finding);
    json.endObject();
  }

  private void related(Finding finding) throws IOException {
    Optional<CallSite> site = site(finding);
    Optional<Location> handledAt = site.flatMap(CallSite::handledAt);
    if (handledAt.isEmpty() && finding.related().isEmpty()) {
      return;
    }
    json.beginList("relatedLocations");
    if (handledAt.isPresent()) {
      String handling = Phrases.handling(site.orElseThrow().handling());
      location(handledAt.get(), Optional.of("Here " + handling + "."));
    }
    for (Location other : finding.related()) {
      location(other, Optional.of("The same holds here."));
    }
    json.endList();
  }

  private void codeFlow(Finding finding) throws IOException {
    json.beginList("codeFlows");
    json.beginObject();
    json.beginList("threadFlows");
    json.beginObject();
    json.beginList("locations");
    int level = 0;
    for (Step step : steps(finding)) {
      json.beginObject();
      json.beginObject("location");
      place(step.location());
      message(json, "message", step.text());
      json.endObject();
      json.number("nestingLevel", level++);
      json.endObject();
    }
    json.endList();
    json.endObject();
    json.endList();
    json.endObject();
    json.endList();
  }

  private record Step(Location location, String text) {}

  private List<Step> steps(Finding finding) {
    List<Step> steps = new ArrayList<>();
    finding
        .entryPoint()
        .map(entries::get)
        .ifPresent(e -> steps.add(new Step(e.location(), "Entry point " + Phrases.entry(e))));
    for (Frame frame : finding.path()) {
      String remark = Phrases.remark(frame);
      String text = Phrases.shortName(frame.method()) + (remark.isEmpty() ? "" : " " + remark);
      steps.add(new Step(frame.location(), text));
    }
    Step last = steps.get(steps.size() - 1);
    String callee = site(finding).map(CallSite::callee).map(Phrases::shortName).orElse("the call");
    steps.set(steps.size() - 1, new Step(last.location(), last.text() + " calls " + callee));
    if (steps.size() <= MAX_STEPS) {
      return steps;
    }
    // The end of the path, the call, matters more than its middle.
    List<Step> kept = new ArrayList<>(steps.subList(0, MAX_STEPS - 1));
    kept.add(steps.get(steps.size() - 1));
    return kept;
  }

  private Optional<CallSite> site(Finding finding) {
    return finding.callSite().map(sites::get);
  }

  private void suppression(Optional<Suppression> suppression) throws IOException {
    // An empty list says that suppressions are known and there is none.
    json.beginList("suppressions");
    if (suppression.isPresent()) {
      boolean inSource = suppression.get().kind() == Suppression.Kind.INLINE;
      json.beginObject();
      json.text("kind", inSource ? "inSource" : "external");
      json.text("status", "accepted");
      String until = suppression.get().expires().map(day -> " (until " + day + ")").orElse("");
      json.prose("justification", suppression.get().reason() + until);
      json.endObject();
    }
    json.endList();
  }

  private void properties(Finding finding) throws IOException {
    Optional<CallSite> site = site(finding);
    if (site.isEmpty()) {
      return;
    }
    json.beginObject("properties");
    json.text("provider", site.get().provider());
    json.text("sdk", site.get().sdk());
    json.word("coupling", site.get().coupling());
    json.word("handling", site.get().handling());
    json.endObject();
  }

  private void location(Location location, Optional<String> text) throws IOException {
    json.beginObject();
    place(location);
    if (text.isPresent()) {
      message(json, "message", text.get());
    }
    json.endObject();
  }

  private void place(Location location) throws IOException {
    json.beginObject("physicalLocation");
    artifact(json, coverage, location.file());
    json.beginObject("region");
    json.number("startLine", location.startLine());
    boolean wholeLine = location.startLine() == location.endLine() && location.endColumn() <= 1;
    if (!wholeLine) {
      json.number("startColumn", Math.max(1, location.startColumn()));
      json.number("endLine", location.endLine());
      // Ours is inclusive, SARIF's is not.
      json.number("endColumn", Math.max(1, location.endColumn()) + 1);
    }
    json.endObject();
    json.endObject();
  }

  static void artifact(JsonFields json, Coverage coverage, String file) throws IOException {
    json.beginObject("artifactLocation");
    json.text("uri", PercentPath.encode(Phrases.fromWorkingDirectory(coverage, file)));
    json.text("uriBaseId", BASE);
    json.endObject();
  }

  /** In SARIF messages {@code [text](target)} is a link; data must not make one. */
  static void message(JsonFields json, String name, String text) throws IOException {
    json.beginObject(name);
    json.prose("text", text.replace("](", "]\u200B("));
    json.endObject();
  }
}
