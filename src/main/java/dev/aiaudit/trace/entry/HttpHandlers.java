package dev.aiaudit.trace.entry;

import dev.aiaudit.catalog.entrypoint.EntryPattern.AnnotatedMethod;
import dev.aiaudit.catalog.entrypoint.RouteSpec.Form;
import dev.aiaudit.model.EntryKind;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The routes under which methods handle HTTP requests. */
final class HttpHandlers {
  private final Surroundings at;
  private final Hosts hosts;

  HttpHandlers(Surroundings at, Hosts hosts) {
    this.at = at;
    this.hosts = hosts;
  }

  /** The routes that annotations on a method give it; none for a method of a client. */
  List<HttpRoute> routes(DeclaredMethod method) {
    List<Mark> marks = at.marks().of(method);
    List<HttpRoute> out = new ArrayList<>();
    for (Mark mark : marks) {
      at.patterns().forMethodAnnotation(mark.name()).stream()
          .filter(p -> p instanceof AnnotatedMethod)
          .map(p -> (AnnotatedMethod) p)
          .filter(p -> p.traits().kind() == EntryKind.HTTP && p.route().form() == Form.HTTP)
          .forEach(p -> add(p, method, mark, marks, out));
    }
    return out.stream().distinct().toList();
  }

  private void add(
      AnnotatedMethod pattern,
      DeclaredMethod method,
      Mark mark,
      List<Mark> marks,
      List<HttpRoute> out) {
    for (DeclaredType host : hosts.of(method, pattern)) {
      Candidate candidate =
          new Candidate(
              method, host, Optional.of(mark), marks, at.marks().of(host), OptionalInt.empty());
      out.addAll(at.routes().requests(pattern.route(), candidate));
    }
  }
}
