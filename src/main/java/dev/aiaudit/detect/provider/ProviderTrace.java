package dev.aiaudit.detect.provider;

import dev.aiaudit.catalog.Catalog;
import dev.aiaudit.configsource.ProjectConfig;
import dev.aiaudit.model.Evidence;
import dev.aiaudit.model.Operation;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.resolve.Typer;
import dev.aiaudit.syntax.Expr;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Follows the client of a request to the providers behind it. Not safe for use by several threads.
 */
public final class ProviderTrace {
  private final Basis at;
  private final Clients clients;

  /**
   * A trace over a tree.
   *
   * @param typer types of expressions of the tree
   * @param catalog knowledge about libraries and hosts
   * @param config builds and settings of the tree
   */
  public ProviderTrace(Typer typer, Catalog catalog, ProjectConfig config) {
    this.at = new Basis(typer, catalog, config);
    this.clients = new Clients(at);
  }

  /**
   * The providers behind a request.
   *
   * @param request the whole request expression: a call or a method reference
   * @param client type of the receiver
   * @param operation what is asked for
   * @param code the code around it
   */
  public Clue of(Expr request, JavaType client, Operation operation, Code code) {
    clients.begin();
    if (runsOwnCode(request, code)) {
      return Clue.IN_PROCESS;
    }
    Clue traced = receiver(request, code);
    if (traced.isEmpty()) {
      traced = arguments(request, code).withModels(traced.models());
    }
    Optional<DeclaredType> own = at.project().find(client);
    Clue service =
        traced.isEmpty() ? own.map(clients.containers()::service).orElse(Clue.NONE) : Clue.NONE;
    return traced
        .orElse(service)
        .orElse(Clue.pinned(at.pin(client.name()), Evidence.ASSUMED))
        .orElse(clients.containers().fallback(code.owner(), client, operation))
        .asked(models(request, code));
  }

  /** The models that a request itself asks for, whatever its client is set to. */
  public Set<String> models(Expr request, Code code) {
    return RequestModels.of(request, code, at, clients.flow(), clients.texts());
  }

  private Clue receiver(Expr request, Code code) {
    if (request instanceof Expr.Call call) {
      Construction chain = Construction.of(Spot.of(call, code), at);
      Clue root = chain.root().map(r -> clients.of(Spot.of(r, code))).orElse(Clue.NONE);
      return chain.root().isEmpty() && call.scope().isPresent()
          ? clients.of(Spot.of(call.scope().get(), code))
          : root;
    }
    return request instanceof Expr.MethodRef ref
        ? clients.of(Spot.of(ref.scope(), code))
        : Clue.NONE;
  }

  /** A kernel that is given a function of an object of the application asks no model. */
  private boolean runsOwnCode(Expr request, Code code) {
    return request instanceof Expr.Call call
        && call.args().stream()
            .filter(a -> at.typer().typeOf(a, code).simpleName().endsWith("Function"))
            .filter(a -> at.isAi(at.typer().typeOf(a, code)))
            .map(a -> clients.of(Spot.of(a, code)))
            .anyMatch(c -> c.inProcess() && c.providers().isEmpty());
  }

  /** A static or prepared request is given the client. */
  private Clue arguments(Expr request, Code code) {
    Clue out = Clue.NONE;
    if (request instanceof Expr.Call call) {
      List<Expr> args = Construction.of(Spot.of(call, code), at).args();
      for (Expr arg : args) {
        if (at.isAi(at.typer().typeOf(arg, code))) {
          out = out.or(clients.of(Spot.of(arg, code)));
        }
      }
    }
    return out;
  }
}
