package dev.aiaudit.flow.around;

import dev.aiaudit.detect.Surroundings;
import dev.aiaudit.model.CallPath;
import dev.aiaudit.model.Frame;
import dev.aiaudit.model.Location;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.syntax.Annotation;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Modifier;
import dev.aiaudit.syntax.Node;
import dev.aiaudit.syntax.Nodes;
import dev.aiaudit.syntax.Stmt;
import dev.aiaudit.syntax.TypeRef;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Transactions and locks that are held while a call waits. */
final class HeldResources {
  private static final Set<String> TRANSACTIONAL =
      Set.of(
          "org.springframework.transaction.annotation.Transactional",
          "jakarta.transaction.Transactional",
          "javax.transaction.Transactional");

  /** Kinds of propagation that need no transaction of their own. */
  private static final Set<String> NONE = Set.of("NOT_SUPPORTED", "NEVER", "SUPPORTS");

  private static final Set<String> ELSEWHERE =
      Set.of("supplyAsync", "runAsync", "submit", "execute", "invokeAll", "afterCommit");

  private final Surroundings at;
  private final Places places;

  HeldResources(Surroundings at, Places places) {
    this.at = at;
    this.places = places;
  }

  /**
   * Something that is held.
   *
   * @param where where it begins
   * @param what for a sentence, such as {@code a database transaction}
   */
  record Held(Location where, String what) {}

  /** The innermost thing that is held on a path. */
  Optional<Held> on(CallPath path) {
    List<Frame> frames = path.frames();
    for (int i = frames.size() - 1; i >= 0 && !frames.get(i).detached(); i--) {
      Optional<Place> place = places.of(frames.get(i));
      if (place.isEmpty()) {
        return Optional.empty();
      }
      if (handedOver(place.get())) {
        return Optional.empty();
      }
      Optional<Place> caller = i == 0 ? Optional.empty() : places.of(frames.get(i - 1));
      Optional<Held> held = inside(place.get()).or(() -> around(place.get().code(), caller));
      if (held.isPresent()) {
        return held;
      }
    }
    return Optional.empty();
  }

  private static boolean handedOver(Place place) {
    Node child = place.node();
    for (Optional<Node> p = place.code().parent(child); p.isPresent(); ) {
      if (p.get() instanceof Expr.Call call
          && ELSEWHERE.contains(call.name())
          && child instanceof Expr.Lambda
          && call.scope().filter(s -> s == place.node()).isEmpty()
          && !isTransaction(call)) {
        return true;
      }
      child = p.get();
      p = place.code().parent(child);
    }
    return false;
  }

  private static boolean isTransaction(Expr.Call call) {
    return call.scope()
        .filter(
            s ->
                s instanceof Expr.Name n && n.id().toLowerCase(Locale.ROOT).contains("transaction"))
        .isPresent();
  }

  private static Optional<Held> inside(Place place) {
    Node child = place.node();
    Code code = place.code();
    for (Optional<Node> p = code.parent(child); p.isPresent(); p = code.parent(child)) {
      Node around = p.get();
      if (around instanceof Stmt.Synchronized locked
          && locked.body() == child
          && !Locks.ofOneKey(locked.lock(), code)) {
        return Optional.of(new Held(code.location(locked.lock()), "a monitor (synchronized)"));
      }
      if (around instanceof Stmt.Try attempt
          && attempt.body() == child
          && Locks.releasedBy(attempt).filter(lock -> Locks.blocksOthers(lock, code)).isPresent()) {
        return Optional.of(new Held(code.location(attempt.body()), "a lock"));
      }
      if (around instanceof Expr.Call call
          && call.name().startsWith("execute")
          && child instanceof Expr.Lambda
          && isTransaction(call)) {
        return Optional.of(new Held(code.location(call.nameSpan()), "a database transaction"));
      }
      child = around;
    }
    return Optional.empty();
  }

  private Optional<Held> around(Code code, Optional<Place> caller) {
    Optional<DeclaredMethod> method = code.method();
    if (method.isEmpty() || method.get().decl().isConstructor()) {
      return Optional.empty();
    }
    if (method.get().decl().is(Modifier.SYNCHRONIZED)) {
      return Optional.of(
          new Held(code.location(method.get().decl().nameSpan()), "a monitor (synchronized)"));
    }
    boolean outside = caller.map(c -> c.code().owner() != code.owner()).orElse(true);
    boolean open =
        !method.get().decl().is(Modifier.PRIVATE) && !method.get().decl().is(Modifier.STATIC);
    return outside && open && !deferred(method.get())
        ? transaction(method.get(), code)
        : Optional.empty();
  }

  /** A pipeline or future is run when the method has returned and the transaction has ended. */
  private static boolean deferred(DeclaredMethod method) {
    String type = method.decl().returnType().simpleName();
    return Set.of("Mono", "Flux", "Uni", "Multi", "CompletableFuture", "SseEmitter").contains(type);
  }

  private Optional<Held> transaction(DeclaredMethod method, Code code) {
    Optional<Annotation> own = transactional(method.decl().annotations(), method.owner());
    Optional<Annotation> found =
        own.or(() -> transactional(method.owner().decl().annotations(), method.owner()));
    return found
        .filter(HeldResources::opens)
        .map(a -> new Held(code.location(a.span()), "a database transaction"));
  }

  private Optional<Annotation> transactional(List<Annotation> annotations, DeclaredType in) {
    return annotations.stream()
        .filter(a -> a.simpleName().equals("Transactional"))
        .filter(a -> known(at.project().names().resolve(TypeRef.of(a.name()), in), in))
        .findFirst();
  }

  private static boolean known(JavaType type, DeclaredType in) {
    return TRANSACTIONAL.contains(type.name())
        || in.file().syntax().imports().stream()
            .anyMatch(i -> i.onDemand() && TRANSACTIONAL.contains(i.name() + ".Transactional"));
  }

  private static boolean opens(Annotation annotation) {
    boolean[] none = new boolean[1];
    annotation.members().values().forEach(v -> Nodes.walk(v, n -> none[0] |= isNone(n)));
    return !none[0];
  }

  private static boolean isNone(Node n) {
    return n instanceof Expr.FieldAccess a && NONE.contains(a.name())
        || n instanceof Expr.Name name && NONE.contains(name.id());
  }
}
