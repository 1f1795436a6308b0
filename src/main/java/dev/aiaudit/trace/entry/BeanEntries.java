package dev.aiaudit.trace.entry;

import dev.aiaudit.catalog.entrypoint.EntryPattern;
import dev.aiaudit.catalog.entrypoint.EntryPattern.BeanMethod;
import dev.aiaudit.resolve.DeclaredMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Methods that make beans which the framework calls, or that run themselves at startup. */
final class BeanEntries {
  private static final String EVERY_TYPE = "*";

  private final Surroundings at;
  private final ModuleLibraries libraries;

  BeanEntries(Surroundings at, ModuleLibraries libraries) {
    this.at = at;
    this.libraries = libraries;
  }

  /** The patterns that the method's annotations and return type select. */
  void byMethod(DeclaredMethod method, List<Mark> methodMarks, List<Found> out) {
    List<Found> called = new ArrayList<>();
    List<Found> run = new ArrayList<>();
    for (Mark mark : methodMarks) {
      for (EntryPattern pattern : at.patterns().forMethodAnnotation(mark.name())) {
        if (pattern instanceof BeanMethod bean && selects(bean, method, methodMarks)) {
          (bean.ownBody() ? run : called).add(found(bean, method, methodMarks, mark));
        }
      }
    }
    // Where the framework calls what the method returns, its body only puts that together.
    out.addAll(called.isEmpty() ? run : called);
  }

  private Found found(BeanMethod bean, DeclaredMethod method, List<Mark> methodMarks, Mark mark) {
    Candidate candidate =
        new Candidate(
            method,
            method.owner(),
            Optional.of(mark),
            methodMarks,
            at.marks().of(method.owner()),
            OptionalInt.empty());
    return at.found(bean, candidate);
  }

  private boolean selects(BeanMethod bean, DeclaredMethod method, List<Mark> methodMarks) {
    boolean also =
        bean.alsoOn().isEmpty()
            || methodMarks.stream().anyMatch(mark -> bean.alsoOn().contains(mark.name()));
    return also && returns(bean, method) && libraries.holdOneOf(bean.requires(), method);
  }

  private boolean returns(BeanMethod bean, DeclaredMethod method) {
    return bean.returns().contains(EVERY_TYPE)
        || bean.returns().contains(at.names().qualify(method.decl().returnType(), method.owner()));
  }
}
