package dev.aiaudit.trace.entry;

import dev.aiaudit.catalog.entrypoint.Waiting;
import dev.aiaudit.catalog.entrypoint.Waiting.Waits;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.syntax.Param;
import java.util.List;
import java.util.Optional;

/** Decides whether somebody outside waits for an entry. */
final class Waiters {
  private final KnownNames names;
  private final Marks marks;

  Waiters(KnownNames names, Marks marks) {
    this.names = names;
    this.marks = marks;
  }

  /** Whether somebody outside waits; whoever waits inside the process is found by the search. */
  boolean waits(Waiting waiting, DeclaredMethod method, List<Mark> methodMarks) {
    Waits base = byParameter(waiting, method).orElse(waiting.byDefault());
    if (base == Waits.YES) {
      return true;
    }
    boolean answered = methodMarks.stream().anyMatch(m -> waiting.yesWith().contains(m.name()));
    return answered || waiting.repliesByReturn() && returnsSomething(method);
  }

  private Optional<Waits> byParameter(Waiting waiting, DeclaredMethod method) {
    if (waiting.byParameter().isEmpty()) {
      return Optional.empty();
    }
    List<Param> params = method.decl().params();
    for (int i = 0; i < params.size(); i++) {
      Waits byType = waiting.byParameter().get(names.qualify(params.get(i).type(), method.owner()));
      if (byType != null) {
        return Optional.of(byType);
      }
      for (Mark mark : marks.ofParameter(method, i)) {
        if (waiting.byParameter().containsKey(mark.name())) {
          return Optional.of(waiting.byParameter().get(mark.name()));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean returnsSomething(DeclaredMethod method) {
    String type = method.decl().returnType().simpleName();
    return !type.equals("void") && !type.equals("Void");
  }
}
