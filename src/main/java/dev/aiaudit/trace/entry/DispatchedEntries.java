package dev.aiaudit.trace.entry;

import dev.aiaudit.catalog.entrypoint.EntryPattern.DispatchedMethod;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.Members;
import dev.aiaudit.syntax.Modifier;
import dev.aiaudit.syntax.Param;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Entries behind a dispatcher of the application, such as the commands of a chat bot. */
final class DispatchedEntries {
  private final Surroundings at;
  private final Members members;
  private final List<DispatchedMethod> patterns;

  DispatchedEntries(Surroundings at) {
    this.at = at;
    this.members = at.typer().members();
    this.patterns = at.patterns().of(DispatchedMethod.class);
  }

  /** The patterns that the parameters of a handler select. */
  void byParameter(DeclaredMethod method, List<Mark> methodMarks, List<Found> out) {
    if (method.decl().isConstructor()
        || method.decl().is(Modifier.STATIC)
        || method.decl().is(Modifier.PRIVATE)) {
      return;
    }
    for (DispatchedMethod pattern : patterns) {
      if (takesEvent(pattern, method) && isOneOfSeveral(method)) {
        Candidate candidate =
            new Candidate(
                method,
                method.owner(),
                Optional.empty(),
                methodMarks,
                at.marks().of(method.owner()),
                OptionalInt.empty());
        out.add(at.found(pattern, candidate));
      }
    }
  }

  private boolean takesEvent(DispatchedMethod pattern, DeclaredMethod method) {
    for (Param param : method.decl().params()) {
      String type = at.names().qualify(param.type(), method.owner());
      if (pattern.takes(type) || !type.contains(".") && isImported(pattern, type, method)) {
        return true;
      }
    }
    return false;
  }

  /** Whether an import of a whole package may mean a type that the pattern takes. */
  private static boolean isImported(DispatchedMethod pattern, String type, DeclaredMethod method) {
    return method.owner().file().syntax().imports().stream()
        .anyMatch(i -> i.onDemand() && !i.isStatic() && pattern.takes(i.name() + "." + type));
  }

  private boolean isOneOfSeveral(DeclaredMethod method) {
    return at.hierarchy().overridden(method).stream()
        .anyMatch(base -> members.overriding(base).size() > 1);
  }
}
