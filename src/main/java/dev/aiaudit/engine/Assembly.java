package dev.aiaudit.engine;

import dev.aiaudit.catalog.Catalog;
import dev.aiaudit.catalog.ProviderEntry;
import dev.aiaudit.configsource.ProjectConfig;
import dev.aiaudit.detect.RequestSite;
import dev.aiaudit.model.CallPath;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Coupling;
import dev.aiaudit.model.Coverage;
import dev.aiaudit.model.Diagnostic;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Handling;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.model.Provider;
import dev.aiaudit.model.Report;
import dev.aiaudit.rule.Rules;
import dev.aiaudit.workspace.GitRevision;
import dev.aiaudit.workspace.Workspace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Puts the results of the stages together into the report. */
final class Assembly {
  private final AuditRequest request;
  private final String toolVersion;
  private final Workspace workspace;
  private final JavaSources sources;
  private final Catalog catalog;

  Assembly(
      AuditRequest request,
      String toolVersion,
      Workspace workspace,
      JavaSources sources,
      Catalog catalog) {
    this.request = request;
    this.toolVersion = toolVersion;
    this.workspace = workspace;
    this.sources = sources;
    this.catalog = catalog;
  }

  Report report(List<RequestSite> sites, ProjectConfig config, List<Diagnostic> diagnostics) {
    SiteIds ids = new SiteIds();
    List<CallSite> callSites = sites.stream().map(s -> callSite(s, ids.next(s))).toList();
    Inventory inventory = new Inventory(callSites, List.of(), config.facts());
    List<Finding> findings =
        Rules.enabledByDefault().stream()
            .flatMap(r -> r.check(inventory))
            .sorted(Comparator.comparing(Finding::location).thenComparing(Finding::ruleId))
            .toList();
    return new Report(
        toolVersion,
        "builtin",
        coverage(diagnostics),
        providers(inventory),
        inventory,
        findings,
        diagnostics.stream().sorted().distinct().toList());
  }

  private CallSite callSite(RequestSite site, String id) {
    return new CallSite(
        id,
        site.code().location(site.node()),
        site.code().label(),
        site.callee(),
        site.sdk(),
        site.provider().provider(),
        site.provider().evidence(),
        site.provider().candidates(),
        site.provider().model(),
        site.operation(),
        site.mode(),
        site.code().owner().file().test(),
        Coupling.UNKNOWN,
        Handling.UNKNOWN,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of());
  }

  private Coverage coverage(List<Diagnostic> diagnostics) {
    boolean complete =
        diagnostics.stream().noneMatch(d -> d.severity() == Diagnostic.Level.ERROR);
    return new Coverage(
        request.rootAsGiven(),
        GitRevision.read(workspace.root()),
        workspace.files().size(),
        sources.count(),
        sources.parsed(),
        complete,
        List.of());
  }

  private List<Provider> providers(Inventory inventory) {
    TreeMap<String, List<CallSite>> byProvider = new TreeMap<>();
    for (CallSite site : inventory.callSites()) {
      if (!site.inTest()) {
        byProvider.computeIfAbsent(site.provider(), p -> new ArrayList<>()).add(site);
      }
    }
    List<Provider> out = new ArrayList<>();
    byProvider.forEach((id, sites) -> out.add(provider(id, sites)));
    return out;
  }

  private Provider provider(String id, List<CallSite> sites) {
    ProviderEntry entry = catalog.providers().get(id);
    return new Provider(
        id,
        entry == null ? id : entry.name(),
        sites.size(),
        (int) sites.stream().filter(CallSite::flagged).count(),
        (int)
            sites.stream()
                .flatMap(s -> s.paths().stream())
                .map(CallPath::entryPoint)
                .distinct()
                .count(),
        sites.stream().flatMap(s -> s.model().stream()).distinct().sorted().toList());
  }
}
