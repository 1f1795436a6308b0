package dev.aiaudit.catalog.type;

import dev.aiaudit.catalog.data.CatalogData;
import dev.aiaudit.catalog.data.DataNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/** What is known of library types without their class files. All names are qualified. Immutable. */
public final class LibraryTypes {
  /** The section of the catalogue that holds the types. */
  public static final String SECTION = "types";

  private final Map<String, List<String>> supertypes = new HashMap<>();
  private final Map<String, String> functional = new HashMap<>();
  private final Map<String, Container> containers = new HashMap<>();

  private LibraryTypes() {}

  /**
   * Reads the types from the catalogue.
   *
   * @throws dev.aiaudit.catalog.data.DataException when they are not well-formed or a type is
   *     described twice
   */
  public static LibraryTypes load(CatalogData data) {
    LibraryTypes types = new LibraryTypes();
    for (DataNode file : data.section(SECTION)) {
      file.allowOnly(Set.of("supertypes", "functional", "containers"));
      file.entries("supertypes").forEach((type, node) -> types.addSupertypes(type, node));
      file.entries("functional").forEach((type, node) -> types.addFunctional(type, node));
      file.items("containers").forEach(types::addContainer);
    }
    return types;
  }

  /** The direct supertypes that are known; none when nothing is known of the type. */
  public List<String> supertypes(String type) {
    return supertypes.getOrDefault(type, List.of());
  }

  /** The type itself and all known supertypes, the nearest first. */
  public List<String> withSupertypes(String type) {
    if (!supertypes.containsKey(type)) {
      return List.of(type);
    }
    Set<String> seen = new LinkedHashSet<>(List.of(type));
    Deque<String> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      for (String above : supertypes(open.poll())) {
        if (seen.add(above)) {
          open.add(above);
        }
      }
    }
    return new ArrayList<>(seen);
  }

  /** Whether one type is the other or known to be below it. */
  public boolean isA(String type, String supertype) {
    return withSupertypes(type).contains(supertype);
  }

  /**
   * Whether an exception must be declared; empty when too little is known of it.
   *
   * @param type a qualified exception type
   */
  public Optional<Boolean> isChecked(String type) {
    List<String> above = withSupertypes(type);
    if (!above.contains("java.lang.Throwable")) {
      return Optional.empty();
    }
    return Optional.of(
        !above.contains("java.lang.RuntimeException") && !above.contains("java.lang.Error"));
  }

  /** The one abstract method of a functional interface. */
  public Optional<String> functionalMethod(String type) {
    return firstOf(type, at -> Optional.ofNullable(functional.get(at)));
  }

  /** How a generic type hands out its arguments, the nearest description first. */
  public Optional<Container> container(String type) {
    return firstOf(type, at -> Optional.ofNullable(containers.get(at)));
  }

  /** Whether methods of this type that are not known return the same type. */
  public boolean fluent(String type) {
    return container(type).map(Container::fluent).orElse(false);
  }

  /** The position of the receiver's type argument that a method returns. */
  public OptionalInt elementResult(String type, String method) {
    return position(type, container -> container.returns().get(method));
  }

  /** The position of the receiver's type argument that the lambda's first parameter has. */
  public OptionalInt lambdaParam(String type, String method) {
    return position(type, container -> container.gives().get(method));
  }

  /** All functional interfaces with their methods. */
  public Map<String, String> functionalTypes() {
    return Map.copyOf(functional);
  }

  /** All types whose supertypes are known. */
  public Set<String> known() {
    return Set.copyOf(supertypes.keySet());
  }

  /** All types that are described as containers. */
  public Set<String> containerTypes() {
    return Set.copyOf(containers.keySet());
  }

  private OptionalInt position(String type, Function<Container, Integer> lookup) {
    return firstOf(
            type, at -> Optional.ofNullable(containers.get(at)).map(lookup).map(OptionalInt::of))
        .orElse(OptionalInt.empty());
  }

  private <T> Optional<T> firstOf(String type, Function<String, Optional<T>> lookup) {
    return withSupertypes(type).stream().map(lookup).flatMap(Optional::stream).findFirst();
  }

  private void addSupertypes(String type, DataNode node) {
    if (supertypes.put(type, node.texts()) != null) {
      throw node.fault("'" + type + "' is already described");
    }
  }

  private void addFunctional(String type, DataNode node) {
    if (functional.put(type, node.text()) != null) {
      throw node.fault("'" + type + "' is already described");
    }
  }

  private void addContainer(DataNode node) {
    Container container = ContainerReader.read(node);
    for (String type : container.types()) {
      if (containers.put(type, container) != null) {
        throw node.fault("'" + type + "' is already described");
      }
    }
  }
}
