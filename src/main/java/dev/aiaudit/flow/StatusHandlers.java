package dev.aiaudit.flow;

import dev.aiaudit.detect.RequestSite;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.resolve.Typer;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Node;
import dev.aiaudit.syntax.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The exceptions that a handler in the chain of an HTTP request makes of error answers, as in
 * {@code .onStatus(HttpStatusCode::isError, (request, response) -> { throw new Unavailable(); })}.
 *
 * <p>Source: Spring Framework reference, "REST Clients", error handling of RestClient and
 * WebClient.
 */
final class StatusHandlers {
  private static final String HANDLER = "onStatus";

  private final Typer typer;
  private final ExceptionTypes exceptions;

  StatusHandlers(Typer typer, ExceptionTypes exceptions) {
    this.typer = typer;
    this.exceptions = exceptions;
  }

  /**
   * Full names of the exceptions; empty when the chain has no such handler.
   *
   * @return a present empty list when there is one of which nobody can tell what it throws
   */
  Optional<List<String>> of(RequestSite site) {
    Optional<List<String>> found = Optional.empty();
    Optional<Expr> at = Optional.of(site.node());
    while (at.isPresent() && at.get() instanceof Expr.Call call) {
      if (call.name().equals(HANDLER) && !call.args().isEmpty()) {
        found = Optional.of(thrown(call.args().get(call.args().size() - 1), site.code()));
      }
      at = call.scope();
    }
    return found;
  }

  private List<String> thrown(Node handler, Code code) {
    List<String> out = new ArrayList<>();
    Nodes.walk(
        handler,
        n -> {
          if (n instanceof Expr.New made) {
            JavaType type = typer.typeOf(made, code);
            if (type.isKnown() && exceptions.isA(type.name(), "java.lang.Throwable")) {
              out.add(type.name());
            }
          }
        });
    return List.copyOf(out);
  }
}
