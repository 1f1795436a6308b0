package dev.aiaudit.runbook;

import dev.aiaudit.catalog.facts.ProviderFacts;
import dev.aiaudit.model.CallPath;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.ConfigFact;
import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Provider;
import dev.aiaudit.model.Report;
import dev.aiaudit.render.Outage;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The facts of one provider's page.
 *
 * @param provider the provider in use
 * @param facts what the catalogue knows about it
 * @param report the scan
 * @param outage what happens while it is down
 * @param sites call sites in main code that need it or may need it
 * @param settings configuration facts about it, or about whatever provider is configured
 * @param findings open findings of its call sites
 * @param clues lines of the tree
 * @param owners owners with their source
 * @param length how long the outage of a drill lasts
 */
public record Runbook(
    Provider provider,
    ProviderFacts facts,
    Report report,
    Outage outage,
    List<CallSite> sites,
    List<ConfigFact> settings,
    List<Finding> findings,
    List<Clue> clues,
    List<String> owners,
    Duration length) {

  private static final Set<String> SELF_RUN = Set.of("ollama", "self-hosted");

  /** Copies the lists. */
  public Runbook {
    sites = List.copyOf(sites);
    settings = List.copyOf(settings);
    findings = List.copyOf(findings);
    clues = List.copyOf(clues);
    owners = List.copyOf(owners);
  }

  /** Puts together what a report and the tree say about a provider. */
  public static Runbook of(
      Report report,
      Provider provider,
      Optional<ProviderFacts> facts,
      List<Clue> clues,
      Owners owners,
      Duration length) {
    String id = provider.id();
    List<CallSite> sites =
        report.inventory().callSites().stream()
            .filter(site -> !site.inTest())
            .filter(site -> site.provider().equals(id) || site.candidates().contains(id))
            .toList();
    Set<String> ids = sites.stream().map(CallSite::id).collect(Collectors.toSet());
    List<Finding> findings =
        report.findings().stream()
            .filter(f -> f.suppression().isEmpty())
            // That there is no page is no news on the page, and would make it stale at once.
            .filter(f -> !f.ruleId().equals("AIA017"))
            .filter(f -> f.callSite().map(ids::contains).orElse(false))
            .toList();
    TreeSet<String> files = new TreeSet<>();
    sites.forEach(site -> files.add(site.location().file()));
    return new Runbook(
        provider,
        facts.orElseGet(() -> ProviderFacts.none(id)),
        report,
        Outage.of(report, List.of(id)),
        sites,
        settings(report, id),
        findings,
        clues,
        owners.of(List.copyOf(files)),
        length);
  }

  /** A book for each provider that main code calls, in the order of the report. */
  public static List<Runbook> all(Report report, RunbookSources sources, Duration length) {
    return report.providers().stream()
        .filter(provider -> provider.callSites() > 0)
        .map(
            provider ->
                Runbook.of(
                    report,
                    provider,
                    CandidateFacts.of(provider.id(), report, sources.facts()),
                    sources.clues(),
                    sources.owners(),
                    length))
        .toList();
  }

  private static List<ConfigFact> settings(Report report, String id) {
    List<String> mine = List.of(id, "configured");
    return report.inventory().configFacts().stream()
        .filter(
            fact -> mine.contains(fact.provider()) && !ClueFinder.isTest(fact.location().file()))
        .toList();
  }

  /** Whether a caller of an entry waits for a call that nothing ends while the provider hangs. */
  boolean hangsWithoutEnd(EntryPoint entry) {
    return sites.stream()
        .filter(CallSite::waitsWithoutEnd)
        .flatMap(site -> site.paths().stream())
        .anyMatch(path -> path.waits() && path.entryPoint().equals(entry.id()));
  }

  /** The path on which the call that decides an effect is made. */
  Optional<CallPath> decisive(Outage.Effect effect) {
    return effect.call().stream()
        .flatMap(site -> site.paths().stream())
        .filter(path -> path.entryPoint().equals(effect.entry().id()))
        .findFirst();
  }

  /** Whether the caller of an entry waits for any call to the provider. */
  boolean waits(Outage.Effect effect) {
    boolean seen =
        sites.stream()
            .flatMap(site -> site.paths().stream())
            .anyMatch(path -> path.waits() && path.entryPoint().equals(effect.entry().id()));
    return effect.entry().waits() && (seen || effect.call().isEmpty());
  }

  /** The provider's name in a sentence. */
  String name() {
    return isChosenAtRunTime() ? "the configured AI provider" : provider.name();
  }

  /** The provider's name at the start of a title. */
  String title() {
    return isChosenAtRunTime() ? "The configured AI provider" : provider.name();
  }

  /** Whether a setting or a person decides which provider it is. */
  boolean isChosenAtRunTime() {
    return provider.id().equals("configured");
  }

  /** Files with a frame between an entry point and a call. */
  Set<String> filesOnPath() {
    Set<String> files = new LinkedHashSet<>();
    for (CallSite site : sites) {
      files.add(site.location().file());
      site.paths().stream()
          .flatMap(path -> path.frames().stream())
          .forEach(frame -> files.add(frame.location().file()));
    }
    return files;
  }

  /** Whether the team itself runs it: then a restart is a cure, and there is no supplier. */
  boolean selfRun() {
    return SELF_RUN.contains(provider.id());
  }

  /** The providers that a page about whatever is configured can be about. */
  List<String> candidates() {
    return sites.stream().flatMap(site -> site.candidates().stream()).distinct().sorted().toList();
  }

  /** The clues of a kind. */
  List<Clue> clues(Clue.Kind kind) {
    return clues.stream().filter(clue -> clue.kind() == kind).toList();
  }
}
