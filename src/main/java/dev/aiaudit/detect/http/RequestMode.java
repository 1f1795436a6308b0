package dev.aiaudit.detect.http;

import dev.aiaudit.catalog.CallPattern;
import dev.aiaudit.detect.Surroundings;
import dev.aiaudit.model.Mode;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.Typer;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Node;
import dev.aiaudit.syntax.Nodes;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How the answer of an HTTP request comes. */
final class RequestMode {
  private static final Map<String, Mode> BY_RETURN =
      Map.ofEntries(
          Map.entry("Flux", Mode.STREAM),
          Map.entry("Multi", Mode.STREAM),
          Map.entry("Publisher", Mode.STREAM),
          Map.entry("Flowable", Mode.STREAM),
          Map.entry("Observable", Mode.STREAM),
          Map.entry("Stream", Mode.STREAM),
          Map.entry("Mono", Mode.REACTIVE),
          Map.entry("Uni", Mode.REACTIVE),
          Map.entry("Single", Mode.REACTIVE),
          Map.entry("Maybe", Mode.REACTIVE),
          Map.entry("CompletableFuture", Mode.FUTURE),
          Map.entry("CompletionStage", Mode.FUTURE),
          Map.entry("Future", Mode.FUTURE),
          Map.entry("ListenableFuture", Mode.FUTURE));

  /** Operators after which the thread has waited for the answer. */
  private static final Set<String> WAITING =
      Set.of("block", "blockOptional", "blockFirst", "blockLast", "join", "await", "indefinitely");

  /** Body handlers that give the answer piece by piece. */
  private static final Set<String> PIECES = Set.of("ofLines", "fromLineSubscriber", "ofPublisher");

  private final Typer typer;

  RequestMode(Surroundings at) {
    this.typer = at.typer();
  }

  Mode of(CallPattern pattern, Expr.Call call, Code code) {
    if (waits(pattern.mode(), call, code)) {
      return Mode.BLOCKING;
    }
    boolean pieces = call.args().stream().anyMatch(RequestMode::givesPieces);
    return pieces ? Mode.STREAM : pattern.mode();
  }

  private static boolean givesPieces(Expr argument) {
    boolean[] found = {false};
    Nodes.walk(argument, n -> found[0] |= n instanceof Expr.Call c && PIECES.contains(c.name()));
    return found[0];
  }

  Mode of(DeclaredMethod method, Expr.Call call, Code code) {
    Mode mode = BY_RETURN.getOrDefault(method.decl().returnType().simpleName(), Mode.BLOCKING);
    return waits(mode, call, code) ? Mode.BLOCKING : mode;
  }

  /**
   * Whether a method of an interface only prepares a request, which a later call on its result
   * sends.
   */
  boolean prepares(DeclaredMethod method) {
    return typer
        .project()
        .names()
        .resolve(method.decl().returnType(), method.owner(), Optional.of(method.decl()))
        .is("retrofit2.Call");
  }

  /** Whether the chain that goes on from the call waits for the answer. */
  private static boolean waits(Mode mode, Expr.Call call, Code code) {
    if (mode == Mode.BLOCKING) {
      return false;
    }
    Node at = call;
    Optional<Node> parent = code.parent(at);
    while (parent.isPresent()
        && parent.get() instanceof Expr.Call next
        && next.scope().isPresent()
        && next.scope().get() == at) {
      if (WAITING.contains(next.name()) || mode == Mode.FUTURE && next.name().equals("get")) {
        return true;
      }
      at = next;
      parent = code.parent(at);
    }
    return false;
  }
}
