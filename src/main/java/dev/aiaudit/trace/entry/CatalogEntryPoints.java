package dev.aiaudit.trace.entry;

import dev.aiaudit.catalog.entrypoint.EntryPattern;
import dev.aiaudit.catalog.entrypoint.EntryPattern.AnnotatedMethod;
import dev.aiaudit.catalog.entrypoint.EntryPattern.BeanMethod;
import dev.aiaudit.catalog.entrypoint.EntryPattern.DispatchedMethod;
import dev.aiaudit.catalog.entrypoint.EntryPatterns;
import dev.aiaudit.catalog.entrypoint.EntryTraits.Flag;
import dev.aiaudit.catalog.entrypoint.HttpClientPatterns;
import dev.aiaudit.configsource.Modules;
import dev.aiaudit.configsource.ProjectConfig;
import dev.aiaudit.model.EntryKind;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.Project;
import dev.aiaudit.resolve.Typer;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.MethodDecl;
import dev.aiaudit.syntax.Modifier;
import dev.aiaudit.syntax.Param;
import dev.aiaudit.trace.EntryHit;
import dev.aiaudit.trace.EntryPoints;
import dev.aiaudit.trace.RemoteMethod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Entry points by the patterns of the catalogue. An answer is kept, so a repeated question costs
 * nothing. Not safe for use by several threads.
 */
public final class CatalogEntryPoints implements EntryPoints {
  private final Surroundings at;
  private final AnnotatedEntries annotated;
  private final BeanEntries beans;
  private final TypeEntries types;
  private final DispatchedEntries dispatched;
  private final Registrations registrations;
  private final HttpClients clients;
  private final Set<String> lifecycleEvents = new HashSet<>();
  private final Map<DeclaredMethod, List<EntryHit>> known = new HashMap<>();

  /**
   * Entry points of a project.
   *
   * @param modules the build modules, for patterns that count only with certain libraries; without
   *     them such patterns select nothing
   */
  public CatalogEntryPoints(
      Project project, Typer typer, EntryPatterns patterns, Optional<Modules> modules) {
    this(project, typer, patterns, modules, HttpClientPatterns.NONE, Optional.empty());
  }

  /**
   * Entry points of a project with clients of its own.
   *
   * @param clients interfaces that send HTTP requests
   * @param config builds and settings
   */
  public CatalogEntryPoints(
      Project project,
      Typer typer,
      EntryPatterns patterns,
      HttpClientPatterns clients,
      ProjectConfig config) {
    this(project, typer, patterns, Optional.of(config.modules()), clients, Optional.of(config));
  }

  private CatalogEntryPoints(
      Project project,
      Typer typer,
      EntryPatterns patterns,
      Optional<Modules> modules,
      HttpClientPatterns clients,
      Optional<ProjectConfig> config) {
    this.at = Surroundings.of(project, typer, patterns, clients);
    Hosts hosts = new Hosts(at.hierarchy(), at.marks());
    this.annotated = new AnnotatedEntries(at, hosts);
    ModuleLibraries libraries = new ModuleLibraries(modules);
    this.beans = new BeanEntries(at, libraries);
    this.types = new TypeEntries(at, hosts, libraries);
    this.dispatched = new DispatchedEntries(at);
    this.registrations = new Registrations(at);
    this.clients =
        new HttpClients(at, clients, new HttpHandlers(at, hosts), new Services(clients, config));
    patterns.of(AnnotatedMethod.class).stream()
        .filter(pattern -> pattern.traits().kind() == EntryKind.STARTUP)
        .forEach(pattern -> lifecycleEvents.addAll(pattern.parameterTypes()));
  }

  @Override
  public List<EntryHit> of(DeclaredMethod method) {
    List<EntryHit> hits = known.get(method);
    if (hits == null) {
      hits = search(method);
      known.put(method, hits);
    }
    return hits;
  }

  @Override
  public List<EntryHit> registeredBy(Expr call, int argument, Code code) {
    return registrations.of(call, argument, code);
  }

  @Override
  public List<RemoteMethod> clientsOf(DeclaredMethod handler) {
    return clients.of(handler);
  }

  private List<EntryHit> search(DeclaredMethod method) {
    if (method.decl().body().isEmpty()
        || method.name().equals(MethodDecl.STATIC_INIT)
        || method.name().equals(MethodDecl.INSTANCE_INIT)) {
      return List.of();
    }
    List<Mark> marks = at.marks().of(method);
    List<Found> found = new ArrayList<>();
    if (isMain(method.decl())) {
      found.add(new Found(at.patterns().mainMethod(), Optional.empty(), false));
    }
    annotated.byMethod(method, marks, found);
    annotated.byParameter(method, marks, found);
    beans.byMethod(method, marks, found);
    types.bySupertype(method, marks, found);
    types.byClassAnnotation(method, marks, found);
    dispatched.byParameter(method, marks, found);
    return hits(method, found);
  }

  private static boolean isMain(MethodDecl decl) {
    if (!decl.name().equals("main")
        || !decl.is(Modifier.STATIC)
        || !decl.is(Modifier.PUBLIC)
        || decl.params().size() != 1
        || !decl.returnType().name().equals("void")) {
      return false;
    }
    Param param = decl.params().get(0);
    return param.type().simpleName().equals("String")
        && param.type().dimensions() + (param.varArgs() ? 1 : 0) == 1;
  }

  /** What makes two entries of one method different. */
  private record Way(EntryKind kind, boolean inProcess, boolean calledByModel) {}

  private List<EntryHit> hits(DeclaredMethod method, List<Found> found) {
    Map<Way, EntryHit> hits = new LinkedHashMap<>();
    for (Found one : found) {
      EntryHit hit = hit(method, one);
      hits.merge(
          new Way(hit.kind(), hit.inProcess(), hit.calledByModel()),
          hit,
          CatalogEntryPoints::merged);
    }
    // A listener for the start of the application is no listener for events of the application.
    if (hits.values().stream().anyMatch(hit -> hit.kind() == EntryKind.STARTUP)) {
      hits.values().removeIf(hit -> hit.kind() == EntryKind.EVENT);
    }
    return List.copyOf(hits.values());
  }

  private static EntryHit merged(EntryHit one, EntryHit other) {
    return new EntryHit(
        one.kind(),
        one.waits() || other.waits(),
        one.method(),
        one.route().or(other::route),
        one.location(),
        one.inProcess(),
        one.calledByModel(),
        one.dispatched() || other.dispatched(),
        one.makesBean() && other.makesBean());
  }

  private EntryHit hit(DeclaredMethod method, Found found) {
    EntryPattern pattern = found.pattern();
    boolean startup =
        pattern.traits().kind() == EntryKind.EVENT && startsWithTheApplication(method);
    return new EntryHit(
        startup ? EntryKind.STARTUP : pattern.traits().kind(),
        found.waits(),
        Labels.of(method),
        found.route(),
        Labels.location(method),
        pattern.traits().is(Flag.IN_PROCESS) && !startup,
        pattern.traits().is(Flag.CALLED_BY_MODEL),
        pattern instanceof DispatchedMethod,
        pattern instanceof BeanMethod bean && bean.ownBody());
  }

  private boolean startsWithTheApplication(DeclaredMethod method) {
    List<Param> params = method.decl().params();
    return params.size() == 1
        && lifecycleEvents.contains(at.names().qualify(params.get(0).type(), method.owner()));
  }
}
