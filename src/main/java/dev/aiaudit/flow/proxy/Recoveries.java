package dev.aiaudit.flow.proxy;

import dev.aiaudit.catalog.guard.FallbackForm.Signature;
import dev.aiaudit.catalog.guard.GuardAnnotation;
import dev.aiaudit.flow.proxy.Mark.Place;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.resolve.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Recovery methods that nothing runs: they stand in a class in which nothing is retried, or in
 * another class than the method that they are meant for.
 */
final class Recoveries {
  private final ProxyKnowledge knowledge;
  private final Marks marks;
  private final Signatures signatures;

  Recoveries(ProxyKnowledge knowledge, Marks marks) {
    this.knowledge = knowledge;
    this.marks = marks;
    this.signatures = new Signatures(knowledge);
  }

  /** Recovery methods beside a method, in a class without a method that could need them. */
  List<Orphan> beside(DeclaredMethod method) {
    List<Orphan> out = new ArrayList<>();
    for (DeclaredMethod candidate : method.owner().methods()) {
      Optional<Mark> mark = recovery(candidate);
      if (mark.isPresent() && fits(candidate, method) && !retries(method.owner())) {
        out.add(
            new Orphan(
                mark.get().location(),
                library(mark.get()),
                "nothing in "
                    + method.owner().decl().name()
                    + " is @Retryable, and only a @Retryable method of the same bean runs it"));
      }
    }
    return out;
  }

  /** A recovery method for a retried method that stands in another class. */
  Optional<String> elsewhere(DeclaredMethod guarded) {
    Project project = knowledge.project();
    for (JavaType parent : project.supertypes(guarded.owner().type())) {
      Optional<DeclaredMethod> inherited =
          project.find(parent).stream()
              .flatMap(t -> t.methods().stream())
              .filter(m -> recovery(m).isPresent() && fits(m, guarded))
              .findFirst();
      if (inherited.isPresent()) {
        return Optional.of(
            "the @Recover method "
                + inherited.get().name()
                + " is inherited, and only those of the class itself are looked at");
      }
    }
    var files =
        project
            .index()
            .filesAnnotated("Recover")
            .intersect(project.index().filesImportingUnder("org.springframework.retry."));
    for (int i = 0; i < files.size(); i++) {
      Optional<String> found =
          project.tree().isTest(files.get(i)) ? Optional.empty() : inFile(files.get(i), guarded);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<String> inFile(int file, DeclaredMethod guarded) {
    return knowledge.project().tree().load(file).stream()
        .flatMap(f -> f.types().stream())
        .filter(t -> t != guarded.owner() && !retries(t))
        .flatMap(t -> t.methods().stream())
        .filter(m -> recovery(m).isPresent() && fits(m, guarded))
        .findFirst()
        .map(
            m ->
                "the @Recover method "
                    + m.name()
                    + " is in "
                    + m.owner().decl().name()
                    + ", and only those of the class itself are looked at");
  }

  private Optional<Mark> recovery(DeclaredMethod method) {
    return marks.on(method, Place.METHOD).stream()
        .filter(
            m -> knowledge.guards().companion(m.name()).filter(Recoveries::isRecover).isPresent())
        .findFirst();
  }

  private static boolean isRecover(GuardAnnotation guard) {
    return guard.fallback().signature() == Signature.RECOVER;
  }

  private String library(Mark mark) {
    return knowledge.guards().companion(mark.name()).map(GuardAnnotation::library).orElse("");
  }

  private boolean fits(DeclaredMethod recovery, DeclaredMethod guarded) {
    return signatures.fits(Signature.RECOVER, recovery, guarded).isPresent()
        && signatures.returnFits(Signature.RECOVER, recovery, guarded);
  }

  private boolean retries(DeclaredType type) {
    return isRetry(marks.on(type)) || type.methods().stream().anyMatch(m -> isRetry(marks.of(m)));
  }

  private boolean isRetry(List<Mark> all) {
    return all.stream()
        .anyMatch(
            m -> knowledge.guards().annotation(m.name()).filter(Recoveries::isRecover).isPresent());
  }
}
