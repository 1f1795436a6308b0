package dev.aiaudit.catalog;

import dev.aiaudit.catalog.data.DataNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All types of the catalogue by name; what an entry says about a type is read when it is asked for.
 */
final class TypeIndex {
  private record Source(String sdk, DataNode node) {}

  private final Map<String, List<Source>> sources = new HashMap<>(2_048);
  private final Map<String, List<String>> knownSupertypes = new HashMap<>(512);
  private final Map<String, List<TypeEntry>> entries = new ConcurrentHashMap<>();
  private final Map<String, List<String>> linearized = new ConcurrentHashMap<>();
  private volatile Optional<Map<String, Map<String, String>>> packages = Optional.empty();

  /** Adds the types of one catalogue entry; entries that are added first are preferred. */
  void add(String sdk, Map<String, DataNode> types) {
    for (Map.Entry<String, DataNode> type : types.entrySet()) {
      List<Source> known = sources.get(type.getKey());
      if (known == null) {
        known = new ArrayList<>(1);
        sources.put(type.getKey(), known);
      }
      known.add(new Source(sdk, type.getValue()));
    }
  }

  /** Adds supertypes of a type of which nothing else needs to be known, nearest first. */
  void addSupertypes(String type, List<String> supertypes) {
    knownSupertypes.putIfAbsent(type, supertypes);
  }

  boolean contains(String type) {
    return sources.containsKey(type);
  }

  Set<String> names() {
    return sources.keySet();
  }

  /** What the catalogue entries say about a type, preferred first. */
  List<TypeEntry> entries(String type) {
    List<Source> known = sources.get(type);
    return known == null ? List.of() : entries.computeIfAbsent(type, t -> read(t, known));
  }

  private static List<TypeEntry> read(String type, List<Source> known) {
    List<TypeEntry> read = new ArrayList<>();
    known.forEach(source -> read.add(TypeReader.read(source.sdk, type, source.node)));
    return List.copyOf(read);
  }

  /** The id of the preferred catalogue entry of a type, without reading the type. */
  Optional<String> sdk(String type) {
    List<Source> known = sources.get(type);
    return known == null ? Optional.empty() : Optional.of(known.get(0).sdk);
  }

  /** All supertypes, nearest first, the type itself not included. */
  List<String> supertypes(String type) {
    List<String> known = linearized.get(type);
    if (known == null) {
      known = linearize(type);
      linearized.put(type, known);
    }
    return known;
  }

  private List<String> linearize(String type) {
    Set<String> found = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(type));
    while (!open.isEmpty()) {
      for (String supertype : direct(open.poll())) {
        if (!supertype.equals(type) && found.add(supertype)) {
          open.add(supertype);
        }
      }
    }
    return List.copyOf(found);
  }

  private List<String> direct(String type) {
    List<String> direct = new ArrayList<>(knownSupertypes.getOrDefault(type, List.of()));
    for (TypeEntry entry : entries(type)) {
      entry.supertypes().forEach(supertype -> direct.add(TypeNames.raw(supertype)));
    }
    return direct;
  }

  /** Simple names of the top-level types of a package, with their full names. */
  Map<String, String> inPackage(String name) {
    Optional<Map<String, Map<String, String>>> known = packages;
    if (known.isEmpty()) {
      Map<String, Map<String, String>> read = new HashMap<>();
      for (String type : sources.keySet()) {
        put(read, type);
      }
      known = Optional.of(read);
      packages = known;
    }
    return known.get().getOrDefault(name, Map.of());
  }

  private static void put(Map<String, Map<String, String>> packages, String type) {
    String name = TypeNames.packageOf(type);
    String simple = name.isEmpty() ? type : type.substring(name.length() + 1);
    int dot = simple.indexOf('.');
    String outer = dot < 0 ? simple : simple.substring(0, dot);
    packages
        .computeIfAbsent(name, unused -> new TreeMap<>())
        .put(outer, name.isEmpty() ? outer : name + "." + outer);
  }
}
