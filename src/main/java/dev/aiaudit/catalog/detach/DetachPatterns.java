package dev.aiaudit.catalog.detach;

import dev.aiaudit.catalog.data.CatalogData;
import dev.aiaudit.catalog.data.DataNode;
import dev.aiaudit.catalog.type.LibraryTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What breaks and restores the waiting. Questions about a type are also answered for its known
 * library supertypes, the nearest first. Immutable.
 */
public final class DetachPatterns {
  /** The section of the catalogue that holds the patterns. */
  public static final String SECTION = "detach";

  private static final String ANY = "*";
  private static final Set<String> KEYS =
      Set.of(
          "annotations",
          "calls",
          "joins",
          "web",
          "callbacks",
          "sameThread",
          "accepted",
          "annotationGateways");

  private final LibraryTypes types;
  private final List<DetachCall> calls = new ArrayList<>();
  private final List<DetachAnnotation> annotations = new ArrayList<>();
  private final List<Join> joins = new ArrayList<>();
  private final List<WebAsync> web = new ArrayList<>();
  private final Set<String> sameThread = new HashSet<>();
  private final Set<String> accepted = new HashSet<>();
  private final Set<String> gateways = new HashSet<>();
  private final Set<String> uiMethods = new HashSet<>();
  private final Map<String, DetachCall> callByMember = new HashMap<>();
  private final Map<String, Join> joinByMember = new HashMap<>();
  private final Map<String, DetachAnnotation> byAnnotation = new HashMap<>();
  private final Map<String, WebAsync> webByType = new HashMap<>();
  private final Map<String, CallbackType> callbackByType = new HashMap<>();

  private DetachPatterns(LibraryTypes types) {
    this.types = types;
  }

  /**
   * Reads the patterns from the catalogue.
   *
   * @throws dev.aiaudit.catalog.data.DataException when a pattern is not well-formed or two say
   *     something about the same member
   */
  public static DetachPatterns load(CatalogData data, LibraryTypes types) {
    DetachPatterns patterns = new DetachPatterns(types);
    for (DataNode file : data.section(SECTION)) {
      file.allowOnly(KEYS);
      patterns.read(file);
    }
    return patterns;
  }

  /** What a call of this method on this type does to the waiting. */
  public Optional<DetachCall> detach(String type, String method) {
    return firstOf(type, member(callByMember, method));
  }

  /** Whether a method of that name of any type may run code on the thread of a user interface. */
  public boolean isUiMethod(String method) {
    return uiMethods.contains(method);
  }

  /** Whether and how a call of this method on this type waits for detached code. */
  public Optional<Join> joins(String type, String method) {
    return firstOf(type, at -> Optional.ofNullable(joinByMember.get(at + "#" + method)));
  }

  /** What an annotation does that may move its method to another thread. */
  public Optional<DetachAnnotation> annotation(String annotation) {
    return Optional.ofNullable(byAnnotation.get(annotation));
  }

  /** How the completion of a type is what the client waits for. */
  public Optional<WebAsync> webAsync(String type) {
    return firstOf(type, at -> Optional.ofNullable(webByType.get(at)));
  }

  /** Which methods of a type are called back with a result and which with a failure. */
  public Optional<CallbackType> callback(String type) {
    return firstOf(type, at -> Optional.ofNullable(callbackByType.get(at)));
  }

  /** Whether an executor of this type runs its tasks on the caller's thread. */
  public boolean isSameThread(String type) {
    return sameThread.contains(type);
  }

  /** Whether this factory method gives an executor that runs tasks on the caller's thread. */
  public boolean isSameThread(String type, String method) {
    return sameThread.contains(type + "#" + method);
  }

  /** Whether this static method makes an answer that says "accepted, not done yet". */
  public boolean isAccepted(String type, String method) {
    return accepted.contains(type + "#" + method);
  }

  /** Whether a call of an interface with this annotation waits for the handler of a channel. */
  public boolean isGateway(String annotation) {
    return gateways.contains(annotation);
  }

  /** Every call pattern, in the order of the files. */
  public List<DetachCall> calls() {
    return List.copyOf(calls);
  }

  /** Every annotation pattern. */
  public List<DetachAnnotation> annotations() {
    return List.copyOf(annotations);
  }

  /** Every join. */
  public List<Join> joins() {
    return List.copyOf(joins);
  }

  /** Every web type. */
  public List<WebAsync> web() {
    return List.copyOf(web);
  }

  private <P> Optional<P> firstOf(String type, Function<String, Optional<P>> lookup) {
    for (String at : types.withSupertypes(type)) {
      Optional<P> found = lookup.apply(at);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static <P> Function<String, Optional<P>> member(Map<String, P> index, String method) {
    return at ->
        Optional.ofNullable(index.get(at + "#" + method))
            .or(() -> Optional.ofNullable(index.get(at + "#" + ANY)));
  }

  private void read(DataNode file) {
    file.items("calls").forEach(this::addCall);
    file.items("joins").forEach(this::addJoin);
    file.items("annotations").forEach(this::addAnnotation);
    file.items("web").forEach(this::addWeb);
    file.items("callbacks").forEach(this::addCallback);
    sameThread.addAll(file.texts("sameThread"));
    accepted.addAll(file.texts("accepted"));
    gateways.addAll(file.texts("annotationGateways"));
  }

  private void addCall(DataNode node) {
    DetachCall call = DetachReader.call(node);
    calls.add(call);
    if (call.ui()) {
      uiMethods.addAll(call.methods());
    }
    call.types().forEach(t -> call.methods().forEach(m -> put(callByMember, t, m, call, node)));
  }

  private void addJoin(DataNode node) {
    Join join = DetachReader.join(node);
    joins.add(join);
    join.types().forEach(t -> join.methods().forEach(m -> put(joinByMember, t, m, join, node)));
  }

  private void addAnnotation(DataNode node) {
    DetachAnnotation annotation = DetachReader.annotation(node);
    annotations.add(annotation);
    annotation.annotations().forEach(name -> put(byAnnotation, name, annotation, node));
  }

  private void addCallback(DataNode node) {
    CallbackType type = DetachReader.callback(node);
    type.types().forEach(name -> put(callbackByType, name, type, node));
  }

  private void addWeb(DataNode node) {
    WebAsync type = DetachReader.webAsync(node);
    web.add(type);
    type.types().forEach(name -> put(webByType, name, type, node));
  }

  private static <P> void put(Map<String, P> index, String t, String m, P pattern, DataNode node) {
    put(index, t + "#" + m, pattern, node);
  }

  private static <P> void put(Map<String, P> index, String key, P pattern, DataNode node) {
    if (index.put(key, pattern) != null) {
      throw node.fault("'" + key + "' is already described");
    }
  }
}
