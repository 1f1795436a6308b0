package dev.aiaudit.flow;

import dev.aiaudit.catalog.detach.DetachAnnotation;
import dev.aiaudit.model.Guard;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.syntax.Annotation;
import dev.aiaudit.syntax.TypeRef;
import dev.aiaudit.trace.Edge;
import dev.aiaudit.trace.Flight;
import dev.aiaudit.trace.Flight.Form;
import java.util.List;
import java.util.Optional;

/** What annotations on a method do to a failure that leaves it, when a proxy applies them. */
final class ProxyGuards {
  private final FlowKnowledge knowledge;

  ProxyGuards(FlowKnowledge knowledge, ExceptionTypes exceptions, Values values) {
    this.knowledge = knowledge;
  }

  /**
   * The failure as the caller of an annotated method sees it.
   *
   * @param method the method that it leaves
   * @param caller who called it; empty when a framework did, which goes through the proxy
   * @param provider the provider that is down
   * @param guards takes the guards found, effective or not
   */
  Flight apply(
      DeclaredMethod method,
      Optional<Edge> caller,
      Flight flight,
      String provider,
      List<Guard> guards) {
    Optional<DetachAnnotation> detach = detaching(method);
    if (detach.isEmpty() || caller.isEmpty()) {
      return flight;
    }
    boolean handle = detach.get().returns().contains(returnType(method));
    return handle
        ? flight.as(flight.travelling() ? Form.FUTURE : flight.form())
        : flight.detach().settle(flight.handling(), flight.at());
  }

  private String returnType(DeclaredMethod method) {
    return knowledge
        .project()
        .names()
        .resolve(method.decl().returnType(), method.owner(), Optional.of(method.decl()))
        .name();
  }

  private Optional<DetachAnnotation> detaching(DeclaredMethod method) {
    return method.decl().annotations().stream()
        .map(a -> resolved(a, method))
        .flatMap(t -> knowledge.detach().annotation(t.name()).stream())
        .filter(DetachAnnotation::moves)
        .findFirst();
  }

  private JavaType resolved(Annotation a, DeclaredMethod method) {
    return knowledge.project().names().resolve(TypeRef.of(a.name()), method.owner());
  }
}
