package dev.aiaudit.detect;

import dev.aiaudit.detect.http.HttpCalls;
import dev.aiaudit.detect.http.HttpSeeds;
import dev.aiaudit.javasource.index.FileSet;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.ParsedFile;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Node;
import dev.aiaudit.syntax.Nodes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds all call sites of a tree: picks the files, parses them, asks the finders about each call.
 */
public final class CallSites {
  private final Surroundings at;
  private final SeedFiles seeds;
  private final AiServices services;
  private final HttpSeeds httpSeeds;
  private final List<SiteFinder> finders;
  private final Awaited awaited = new Awaited();
  private final AskedModel asked;
  private final Map<Integer, ParsedFile> files = new LinkedHashMap<>();

  /** Detection over a tree. */
  public CallSites(Surroundings at) {
    this.at = at;
    this.seeds = new SeedFiles(at.project().index(), at.catalog());
    this.services = new AiServices(at);
    ProviderResolver providers = new ProviderResolver(at);
    this.asked = new AskedModel(providers, at.catalog());
    HttpCalls http = new HttpCalls(at);
    this.httpSeeds = new HttpSeeds(at, http);
    this.finders =
        List.of(new SdkCalls(at, providers), new AiServiceCalls(at, services, providers), http);
  }

  /** All call sites, test code included, sorted by file and position. */
  public List<RequestSite> find() {
    load(seeds.importing());
    services.collect(files.values());
    load(seeds.mentioning(services.names()));
    load(seeds.throughHolders(List.copyOf(files.values()), services.names(), at.project()));
    load(httpSeeds.files());
    List<RequestSite> out = new ArrayList<>();
    for (ParsedFile file : files.values()) {
      for (DeclaredType type : file.types()) {
        type.codes().forEach(code -> collect(code, out));
      }
    }
    out.sort(Comparator.comparing(s -> s.code().location(s.node())));
    return out;
  }

  private void load(FileSet wanted) {
    at.project().tree().loadAll(wanted);
    for (int i = 0; i < wanted.size(); i++) {
      int file = wanted.get(i);
      if (!files.containsKey(file)) {
        at.project().tree().load(file).ifPresent(f -> files.put(file, f));
      }
    }
  }

  private void collect(Code code, List<RequestSite> out) {
    Nodes.walk(code.root(), node -> site(node, code).ifPresent(out::add));
  }

  private static String name(Node node) {
    return node instanceof Expr.Call call ? call.name() : ((Expr.MethodRef) node).name();
  }

  /** A request to a gateway that the tree configures depends on those behind it. */
  private RequestSite behindGateway(RequestSite site) {
    ProviderAnswer answer = site.provider();
    return at.config()
        .gateways()
        .route(answer.provider(), answer.model())
        .map(route -> site.withProvider(answer.through(route)))
        .orElse(site);
  }

  private Optional<RequestSite> site(Node node, Code code) {
    if (!(node instanceof Expr.Call) && !(node instanceof Expr.MethodRef)) {
      return Optional.empty();
    }
    for (SiteFinder finder : finders) {
      if (!finder.mayFind(name(node))) {
        continue;
      }
      Optional<RequestSite> found = finder.find((Expr) node, code);
      if (found.isPresent()) {
        return found.map(awaited::of).map(asked::of).map(this::behindGateway);
      }
    }
    return Optional.empty();
  }
}
