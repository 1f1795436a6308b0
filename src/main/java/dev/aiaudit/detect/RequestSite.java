package dev.aiaudit.detect;

import dev.aiaudit.catalog.RunsOn;
import dev.aiaudit.model.Mode;
import dev.aiaudit.model.Operation;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.syntax.Expr;

/**
 * An expression that makes a request, before anybody has asked who reaches it.
 *
 * @param code the code around it
 * @param node the whole request expression; a fluent chain is one, a method reference counts as a
 *     call
 * @param callee {@code Type.method} with the simple type name
 * @param sdk catalogue family, such as {@code spring-ai}, or {@code http:okhttp}
 * @param operation what is asked for
 * @param mode how the answer comes
 * @param runsOn when the request is sent
 * @param provider who must be up
 */
public record RequestSite(
    Code code,
    Expr node,
    String callee,
    String sdk,
    Operation operation,
    Mode mode,
    RunsOn runsOn,
    ProviderAnswer provider) {

  /** The same site with another answer to who must be up. */
  public RequestSite withProvider(ProviderAnswer other) {
    return new RequestSite(code, node, callee, sdk, operation, mode, runsOn, other);
  }
}
