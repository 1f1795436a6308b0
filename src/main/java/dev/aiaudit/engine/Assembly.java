package dev.aiaudit.engine;

import dev.aiaudit.catalog.Catalog;
import dev.aiaudit.catalog.ProviderEntry;
import dev.aiaudit.configsource.GatewayRoute;
import dev.aiaudit.configsource.ProjectConfig;
import dev.aiaudit.detect.RequestSite;
import dev.aiaudit.flow.around.Circumstances;
import dev.aiaudit.flow.wait.PathWaits;
import dev.aiaudit.flow.wait.RequestWaits.RequestWait;
import dev.aiaudit.flow.wait.Wait;
import dev.aiaudit.model.CallPath;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Circumstance;
import dev.aiaudit.model.Coupling;
import dev.aiaudit.model.Coverage;
import dev.aiaudit.model.Diagnostic;
import dev.aiaudit.model.Guard;
import dev.aiaudit.model.Handling;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.model.Outages;
import dev.aiaudit.model.Policy;
import dev.aiaudit.model.Provider;
import dev.aiaudit.model.Report;
import dev.aiaudit.settings.CommentedFile;
import dev.aiaudit.trace.Flight;
import dev.aiaudit.trace.FoundPath;
import dev.aiaudit.workspace.GitRevision;
import dev.aiaudit.workspace.Workspace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Puts the results of the stages together into the report. */
final class Assembly {
  private final AuditRequest request;
  private final String toolVersion;
  private final Workspace workspace;
  private final JavaSources sources;
  private final Catalog catalog;
  private RunbookCheck runbooks = RunbookCheck.NONE;

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

  /** Sets who knows which runbooks are out of date. */
  Assembly checking(RunbookCheck check) {
    runbooks = check;
    return this;
  }

  Report report(
      List<TracedSite> sites,
      ProjectConfig config,
      Circumstances around,
      List<Diagnostic> diagnostics,
      Judgement judgement,
      List<CommentedFile> comments) {
    SiteIds ids = new SiteIds();
    EntryTable entries = new EntryTable();
    List<CallSite> callSites =
        sites.stream().map(s -> callSite(s, ids.next(s.site()), entries)).toList();
    List<Circumstance> circumstances = new ArrayList<>();
    for (int i = 0; i < sites.size(); i++) {
      circumstances.addAll(around.of(callSites.get(i), sites.get(i).site()));
    }
    Inventory facts =
        new Inventory(
            callSites,
            entries.sorted(Outages.of(callSites)),
            config.facts(),
            circumstances,
            Policy.NONE,
            List.of(),
            Optional.of(new RunbookPages(workspace).found()));
    boolean everything = complete(diagnostics) && request.includes().isEmpty();
    Function<Inventory, Report> judge =
        known -> judged(judgement.judge(known, comments, everything), diagnostics);
    Report report = judge.apply(facts);
    boolean asRunbooksSeeIt =
        everything
            && request.excludes().isEmpty()
            && request.gitignore()
            && request.ignoring().use() == Ignoring.Use.HONOURED;
    Set<String> stale = asRunbooksSeeIt ? runbooks.stale(report) : Set.of();
    return stale.isEmpty() ? report : judge.apply(facts.withStalePages(stale));
  }

  private Report judged(Judgement.Judged judged, List<Diagnostic> diagnostics) {
    Inventory inventory = judged.inventory();
    List<Diagnostic> all =
        Stream.of(
                diagnostics.stream(),
                judged.diagnostics().stream(),
                NothingFound.of(inventory.callSites(), inventory.configFacts(), sources.count())
                    .stream())
            .flatMap(stream -> stream)
            .sorted()
            .distinct()
            .toList();
    return new Report(
        toolVersion,
        "builtin",
        coverage(all),
        providers(inventory),
        inventory,
        judged.findings(),
        all);
  }

  private CallSite callSite(TracedSite traced, String id, EntryTable entries) {
    RequestSite site = traced.site();
    String provider = site.provider().provider();
    traced.paths().forEach(p -> entries.add(p.entry()));
    Optional<FoundPath> worst = worst(traced.paths());
    Optional<Wait> wait = wait(traced);
    Optional<GatewayRoute> behind = site.provider().via().filter(GatewayRoute::survives);
    boolean test = site.code().owner().file().test();
    return new CallSite(
        id,
        site.code().location(site.node()),
        site.code().label(),
        site.callee(),
        site.sdk(),
        provider,
        site.provider().evidence(),
        site.provider().candidates(),
        site.provider().model(),
        site.operation(),
        site.mode(),
        test,
        coupling(traced, test),
        behind
            .map(r -> Handling.ALTERNATE_OTHER_PROVIDER)
            .or(() -> worst.map(FoundPath::handling))
            .orElseGet(() -> ofDeadEnd(traced)),
        behind
            .map(GatewayRoute::at)
            .or(() -> worst.flatMap(FoundPath::at))
            .or(() -> traced.deadEnd().flatMap(Flight::at)),
        wait.flatMap(Wait::total),
        wait.map(Wait::terms).orElse(List.of()),
        guards(traced),
        traced.paths().stream().map(p -> path(p, traced.request(), behind)).toList());
  }

  private static Handling ofDeadEnd(TracedSite traced) {
    return traced
        .deadEnd()
        .map(Flight::handling)
        .orElse(traced.complete() ? Handling.NONE : Handling.UNKNOWN);
  }

  private static Optional<FoundPath> worst(List<FoundPath> paths) {
    return paths.stream().min(FoundPath.WORST_FIRST);
  }

  private static Coupling coupling(TracedSite traced, boolean test) {
    if (traced.paths().stream().anyMatch(FoundPath::waits)) {
      return Coupling.WAITS;
    }
    if (!traced.paths().isEmpty()) {
      return Coupling.DETACHED;
    }
    return test || traced.complete() ? Coupling.UNREACHED : Coupling.UNKNOWN;
  }

  /** The longest wait on a path that somebody waits on, else on any, else that of the request. */
  private static Optional<Wait> wait(TracedSite traced) {
    if (traced.request().isEmpty()) {
      return Optional.empty();
    }
    Wait request = traced.request().get().sum();
    boolean waits = traced.paths().stream().anyMatch(FoundPath::waits);
    List<Wait> all =
        traced.paths().stream()
            .filter(p -> p.waits() || !waits)
            .map(p -> PathWaits.of(request, p.frames()))
            .toList();
    return PathWaits.longest(all).or(() -> Optional.of(request));
  }

  private static List<Guard> guards(TracedSite traced) {
    Stream<Guard> onPaths =
        traced.paths().stream().flatMap(p -> p.frames().stream()).flatMap(f -> f.guards().stream());
    Stream<Guard> ofRequest = traced.request().stream().flatMap(w -> w.guards().stream());
    return Stream.concat(onPaths, ofRequest)
        .distinct()
        .sorted(Comparator.comparing(Guard::location).thenComparing(Guard::kind))
        .toList();
  }

  /** A path; where the gateway asks another provider, no failure comes back along it. */
  private static CallPath path(
      FoundPath path, Optional<RequestWait> request, Optional<GatewayRoute> behind) {
    return new CallPath(
        EntryTable.id(path.entry()),
        path.waits(),
        behind.map(r -> Handling.ALTERNATE_OTHER_PROVIDER).orElse(path.handling()),
        behind.map(GatewayRoute::at).or(path::at),
        request.flatMap(r -> PathWaits.of(r.sum(), path.frames()).total()),
        path.standIn(),
        path.frames());
  }

  private static boolean complete(List<Diagnostic> diagnostics) {
    return diagnostics.stream().noneMatch(d -> d.severity() == Diagnostic.Level.ERROR);
  }

  private Coverage coverage(List<Diagnostic> diagnostics) {
    return new Coverage(
        request.rootAsGiven(),
        GitRevision.read(workspace.root()),
        workspace.files().size(),
        sources.count(),
        sources.parsed(),
        complete(diagnostics),
        OtherLanguages.in(workspace));
  }

  private List<Provider> providers(Inventory inventory) {
    TreeMap<String, List<CallSite>> byProvider = new TreeMap<>();
    for (CallSite site : inventory.callSites()) {
      if (!site.inTest()) {
        byProvider.computeIfAbsent(site.provider(), p -> new ArrayList<>()).add(site);
      }
    }
    DocumentedSlas documented = DocumentedSlas.load(catalog.data());
    List<Provider> out = new ArrayList<>();
    byProvider.forEach((id, sites) -> out.add(provider(id, sites, documented)));
    return out;
  }

  private Provider provider(String id, List<CallSite> sites, DocumentedSlas documented) {
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
        sites.stream().flatMap(s -> s.model().stream()).distinct().sorted().toList(),
        documented.of(id));
  }
}
