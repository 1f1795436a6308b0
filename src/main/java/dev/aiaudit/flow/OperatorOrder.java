package dev.aiaudit.flow;

import dev.aiaudit.model.GuardKind;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Operators of Reactor that cannot act because of what stands in front of them in the chain. */
final class OperatorOrder {
  private static final Set<String> BLOCKING_SOURCES =
      Set.of("fromCallable", "fromSupplier", "fromRunnable");
  private static final Set<String> OTHER_THREAD = Set.of("subscribeOn", "publishOn");

  private OperatorOrder() {}

  /** Why an operator does not act; empty when it may. */
  static Optional<String> defeat(GuardKind kind, Expr.Call call, Code code) {
    List<String> before = names(call.scope());
    if (kind == GuardKind.RETRY && before.contains("cache")) {
      return Optional.of(
          "the pipeline in front of it is cached, its failure too, so that the request is not made"
              + " again");
    }
    boolean reactor =
        call.name().equals("timeout")
            && root(call).filter(Set.of("Mono", "Flux")::contains).isPresent();
    boolean sameThread =
        kind == GuardKind.TIMEOUT
            && reactor
            && before.stream().anyMatch(BLOCKING_SOURCES::contains)
            && before.stream().noneMatch(OTHER_THREAD::contains)
            && after(call, code).stream().noneMatch(OTHER_THREAD::contains);
    return sameThread
        ? Optional.of(
            "the request blocks the thread that subscribes, so that the limit cannot end it; a"
                + " subscribeOn is missing in the chain")
        : Optional.empty();
  }

  private static Optional<String> root(Expr.Call call) {
    Expr e = call;
    while (e instanceof Expr.Call link && link.scope().isPresent()) {
      e = link.scope().get();
    }
    return e instanceof Expr.Name name ? Optional.of(name.id()) : Optional.empty();
  }

  private static List<String> names(Optional<Expr> chain) {
    List<String> out = new ArrayList<>();
    for (Optional<Expr> e = chain; e.isPresent() && e.get() instanceof Expr.Call link; ) {
      out.add(link.name());
      e = link.scope();
    }
    return out;
  }

  private static List<String> after(Expr.Call call, Code code) {
    List<String> out = new ArrayList<>();
    Node at = call;
    for (Optional<Node> p = code.parent(at);
        p.isPresent() && p.get() instanceof Expr.Call link;
        p = code.parent(at)) {
      out.add(link.name());
      at = link;
    }
    return out;
  }
}
