package dev.aiaudit.render.graph;

import dev.aiaudit.model.CallPath;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.model.Guard;
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
    Map<String, String> entryBox = entryBoxes();
    Map<String, String> classBox = classBoxes();
    Map<String, Node> entryNodes = entryNodes(entryBox);
    Map<String, Node> classNodes = classNodes(classBox);
    Map<String, Node> providerNodes = providerNodes();
    Map<String, Edge> edges = new LinkedHashMap<>();
    for (CallSite site : sites) {
      Node owner =
          Objects.requireNonNull(
              classNodes.get(classBox.get(className(site))), "every site has its class box");
      Node provider =
          Objects.requireNonNull(
              providerNodes.get(site.provider()), "every site has its provider box");
      for (CallPath path : paths(site)) {
        Node entry = entryNodes.get(entryBox.get(path.entryPoint()));
        if (entry != null) {
          add(edges, edge(entry, owner, path));
        }
      }
      add(edges, edge(owner, provider, site));
    }
    List<Node> nodes = new ArrayList<>(entryNodes.values());
    nodes.addAll(classNodes.values());
    nodes.addAll(providerNodes.values());
    return Ordering.apply(new Graph(nodes, List.copyOf(edges.values())));
  }

  private List<CallPath> paths(CallSite site) {
    return site.paths().stream().filter(path -> scope.includes(path, entry(path))).toList();
  }

  private Optional<EntryPoint> entry(CallPath path) {
    return Optional.ofNullable(entries.get(path.entryPoint()));
  }

  private Map<String, String> entryBoxes() {
    Map<String, String> methods = new LinkedHashMap<>();
    shownEntries.values().forEach(entry -> methods.put(entry.id(), entry.method()));
    return Group.of(methods, limit);
  }

  private Map<String, String> classBoxes() {
    Map<String, String> classes = new TreeMap<>();
    sites.forEach(site -> classes.put(className(site), site.enclosing()));
    return Group.of(classes, limit);
  }

  private Map<String, Node> entryNodes(Map<String, String> boxes) {
    Map<String, Node> nodes = new LinkedHashMap<>();
    members(boxes)
        .forEach(
            (box, ids) -> {
              List<EntryPoint> members = ids.stream().map(this::shown).toList();
              EntryPoint first = members.get(0);
              boolean one = members.size() == 1;
              Tone tone =
                  members.stream()
                      .map(entry -> Tone.worst(outcomes(entry)))
                      .min(Tone::compareTo)
                      .orElse(Tone.NEUTRAL);
              boolean waits = members.stream().anyMatch(EntryPoint::waits);
              String label = one ? Phrases.entry(first) : Group.label(box, ids);
              String detail = (waits ? "waits" : "nobody waits") + word(tone);
              String id = "e" + (nodes.size() + 1);
              nodes.put(box, new Node(id, Layer.ENTRIES, label, detail, tone));
            });
    return nodes;
  }

  private EntryPoint shown(String id) {
    return java.util.Objects.requireNonNull(shownEntries.get(id));
  }

  private List<dev.aiaudit.model.Outcome> outcomes(EntryPoint entry) {
    return entry.outage().entrySet().stream()
        .filter(e -> scope.provider().isEmpty() || scope.provider().get().equals(e.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static String word(Tone tone) {
    return tone == Tone.NEUTRAL ? "" : ", " + tone.word();
  }

  private Map<String, Node> classNodes(Map<String, String> boxes) {
    Map<String, Node> nodes = new LinkedHashMap<>();
    members(boxes)
        .forEach(
            (box, names) -> {
              List<CallSite> members =
                  sites.stream().filter(site -> names.contains(className(site))).toList();
              boolean flagged = members.stream().anyMatch(CallSite::flagged);
              String label =
                  names.size() == 1 ? Phrases.shortName(names.get(0)) : Group.label(box, names);
              String guards = guards(members);
              String detail =
                  Phrases.count(members.size(), "call") + (guards.isEmpty() ? "" : ", " + guards);
              Tone tone = flagged ? Tone.FAILS : Tone.NEUTRAL;
              String id = "c" + (nodes.size() + 1);
              nodes.put(box, new Node(id, Layer.CLASSES, label, detail, tone));
            });
    return nodes;
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
    boolean waits = site.coupling() == dev.aiaudit.model.Coupling.WAITS;
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
