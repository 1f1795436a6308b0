package dev.aiaudit.flow.proxy;

import dev.aiaudit.catalog.guard.FallbackForm.Signature;
import dev.aiaudit.catalog.guard.GuardAnnotation;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.resolve.Project;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Nodes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds fallbacks that are objects: another bean of the guarded interface, or what a factory makes.
 */
final class FallbackBeans {
  private final ProxyKnowledge knowledge;
  private final Marks marks;
  private final Signatures signatures;

  FallbackBeans(ProxyKnowledge knowledge, Marks marks, Signatures signatures) {
    this.knowledge = knowledge;
    this.marks = marks;
    this.signatures = signatures;
  }

  /** The same method of a class that implements the guarded interface. */
  Fallback implementing(JavaType type, DeclaredMethod guarded) {
    Optional<DeclaredType> declared = knowledge.project().find(type);
    if (declared.isEmpty()) {
      return Fallback.UNKNOWN;
    }
    List<Candidate> found = sameMethod(declared.get(), guarded);
    return found.isEmpty()
        ? Fallback.missing(type.simpleName() + " has no method " + guarded.decl().signature())
        : Fallback.of(found);
  }

  /** The same method of what the {@code create} method of a factory returns. */
  Fallback ofFactory(JavaType factory, DeclaredMethod guarded) {
    List<Candidate> found = new ArrayList<>();
    for (DeclaredMethod m : methods(factory)) {
      if (m.name().equals("create") && m.code().isPresent()) {
        made(m.code().get()).forEach(t -> found.addAll(sameMethod(t, guarded)));
      }
    }
    return found.isEmpty() ? Fallback.UNKNOWN : Fallback.of(found);
  }

  private List<DeclaredMethod> methods(JavaType type) {
    return knowledge.project().find(type).map(DeclaredType::methods).orElse(List.of());
  }

  private List<DeclaredType> made(Code code) {
    List<DeclaredType> out = new ArrayList<>();
    Nodes.walk(
        code.root(),
        n -> {
          if (n instanceof Expr.New creation && creation.body().isPresent()) {
            code.owner().file().types().stream()
                .filter(t -> t.place().filter(p -> p.node() == creation).isPresent())
                .forEach(out::add);
          } else if (n instanceof Expr.New creation) {
            knowledge
                .project()
                .find(knowledge.typer().resolve(creation.type(), code))
                .ifPresent(out::add);
          }
        });
    return out;
  }

  private List<Candidate> sameMethod(DeclaredType type, DeclaredMethod guarded) {
    return type.methods().stream()
        .filter(m -> m.name().equals(guarded.name()))
        .flatMap(m -> signatures.fits(Signature.SAME_INTERFACE, m, guarded).stream())
        .toList();
  }

  /** The same method of another class of the interface that carries the companion annotation. */
  Fallback ofCompanion(GuardAnnotation guard, DeclaredMethod guarded) {
    Project project = knowledge.project();
    Set<DeclaredType> classes = new LinkedHashSet<>();
    List<JavaType> above = new ArrayList<>(project.supertypes(guarded.owner().type()));
    above.add(guarded.owner().type());
    above.forEach(t -> classes.addAll(project.allSubtypes(t.name())));
    List<Candidate> found = new ArrayList<>();
    for (DeclaredType type : classes) {
      if (Marks.first(marks.on(type), guard.fallback().companions()).isPresent()) {
        found.addAll(sameMethod(type, guarded));
      }
    }
    return found.isEmpty()
        ? Fallback.missing("no @Fallback bean has a method " + guarded.decl().signature())
        : Fallback.of(found);
  }
}
