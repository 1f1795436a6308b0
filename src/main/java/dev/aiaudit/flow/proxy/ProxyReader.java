package dev.aiaudit.flow.proxy;

import dev.aiaudit.catalog.detach.DetachAnnotation;
import dev.aiaudit.catalog.guard.FallbackForm.Signature;
import dev.aiaudit.catalog.guard.GuardAnnotation;
import dev.aiaudit.catalog.guard.GuardAnnotation.Flag;
import dev.aiaudit.catalog.guard.GuardAnnotation.Part;
import dev.aiaudit.catalog.type.Interception;
import dev.aiaudit.flow.proxy.Mark.Place;
import dev.aiaudit.model.GuardKind;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.syntax.MethodDecl;
import dev.aiaudit.syntax.Modifier;
import dev.aiaudit.trace.Edge;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads which annotations of a method concern a call of it, and whether they can act on it. */
public final class ProxyReader {
  private static final List<String> COUNTED = List.of("retry-exceptions", "record-exceptions");
  private static final List<String> IGNORED = List.of("ignore-exceptions");

  private final ProxyKnowledge knowledge;
  private final Marks marks;
  private final MemberValues values;
  private final Builds builds;
  private final Requirements requirements;
  private final Interceptions interceptions;
  private final FallbackSearch fallbacks;
  private final Recoveries recoveries;
  private final UnaskedFallbacks unasked;
  private final UnusedInstances unused;
  private final GuardSettings settings;
  private final Map<MethodDecl, List<Mark>> marksByMethod = new IdentityHashMap<>();

  /** A reader over a project. */
  public ProxyReader(ProxyKnowledge knowledge) {
    this.knowledge = knowledge;
    this.marks = new Marks(knowledge);
    this.values = new MemberValues(knowledge);
    this.builds = new Builds(knowledge);
    this.requirements = new Requirements(knowledge, builds);
    this.interceptions = new Interceptions(knowledge);
    this.recoveries = new Recoveries(knowledge, marks);
    this.fallbacks = new FallbackSearch(knowledge, values, marks, recoveries);
    this.unasked = new UnaskedFallbacks(knowledge, marks);
    this.unused = new UnusedInstances(knowledge, values);
    this.settings = new GuardSettings(values, requirements);
  }

  private List<Mark> marksOf(DeclaredMethod method) {
    return marksByMethod.computeIfAbsent(method.decl(), m -> marks.of(method));
  }

  /**
   * The guards of a method in the order in which a failure meets them, the innermost first.
   *
   * @param caller the call; empty when a framework makes it, through whatever is around the method
   */
  public List<ActiveGuard> guards(DeclaredMethod method, Optional<Edge> caller) {
    if (method.decl().isConstructor()) {
      return List.of();
    }
    List<ActiveGuard> out = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Mark mark : marksOf(method)) {
      Optional<GuardAnnotation> guard = knowledge.guards().annotation(mark.name());
      if (guard.isPresent() && concerns(guard.get(), mark, method, caller)) {
        if (seen.add(guard.get().id())) {
          out.add(active(guard.get(), mark, method, caller));
        }
      }
    }
    inherited(method, seen).forEach((guard, mark) -> out.add(notInherited(guard, mark, method)));
    out.sort(Comparator.comparing(ProxyReader::rank));
    return out;
  }

  /** Fallbacks around a method that nothing runs, and settings that nobody asks for. */
  public List<Orphan> orphans(DeclaredMethod method) {
    List<Orphan> out = new ArrayList<>(recoveries.beside(method));
    out.addAll(unasked.beside(method, marksOf(method)));
    for (Mark mark : marksOf(method)) {
      knowledge
          .guards()
          .annotation(mark.name())
          .ifPresent(g -> out.addAll(unused.of(g, mark, builds.moduleOf(method.owner()))));
    }
    return out;
  }

  /** Annotations on superclasses that look only at the methods declared there. */
  private Map<GuardAnnotation, Mark> inherited(DeclaredMethod method, Set<String> seen) {
    Map<GuardAnnotation, Mark> out = new LinkedHashMap<>();
    if (method.decl().is(Modifier.PRIVATE) || method.decl().is(Modifier.STATIC)) {
      return out;
    }
    for (JavaType parent : knowledge.project().supertypes(method.owner().type())) {
      Optional<DeclaredType> above = knowledge.project().find(parent);
      for (Mark mark : above.map(marks::on).orElse(List.of())) {
        knowledge
            .guards()
            .annotation(mark.name())
            .filter(g -> g.is(Flag.CLASS_NOT_INHERITED) && !seen.contains(g.id()))
            .ifPresent(g -> out.putIfAbsent(g, mark));
      }
    }
    return out;
  }

  private ActiveGuard notInherited(GuardAnnotation guard, Mark mark, DeclaredMethod method) {
    return new ActiveGuard(
        guard,
        mark.location(),
        Optional.of(
            "on a superclass it reaches the methods declared there, not those of "
                + method.owner().decl().name()),
        ReturnKind.of(method, knowledge),
        fallbacks.find(guard, mark, method),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of());
  }

  private boolean concerns(
      GuardAnnotation guard, Mark mark, DeclaredMethod method, Optional<Edge> caller) {
    if (guard.is(Flag.HANDLES_ITSELF)) {
      return false;
    }
    if (mark.place() != Place.CLASS) {
      return true;
    }
    boolean client = guard.interception() == Interception.GENERATED_CLIENT;
    if (!client && !guard.is(Flag.CLASS_TOO)) {
      return false;
    }
    // What is written on the class is meant for calls from outside, so nothing is lost inside.
    boolean inside = caller.filter(e -> interceptions.selfInvoked(method, e)).isPresent();
    boolean outside = !inside || around(method) != Interception.SPRING_AOP;
    boolean open = !method.decl().is(Modifier.PRIVATE) && !method.decl().is(Modifier.STATIC);
    return client || open && outside;
  }

  private Interception around(DeclaredMethod method) {
    return builds.interception(Interception.SPRING_AOP, Interception.SPRING_AOP, method.owner());
  }

  private ActiveGuard active(
      GuardAnnotation guard, Mark mark, DeclaredMethod method, Optional<Edge> caller) {
    Fallback fallback = fallbacks.find(guard, mark, method);
    List<JavaType> exclude = new ArrayList<>(values.types(mark, guard.members(Part.EXCLUDE)));
    exclude.addAll(values.types(mark, guard.members(Part.NEVER_RECOVER)));
    Map<GuardKind, String> written = new EnumMap<>(GuardKind.class);
    guard
        .kinds()
        .forEach(
            k -> settings.value(k, guard, mark, method).ifPresent(text -> written.put(k, text)));
    return new ActiveGuard(
        guard,
        mark.location(),
        defeat(guard, mark, method, caller),
        ReturnKind.of(method, knowledge),
        fallback,
        included(guard, mark, method),
        exclude,
        settings.listed(guard, mark, method, COUNTED),
        settings.listed(guard, mark, method, IGNORED),
        written);
  }

  private List<JavaType> included(GuardAnnotation guard, Mark mark, DeclaredMethod method) {
    boolean unchecked =
        guard.is(Flag.UNCHECKED_ONLY) && ReturnKind.of(method, knowledge) == ReturnKind.PLAIN;
    return unchecked
        ? List.of(JavaType.known("java.lang.RuntimeException"))
        : values.types(mark, guard.members(Part.INCLUDE));
  }

  private Optional<String> defeat(
      GuardAnnotation guard, Mark mark, DeclaredMethod method, Optional<Edge> caller) {
    Interception how = builds.interception(guard.interception(), guard.elsewhere(), method.owner());
    if (mark.place() == Place.OVERRIDDEN && guard.is(Flag.NOT_ON_INTERFACE)) {
      return Optional.of(
          "an annotation on the method of the interface does not reach the class that implements it");
    }
    return interceptions
        .defeat(how, mark, method, caller)
        .or(() -> requirements.unmet(guard, mark, method))
        .or(() -> returnType(guard, method))
        .or(() -> threadPool(guard, mark, method))
        .or(() -> stateful(guard, mark));
  }

  private Optional<String> stateful(GuardAnnotation guard, Mark mark) {
    boolean on =
        guard.fallback().signature() == Signature.RECOVER
            && values.text(mark, List.of("stateful")).filter("true"::equals).isPresent();
    return on
        ? Optional.of(
            "stateful, it throws after every attempt and repeats only when the caller calls again")
        : Optional.empty();
  }

  private Optional<String> threadPool(GuardAnnotation guard, Mark mark, DeclaredMethod method) {
    boolean pool =
        guard.kinds().contains(GuardKind.BULKHEAD)
            && values.text(mark, guard.members(Part.MODE)).filter("THREADPOOL"::equals).isPresent();
    return pool && ReturnKind.of(method, knowledge) == ReturnKind.PLAIN
        ? Optional.of(
            "a thread pool bulkhead needs a method that returns a future; as "
                + method.name()
                + " returns "
                + method.decl().returnType()
                + ", every call fails")
        : Optional.empty();
  }

  private Optional<String> returnType(GuardAnnotation guard, DeclaredMethod method) {
    ReturnKind kind = ReturnKind.of(method, knowledge);
    if (kind == ReturnKind.PLAIN && guard.asyncReturn() == GuardAnnotation.AsyncReturn.REQUIRED) {
      return Optional.of(
          "it needs a method that returns a future or a pipeline; as "
              + method.name()
              + " returns "
              + method.decl().returnType()
              + ", every call fails");
    }
    boolean lacking =
        kind == ReturnKind.REACTIVE
            && !guard.reactiveNeeds().isEmpty()
            && builds.complete(method.owner())
            && !builds.has(method.owner(), guard.reactiveNeeds());
    return lacking
        ? Optional.of(
            "without "
                + guard.reactiveNeeds().get(0).replaceFirst(".*:", "")
                + " it sees only how the "
                + method.decl().returnType().simpleName()
                + " is assembled, not its failure")
        : Optional.empty();
  }

  /**
   * Innermost first: Resilience4j nests retry, breaker, rate limiter, time limiter and bulkhead
   * from the outside in, MicroProfile puts its fallback around them, and the rest of Spring's
   * proxies stand closest to the method.
   */
  private static int rank(ActiveGuard active) {
    Set<GuardKind> kinds = active.guard().kinds();
    if (active.guard().fallback().signature() == Signature.RECOVER) {
      return 0;
    }
    List<GuardKind> order =
        List.of(
            GuardKind.FALLBACK,
            GuardKind.RETRY,
            GuardKind.CIRCUIT_BREAKER,
            GuardKind.RATE_LIMITER,
            GuardKind.TIMEOUT,
            GuardKind.BULKHEAD);
    for (int i = 0; i < order.size(); i++) {
      if (kinds.contains(order.get(i))) {
        return order.size() - i;
      }
    }
    return 0;
  }

  /**
   * The annotation that moves a call of the method to another thread; empty when none does or it
   * cannot act on this call, so that the caller waits.
   */
  public Optional<DetachAnnotation> detaching(DeclaredMethod method, Optional<Edge> caller) {
    for (Mark mark : marksOf(method)) {
      Optional<DetachAnnotation> found =
          knowledge.detach().annotation(mark.name()).filter(DetachAnnotation::moves);
      if (found.isPresent() && (mark.place() != Place.CLASS || found.get().classToo())) {
        Interception how =
            builds.interception(
                found.get().interception(), found.get().interception(), method.owner());
        boolean acts =
            interceptions.defeat(how, mark, method, caller).isEmpty()
                && !requirements.lacksAnnotations(found.get().enablers());
        return found.filter(f -> acts);
      }
    }
    return Optional.empty();
  }

  /** Whether a method returns one of the types by which a caller can wait for detached work. */
  public boolean returnsHandle(DetachAnnotation detach, DeclaredMethod method) {
    JavaType type = knowledge.returnType(method);
    return detach.returns().stream().anyMatch(t -> knowledge.isA(type, t));
  }
}
