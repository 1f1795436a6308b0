package dev.aiaudit.flow;

import dev.aiaudit.model.Handling;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Nodes;
import java.util.Optional;
import java.util.Set;

/** Tells whether an HTTP answer is made with the status of an error. */
final class ErrorStatus {
  private ErrorStatus() {}

  /** {@code ResponseEntity.status(503).body(..)} and its like. */
  static Optional<Handling> of(Expr.Call call) {
    boolean[] error = new boolean[1];
    Expr e = call;
    while (e instanceof Expr.Call c) {
      String name = c.name();
      boolean status =
          name.equals("status") || name.equals("withStatus") || name.equals("setStatus");
      if (status && c.args().stream().anyMatch(ErrorStatus::isError)) {
        error[0] = true;
      }
      if (Set.of(
              "internalServerError",
              "serverError",
              "badRequest",
              "unprocessableEntity",
              "notFound",
              "badGateway")
          .contains(name)) {
        error[0] = true;
      }
      e = c.scope().orElse(null);
      if (e == null) {
        break;
      }
    }
    return error[0] ? Optional.of(Handling.ERROR_RESPONSE) : Optional.empty();
  }

  /** Whether an expression names a status of an error. */
  static boolean isError(Expr arg) {
    boolean[] found = new boolean[1];
    Nodes.walk(
        arg,
        n -> {
          if (n instanceof Expr.Literal literal && literal.value().matches("[45]\\d\\d")) {
            found[0] = true;
          }
          String name =
              n instanceof Expr.FieldAccess a ? a.name() : n instanceof Expr.Name m ? m.id() : "";
          if (name.matches(
              "(?:SC_)?(?:[A-Z_]*ERROR|SERVICE_UNAVAILABLE|BAD_[A-Z]+|GATEWAY_TIMEOUT|TOO_MANY_REQUESTS|UNPROCESSABLE_ENTITY)")) {
            found[0] = true;
          }
        });
    return found[0];
  }
}
