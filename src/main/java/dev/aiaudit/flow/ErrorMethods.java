package dev.aiaudit.flow;

import dev.aiaudit.model.Handling;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.syntax.Annotation;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Nodes;
import dev.aiaudit.trace.Flight;
import java.util.Optional;

/**
 * The error method of a WebSocket endpoint: what the other methods of its class let out, it tells
 * the client, if it does tell.
 *
 * <p>Source: Jakarta WebSocket {@code @OnError}; Quarkus WebSockets Next {@code @OnError}, whose
 * result is sent to the client.
 */
final class ErrorMethods {
  private static final String MARK = "OnError";

  private ErrorMethods() {}

  /** What becomes of a failure that leaves a method of the endpoint. */
  static Flight tell(DeclaredMethod method, Flight flight) {
    boolean message =
        method.decl().annotations().stream()
            .map(Annotation::simpleName)
            .anyMatch(name -> name.startsWith("On") && !name.equals(MARK));
    if (!message || !flight.travelling()) {
      return flight;
    }
    return method.owner().methods().stream()
        .filter(ErrorMethods::isMarked)
        .filter(ErrorMethods::tells)
        .findFirst()
        .flatMap(DeclaredMethod::code)
        .map(
            code -> flight.settle(Handling.ERROR_RESPONSE, Optional.of(code.location(code.root()))))
        .orElse(flight);
  }

  private static boolean isMarked(DeclaredMethod method) {
    return method.decl().annotations().stream().anyMatch(a -> a.simpleName().equals(MARK));
  }

  private static boolean tells(DeclaredMethod handler) {
    return !handler.decl().returnType().name().equals("void")
        || handler.code().filter(ErrorMethods::sends).isPresent();
  }

  private static boolean sends(Code code) {
    boolean[] found = new boolean[1];
    Nodes.walk(
        code.root(),
        n -> found[0] |= n instanceof Expr.Call call && call.name().startsWith("send"));
    return found[0];
  }
}
