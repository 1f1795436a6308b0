package dev.aiaudit.detect;

import dev.aiaudit.model.Mode;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Node;
import java.util.Optional;
import java.util.Set;

/** A request whose future or pipeline is waited for in the same chain blocks its caller. */
final class Awaited {
  private static final Set<String> WAITING =
      Set.of(
          "block",
          "blockOptional",
          "blockFirst",
          "blockLast",
          "join",
          "get",
          "blockingGet",
          "blockingFirst",
          "blockingLast",
          "blockingSingle",
          "resultNow",
          "indefinitely",
          "atMost",
          "blockingAwait",
          "toIterable",
          "toStream");

  /** The site as blocking if the end of its chain waits; else the site itself. */
  RequestSite of(RequestSite site) {
    boolean lazy = site.mode() == Mode.REACTIVE || site.mode() == Mode.FUTURE;
    return lazy && waits(site.node(), site.code())
        ? new RequestSite(
            site.code(),
            site.node(),
            site.callee(),
            site.sdk(),
            site.operation(),
            Mode.BLOCKING,
            site.runsOn(),
            site.provider())
        : site;
  }

  private static boolean waits(Expr request, Code code) {
    Node at = request;
    Optional<Node> parent = code.parent(at);
    while (parent.isPresent()
        && parent.get() instanceof Expr.Call call
        && call.scope().isPresent()
        && call.scope().get() == at) {
      if (WAITING.contains(call.name())) {
        return true;
      }
      at = call;
      parent = code.parent(at);
    }
    return false;
  }
}
