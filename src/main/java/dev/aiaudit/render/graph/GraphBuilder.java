package dev.aiaudit.render.graph;

import dev.aiaudit.model.CallPath;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Coupling;
import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.model.Guard;
import dev.aiaudit.model.Outcome;
import dev.aiaudit.model.Provider;
import dev.aiaudit.model.Report;
import dev.aiaudit.render.Phrases;
import dev.aiaudit.render.graph.Graph.Edge;
import dev.aiaudit.render.graph.Graph.Layer;
import dev.aiaudit.render.graph.Graph.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes the graph of a report. */
public final class GraphBuilder {
  private final Report report;
  private final GraphScope scope;
  private final int limit;
  private final Map<String, EntryPoint> entries;

  /** Entry points that are drawn, by id. */
  private final Map<String, EntryPoint> shownEntries = new LinkedHashMap<>();

  private final List<CallSite> sites = new ArrayList<>();

  private GraphBuilder(Report report, GraphScope scope, int limit) {
    this.report = report;
    this.scope = scope;
    this.limit = limit;
    this.entries =
        report.inventory().entryPoints().stream()
            .collect(Collectors.toMap(EntryPoint::id, Function.identity(), (a, b) -> a));
  }

  /**
   * Builds the graph of main code.
   *
   * @param limit most boxes in a column before they are grouped
   */
  public static Graph of(Report report, GraphScope scope, int limit) {
    return new GraphBuilder(report, scope, limit).build();
  }

  private Graph build() {
    for (CallSite site : report.inventory().callSites()) {
      List<CallPath> paths = paths(site);
      boolean alone = site.paths().isEmpty() && scope.includesUnreached();
      if (scope.includes(site) && (alone || !paths.isEmpty())) {
        sites.add(site);
        paths.forEach(path -> entry(path).ifPresent(e -> shownEntries.put(e.id(), e)));
      }
    }
    Boxes boxes = boxes();
    Map<String, Node> entryNodes = entryNodes(boxes.entries());
    Map<String, Node> classNodes = classNodes(boxes.owners());
    Map<String, Node> providerNodes = providerNodes();
    List<Node> nodes = new ArrayList<>(entryNodes.values());
    nodes.addAll(classNodes.values());
    nodes.addAll(providerNodes.values());
    List<Edge> edges = edges(boxes, entryNodes, classNodes, providerNodes);
    return Ordering.apply(new Graph(nodes, edges));
  }

  private List<Edge> edges(
      Boxes boxes,
      Map<String, Node> entryNodes,
      Map<String, Node> classNodes,
      Map<String, Node> providerNodes) {
    Map<String, Edge> edges = new LinkedHashMap<>();
    for (CallSite site : sites) {
      Node owner =
          Objects.requireNonNull(
              classNodes.get(boxes.owners().get(className(site))), "every site has its class box");
      Node provider =
          Objects.requireNonNull(
              providerNodes.get(site.provider()), "every site has its provider box");
      for (CallPath path : paths(site)) {
        Node entry = entryNodes.get(boxes.entries().get(path.entryPoint()));
        if (entry != null) {
          add(edges, edge(entry, owner, path));
        }
      }
      add(edges, edge(owner, provider, site));
    }
    return List.copyOf(edges.values());
  }

  private List<CallPath> paths(CallSite site) {
    return site.paths().stream().filter(path -> scope.includes(path, entry(path))).toList();
  }

  private Optional<EntryPoint> entry(CallPath path) {
    return Optional.ofNullable(entries.get(path.entryPoint()));
  }

  private Boxes boxes() {
    Map<String, String> methods = new LinkedHashMap<>();
    shownEntries.values().forEach(entry -> methods.put(entry.id(), entry.method()));
    Map<String, Set<String>> owners = new TreeMap<>();
    List<Boxes.Link> links = new ArrayList<>();
    for (CallSite site : sites) {
      owners.computeIfAbsent(className(site), o -> new TreeSet<>()).add(site.provider());
      for (CallPath path : paths(site)) {
        if (shownEntries.containsKey(path.entryPoint())) {
          String look = Tone.of(path.handling()).word() + (path.waits() ? "" : " loose");
          links.add(new Boxes.Link(path.entryPoint(), className(site), look));
        }
      }
    }
    return Boxes.of(methods, owners, links, limit);
  }

  private Map<String, Node> entryNodes(Map<String, String> boxes) {
    Map<String, Node> nodes = new LinkedHashMap<>();
    members(boxes)
        .forEach((box, ids) -> nodes.put(box, entryNode("e" + (nodes.size() + 1), box, ids)));
    return nodes;
  }

  private Node entryNode(String id, String box, List<String> ids) {
    List<EntryPoint> members = ids.stream().map(this::shown).toList();
    Tone tone =
        members.stream()
            .map(entry -> Tone.worst(outcomes(entry)))
            .min(Tone::compareTo)
            .orElse(Tone.NEUTRAL);
    long waiting = members.stream().filter(EntryPoint::waits).count();
    String waits =
        waiting == 0 ? "nobody waits" : waiting < members.size() ? waiting + " wait" : "waits";
    List<String> methods = members.stream().map(EntryPoint::method).toList();
    String label =
        ids.size() == 1 || shownEntries.containsKey(box)
            ? Phrases.entry(members.get(0)) + Group.others(ids.size() - 1)
            : Group.label(box, methods);
    String outcome = tone == Tone.NEUTRAL ? "" : ", " + tone.word();
    return new Node(id, Layer.ENTRIES, label, waits + outcome, tone);
  }

  private EntryPoint shown(String id) {
    return Objects.requireNonNull(shownEntries.get(id), "every box is of an entry that is drawn");
  }

  private List<Outcome> outcomes(EntryPoint entry) {
    return entry.outage().entrySet().stream()
        .filter(e -> scope.provider().isEmpty() || scope.provider().get().equals(e.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  private Map<String, Node> classNodes(Map<String, String> boxes) {
    Map<String, Node> nodes = new LinkedHashMap<>();
    members(boxes)
        .forEach((box, names) -> nodes.put(box, classNode("c" + (nodes.size() + 1), box, names)));
    return nodes;
  }

  private Node classNode(String id, String box, List<String> names) {
    List<CallSite> members =
        sites.stream().filter(site -> names.contains(className(site))).toList();
    String label =
        names.contains(box)
            ? Phrases.shortName(box) + Group.others(names.size() - 1)
            : Group.label(box, names);
    String guards = guards(members);
    String detail = Phrases.count(members.size(), "call") + (guards.isEmpty() ? "" : ", " + guards);
    Tone tone = members.stream().anyMatch(CallSite::flagged) ? Tone.FAILS : Tone.NEUTRAL;
    return new Node(id, Layer.CLASSES, label, detail, tone);
  }

  private Map<String, Node> providerNodes() {
    Map<String, String> names =
        report.providers().stream()
            .collect(Collectors.toMap(Provider::id, Provider::name, (a, b) -> a));
    Map<String, Node> nodes = new LinkedHashMap<>();
    for (String provider : new TreeSet<>(sites.stream().map(CallSite::provider).toList())) {
      TreeSet<String> candidates = new TreeSet<>();
      sites.stream()
          .filter(site -> site.provider().equals(provider))
          .forEach(site -> candidates.addAll(site.candidates()));
      long calls = sites.stream().filter(s -> s.provider().equals(provider)).count();
      String detail =
          candidates.isEmpty()
              ? Phrases.count((int) calls, "call")
              : String.join(" or ", candidates);
      String label = names.getOrDefault(provider, provider);
      String id = "p" + (nodes.size() + 1);
      nodes.put(provider, new Node(id, Layer.PROVIDERS, label, detail, Tone.NEUTRAL));
    }
    return nodes;
  }

  private static Edge edge(Node from, Node to, CallPath path) {
    String label = path.handling().word();
    return new Edge(from.id(), to.id(), label, path.waits(), Tone.of(path.handling()));
  }

  private static Edge edge(Node from, Node to, CallSite site) {
    boolean waits = site.coupling() == Coupling.WAITS;
    return new Edge(from.id(), to.id(), "", waits, site.flagged() ? Tone.FAILS : Tone.NEUTRAL);
  }

  /** Of several edges between the same boxes the worst is drawn. */
  private static void add(Map<String, Edge> edges, Edge edge) {
    edges.merge(
        edge.from() + ">" + edge.to(),
        edge,
        (a, b) -> {
          Edge worse = a.tone().compareTo(b.tone()) <= 0 ? a : b;
          return new Edge(a.from(), a.to(), worse.label(), a.waits() || b.waits(), worse.tone());
        });
  }

  private static String guards(List<CallSite> sites) {
    return sites.stream()
        .flatMap(site -> site.guards().stream())
        .filter(Guard::effective)
        .map(guard -> guard.kind().word())
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static Map<String, List<String>> members(Map<String, String> boxes) {
    Map<String, List<String>> members = new LinkedHashMap<>();
    boxes.forEach((id, box) -> members.computeIfAbsent(box, b -> new ArrayList<>()).add(id));
    return members;
  }

  private static String className(CallSite site) {
    int dot = site.enclosing().lastIndexOf('.');
    return dot <= 0 ? site.enclosing() : site.enclosing().substring(0, dot);
  }
}
