package dev.aiaudit.flow;

import dev.aiaudit.detect.RequestSite;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.syntax.Node;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The requests of a tree by the expression that makes them. */
public final class RequestMap {
  private final Map<Node, RequestSite> byNode = new IdentityHashMap<>();
  private final Map<Code, List<RequestSite>> byCode = new IdentityHashMap<>();

  /** A map of these requests. */
  public RequestMap(Collection<RequestSite> sites) {
    for (RequestSite site : sites) {
      byNode.put(site.node(), site);
      byCode.computeIfAbsent(site.code(), c -> new java.util.ArrayList<>()).add(site);
    }
  }

  /** The request that an expression makes. */
  public Optional<RequestSite> at(Node node) {
    return Optional.ofNullable(byNode.get(node));
  }

  /** The requests made directly in a piece of code. */
  public List<RequestSite> in(Code code) {
    return byCode.getOrDefault(code, List.of());
  }
}
