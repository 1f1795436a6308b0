package dev.aiaudit.trace;

import dev.aiaudit.model.Handling;
import dev.aiaudit.model.Location;
import dev.aiaudit.model.Via;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.syntax.Expr;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the calls, elsewhere in the tree, of client methods whose requests arrive at a handler. */
final class HttpEdges {
  private final EntryPoints entryPoints;
  private final Callers callers;
  private final Set<Expr> requests = Collections.newSetFromMap(new IdentityHashMap<>());

  /**
   * Edges over HTTP.
   *
   * @param requests those that go to a provider, and so not to a handler of the tree
   */
  HttpEdges(EntryPoints entryPoints, Callers callers, List<Edge> requests) {
    this.entryPoints = entryPoints;
    this.callers = callers;
    requests.forEach(r -> this.requests.add(r.node()));
  }

  /**
   * A call that crosses HTTP.
   *
   * @param client what is called
   * @param edge the call
   */
  record Crossing(RemoteMethod client, Edge edge) {
    /**
     * What the failure of a handler is for the caller of the client.
     *
     * @param hiding code that makes the failure a successful answer with an error in it
     */
    Flight arriving(Flight left, Optional<Location> hiding) {
      if (!left.travelling()) {
        return left;
      }
      return hiding.isPresent() && client.form() == Flight.Form.THROWN
          ? left.settle(Handling.UNKNOWN, hiding)
          : left.as(client.form()).withTypes(client.failures());
    }
  }

  /** The calls, in file and source order of each client. */
  List<Crossing> of(DeclaredMethod handler) {
    List<Crossing> out = new ArrayList<>();
    for (RemoteMethod client : entryPoints.clientsOf(handler)) {
      for (Edge edge : callers.of(client.method())) {
        if (!requests.contains(edge.node())) {
          boolean certain = edge.certain() && client.certain();
          out.add(new Crossing(client, new Edge(edge.code(), edge.node(), Via.HTTP, certain)));
        }
      }
    }
    return out;
  }
}
