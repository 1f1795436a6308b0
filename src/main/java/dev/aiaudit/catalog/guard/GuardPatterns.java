package dev.aiaudit.catalog.guard;

import dev.aiaudit.catalog.data.CatalogData;
import dev.aiaudit.catalog.data.DataNode;
import dev.aiaudit.catalog.type.Interception;
import dev.aiaudit.catalog.type.LibraryTypes;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All guards. Questions about a type are also answered for its known library supertypes, the
 * nearest first. Immutable.
 */
public final class GuardPatterns {
  /** The section of the catalogue that holds the patterns. */
  public static final String SECTION = "guards";

  private static final String ANY = "*";
  private static final Set<String> KEYS =
      Set.of("annotations", "calls", "wrappers", "clients", "interception");

  private final LibraryTypes types;
  private final Map<String, GuardAnnotation> byAnnotation = new LinkedHashMap<>();
  private final Map<String, GuardAnnotation> byCompanion = new HashMap<>();
  private final Map<String, List<GuardCall>> callsByMember = new LinkedHashMap<>();
  private final Set<String> callMethods = new HashSet<>();
  private final Map<String, List<Wrapper>> wrappersByMember = new HashMap<>();
  private final Map<String, List<Wrapper>> wrappersByAnnotation = new HashMap<>();
  private final Map<String, HttpStatus> statusByMember = new HashMap<>();
  private final Map<Interception, InterceptionModel> models = new EnumMap<>(Interception.class);

  private GuardPatterns(LibraryTypes types) {
    this.types = types;
  }

  /**
   * Reads the patterns from the catalogue.
   *
   * @throws dev.aiaudit.catalog.data.DataException when a pattern is not well-formed or two say
   *     something about the same thing
   */
  public static GuardPatterns load(CatalogData data, LibraryTypes types) {
    GuardPatterns patterns = new GuardPatterns(types);
    for (DataNode file : data.section(SECTION)) {
      file.allowOnly(KEYS);
      file.items("annotations").forEach(patterns::addAnnotation);
      file.items("calls").forEach(patterns::addCall);
      file.items("wrappers").forEach(patterns::addWrapper);
      file.items("clients").forEach(patterns::addStatus);
      file.items("interception").forEach(patterns::addModel);
    }
    return patterns;
  }

  /** The guard that an annotation stands for. */
  public Optional<GuardAnnotation> annotation(String annotation) {
    return Optional.ofNullable(byAnnotation.get(annotation));
  }

  /** The guard whose fallback an annotation marks, such as the one of {@code @Recover}. */
  public Optional<GuardAnnotation> companion(String annotation) {
    return Optional.ofNullable(byCompanion.get(annotation));
  }

  /** What a call of this method on this type with so many arguments guards. */
  public Optional<GuardCall> call(String type, String method, int arguments) {
    return calls(type, method).stream().filter(call -> call.takes(arguments)).findFirst();
  }

  /** What a call of this method on this type may guard, by its number of arguments. */
  public List<GuardCall> calls(String type, String method) {
    for (String at : types.withSupertypes(type)) {
      List<GuardCall> found = callsByMember.get(at + "#" + method);
      if (found != null) {
        return List.copyOf(found);
      }
    }
    return List.of();
  }

  /** Whether any guarding call has this name, to skip the question for the type. */
  public boolean isCallMethod(String method) {
    return callMethods.contains(method);
  }

  /** Exceptions that a call of this method on this type puts in the place of others. */
  public List<Wrapper> wrappers(String type, String method) {
    List<Wrapper> found = new ArrayList<>();
    for (String at : types.withSupertypes(type)) {
      found.addAll(wrappersByMember.getOrDefault(at + "#" + method, List.of()));
      found.addAll(wrappersByMember.getOrDefault(at + "#" + ANY, List.of()));
    }
    return List.copyOf(found);
  }

  /** Exceptions that a guarding annotation puts in the place of others. */
  public List<Wrapper> wrappers(String annotation) {
    return List.copyOf(wrappersByAnnotation.getOrDefault(annotation, List.of()));
  }

  /** What a call of this HTTP client method does at an error status. */
  public Optional<HttpStatus> httpStatus(String type, String method) {
    return types.withSupertypes(type).stream()
        .map(at -> Optional.ofNullable(statusByMember.get(at + "#" + method)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** What the generated client behind an annotated interface does at an error status. */
  public Optional<HttpStatus> httpStatus(String annotation) {
    return Optional.ofNullable(statusByMember.get("@" + annotation));
  }

  /** What keeps annotations from acting under a way of interception. */
  public InterceptionModel model(Interception interception) {
    return models.getOrDefault(
        interception, new InterceptionModel(interception, Map.of(), List.of()));
  }

  /** Every guarding annotation, in the order of the files. */
  public List<GuardAnnotation> annotations() {
    return byAnnotation.values().stream().distinct().toList();
  }

  /** Every guarding call, in the order of the files. */
  public List<GuardCall> calls() {
    return callsByMember.values().stream().flatMap(List::stream).distinct().toList();
  }

  private void addAnnotation(DataNode node) {
    GuardAnnotation guard = AnnotationReader.read(node);
    guard.annotations().forEach(name -> put(byAnnotation, name, guard, node));
    guard.fallback().companions().forEach(name -> byCompanion.putIfAbsent(name, guard));
  }

  private void addCall(DataNode node) {
    GuardCall call = CallReader.call(node);
    callMethods.addAll(call.methods());
    for (String type : call.types()) {
      for (String method : call.methods()) {
        List<GuardCall> known =
            callsByMember.computeIfAbsent(type + "#" + method, unused -> new ArrayList<>());
        if (known.stream().anyMatch(other -> overlaps(other, call))) {
          throw node.fault("'" + type + "#" + method + "' is already described");
        }
        known.add(call);
      }
    }
  }

  private static boolean overlaps(GuardCall one, GuardCall other) {
    return one.arguments().isEmpty()
        || other.arguments().isEmpty()
        || one.arguments().stream().anyMatch(other::takes);
  }

  private void addWrapper(DataNode node) {
    Wrapper wrapper = CallReader.wrapper(node);
    for (String type : wrapper.types()) {
      for (String method : wrapper.methods()) {
        wrappersByMember
            .computeIfAbsent(type + "#" + method, unused -> new ArrayList<>())
            .add(wrapper);
      }
    }
    for (String annotation : wrapper.annotations()) {
      wrappersByAnnotation.computeIfAbsent(annotation, unused -> new ArrayList<>()).add(wrapper);
    }
  }

  private void addStatus(DataNode node) {
    HttpStatus status = CallReader.status(node);
    for (String type : status.types()) {
      status.methods().forEach(m -> put(statusByMember, type + "#" + m, status, node));
    }
    status.annotations().forEach(name -> put(statusByMember, "@" + name, status, node));
  }

  private void addModel(DataNode node) {
    InterceptionModel model = CallReader.model(node);
    put(models, model.model(), model, node);
  }

  private static <K, P> void put(Map<K, P> index, K key, P pattern, DataNode node) {
    if (index.put(key, pattern) != null) {
      throw node.fault("'" + key + "' is already described");
    }
  }
}
