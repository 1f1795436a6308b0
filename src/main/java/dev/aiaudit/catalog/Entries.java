package dev.aiaudit.catalog;

import dev.aiaudit.catalog.data.CatalogData;
import dev.aiaudit.catalog.data.DataNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The entries of the catalogue; an entry is read when it is first asked for. */
final class Entries {
  private final Map<String, DataNode> nodes = new LinkedHashMap<>();
  private final Map<String, Sdk> read = new ConcurrentHashMap<>();
  private volatile Optional<Map<String, String>> artifacts = Optional.empty();
  private volatile Optional<Map<String, DataNode>> byPackage = Optional.empty();

  private Entries() {}

  /** A user's entries, then the current generations of all libraries, then the previous ones. */
  static Entries of(CatalogData data, List<DataNode> additions) {
    Entries entries = new Entries();
    for (DataNode added : additions) {
      entries.put(added);
    }
    List<DataNode> shipped = new ArrayList<>(data.section("sdk"));
    shipped.addAll(data.section("http"));
    entries.putShipped(shipped, false);
    entries.putShipped(shipped, true);
    return entries;
  }

  private void putShipped(List<DataNode> shipped, boolean previous) {
    for (DataNode node : shipped) {
      if (node.flag("previous") == previous) {
        nodes.putIfAbsent(node.text("id"), node);
      }
    }
  }

  private void put(DataNode node) {
    if (nodes.putIfAbsent(node.text("id"), node) != null) {
      throw node.get("id").fault("'" + node.text("id") + "' is there twice");
    }
  }

  /** Reads entries of a user whole, so that a fault is said at once. */
  void check(List<DataNode> added) {
    for (DataNode node : added) {
      Sdk sdk = read(node);
      node.entries("types").forEach((type, entry) -> TypeReader.read(sdk.id(), type, entry));
    }
  }

  void addTypesTo(TypeIndex types) {
    for (Map.Entry<String, DataNode> entry : nodes.entrySet()) {
      types.add(entry.getKey(), entry.getValue().entries("types"));
      for (Map.Entry<String, DataNode> failure : entry.getValue().entries("failures").entrySet()) {
        addChain(types, failure.getKey(), failure.getValue().texts("extends"));
      }
    }
  }

  private static void addChain(TypeIndex types, String type, List<String> chain) {
    String lower = type;
    for (String higher : chain) {
      types.addSupertypes(lower, List.of(higher));
      lower = higher;
    }
  }

  List<Sdk> all() {
    return nodes.values().stream().map(this::read).toList();
  }

  Optional<Sdk> byId(String id) {
    return Optional.ofNullable(nodes.get(id)).map(this::read);
  }

  private Sdk read(DataNode node) {
    return read.computeIfAbsent(node.text("id"), unused -> SdkReader.read(node));
  }

  Set<String> packages(boolean http) {
    Set<String> packages = new LinkedHashSet<>();
    for (DataNode node : nodes.values()) {
      if (node.flag("http") == http) {
        packages.addAll(SdkReader.packages(node));
      }
    }
    return packages;
  }

  /** The library whose package is the longest one around a name. */
  Optional<Sdk> ofPackage(String name) {
    Map<String, DataNode> known = nodesByPackage();
    for (int end = name.length(); end > 0; end = name.lastIndexOf('.', end - 1)) {
      DataNode found = known.get(name.substring(0, end));
      if (found != null) {
        return Optional.of(read(found));
      }
    }
    return Optional.empty();
  }

  private Map<String, DataNode> nodesByPackage() {
    Optional<Map<String, DataNode>> known = byPackage;
    if (known.isEmpty()) {
      Map<String, DataNode> made = new HashMap<>();
      for (DataNode node : nodes.values()) {
        SdkReader.packages(node).forEach(prefix -> made.putIfAbsent(prefix, node));
      }
      known = Optional.of(made);
      byPackage = known;
    }
    return known.get();
  }

  void forEachCallName(boolean http, Consumer<String> names) {
    for (DataNode node : nodes.values()) {
      if (node.flag("http") == http) {
        for (DataNode type : node.entries("types").values()) {
          type.items("calls")
              .forEach(call -> names.accept(call.isText() ? call.text() : call.text("method")));
        }
      }
    }
  }

  /** The methods of a library that make requests, by type. */
  SortedMap<String, List<String>> requests(String id) {
    SortedMap<String, List<String>> out = new TreeMap<>();
    Optional.ofNullable(nodes.get(id))
        .orElseThrow()
        .entries("types")
        .forEach(
            (type, entry) -> {
              List<String> calls =
                  entry.items("calls").stream()
                      .map(call -> call.isText() ? call.text() : call.text("method"))
                      .distinct()
                      .sorted()
                      .toList();
              if (!calls.isEmpty()) {
                out.put(type, calls);
              }
            });
    return out;
  }

  Optional<ArtifactEntry> artifact(String coordinates) {
    Optional<Map<String, String>> known = artifacts;
    if (known.isEmpty()) {
      known = Optional.of(entriesOfArtifacts());
      artifacts = known;
    }
    return Optional.ofNullable(known.get().get(coordinates))
        .flatMap(this::byId)
        .map(sdk -> entry(sdk, coordinates));
  }

  private Map<String, String> entriesOfArtifacts() {
    Map<String, String> ids = new HashMap<>();
    for (Map.Entry<String, DataNode> entry : nodes.entrySet()) {
      for (String coordinates : SdkReader.artifacts(entry.getValue()).keySet()) {
        ids.putIfAbsent(coordinates, entry.getKey());
      }
    }
    return ids;
  }

  private static ArtifactEntry entry(Sdk sdk, String coordinates) {
    String pinned = sdk.artifacts().getOrDefault(coordinates, "");
    String provider = pinned.isEmpty() ? sdk.provider() : pinned;
    boolean open = provider.isEmpty() || provider.equals("configured");
    return new ArtifactEntry(
        sdk.id(), sdk.family(), open ? Optional.empty() : Optional.of(provider));
  }
}
