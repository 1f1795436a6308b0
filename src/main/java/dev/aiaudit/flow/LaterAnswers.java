package dev.aiaudit.flow;

import dev.aiaudit.catalog.detach.WebAsync;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Node;
import dev.aiaudit.syntax.Param;
import dev.aiaudit.trace.Flight;
import java.util.Optional;

/** Entries whose client waits for an object that other code completes later. */
final class LaterAnswers {
  private final FlowKnowledge knowledge;
  private final Feeds feeds;

  LaterAnswers(FlowKnowledge knowledge) {
    this.knowledge = knowledge;
    this.feeds = new Feeds(knowledge);
  }

  /**
   * An emitter or deferred result is completed by code that the entry's thread does not wait for;
   * the client does.
   */
  boolean answers(DeclaredMethod method, Node reached, Flight flight) {
    if (isWebAsync(
        knowledge
            .project()
            .names()
            .resolve(method.decl().returnType(), method.owner(), Optional.of(method.decl())),
        WebAsync.Role.RETURNED)) {
      return flight.shown();
    }
    for (int i = 0; i < method.decl().params().size(); i++) {
      Param param = method.decl().params().get(i);
      JavaType type =
          knowledge
              .project()
              .names()
              .resolve(param.type(), method.owner(), Optional.of(method.decl()));
      if (isWebAsync(type, WebAsync.Role.PARAMETER) && Conditions.mentions(reached, param.name())) {
        return true;
      }
    }
    return false;
  }

  private boolean isWebAsync(JavaType type, WebAsync.Role role) {
    return type.isKnown()
        && knowledge.detach().webAsync(type.name()).filter(w -> w.role() == role).isPresent();
  }

  /** The failure of a task that a call starts; it is shown to a client that the task feeds. */
  Flight feeding(Expr call, int argument, Code code, Flight before, Flight after) {
    if (!after.detached() || before.detached()) {
      return after;
    }
    Node task =
        call instanceof Expr.Call c && argument >= 0 && argument < c.args().size()
            ? c.args().get(argument)
            : code.root();
    return feeding(task, code, after);
  }

  /** The failure of a method that runs on a thread of its own. */
  Flight feeding(DeclaredMethod method, Flight after) {
    return method.code().map(c -> feeding(c.root(), c, after)).orElse(after);
  }

  /** The failure of code that nobody waits for. */
  Flight feeding(Node task, Code code, Flight after) {
    return after.show(feeds.client(task, code));
  }
}
