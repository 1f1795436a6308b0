package dev.aiaudit.trace;

import dev.aiaudit.javasource.index.FileSet;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.resolve.Project;
import dev.aiaudit.syntax.Annotation;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Modifier;
import dev.aiaudit.syntax.Param;
import dev.aiaudit.syntax.TypeRef;
import java.util.List;
import java.util.Optional;

/**
 * Matches methods of the tree against a pointcut in the place where it is written.
 *
 * @param project the scanned types
 * @param advice the method with the pointcut, or the named pointcut itself
 */
record Pointcuts(Project project, DeclaredMethod advice) {
  private static final int MAX_DEPTH = 8;

  /** How far a method matches. */
  enum Match {
    NO,
    MAYBE,
    YES;

    static Match of(boolean really) {
      return really ? YES : NO;
    }
  }

  /** The files that can hold matching methods; empty when it could be any. */
  Optional<FileSet> files(Pointcut pointcut) {
    return files(pointcut, 0);
  }

  private Optional<FileSet> files(Pointcut pointcut, int depth) {
    if (pointcut instanceof Pointcut.And and) {
      Optional<FileSet> left = files(and.left(), depth);
      Optional<FileSet> right = files(and.right(), depth);
      return left.isPresent() && right.isPresent()
          ? Optional.of(left.get().intersect(right.get()))
          : left.or(() -> right);
    }
    if (pointcut instanceof Pointcut.Or or) {
      Optional<FileSet> left = files(or.left(), depth);
      Optional<FileSet> right = files(or.right(), depth);
      return left.isPresent() && right.isPresent()
          ? Optional.of(left.get().union(right.get()))
          : Optional.empty();
    }
    if (pointcut instanceof Pointcut.Reference reference && depth < MAX_DEPTH) {
      return named(reference)
          .flatMap(
              m -> at(m).files(PointcutReader.read(AdviceEdges.text(m).orElse("")), depth + 1));
    }
    return pointcut instanceof Pointcut.Designator designator
        ? files(designator)
        : Optional.empty();
  }

  private Optional<FileSet> files(Pointcut.Designator designator) {
    String text = designator.text();
    return switch (designator.name()) {
      case "@annotation", "@within", "@target" ->
          Optional.of(project.index().filesAnnotated(simple(bound(text))));
      case "within" -> files(TypePattern.of(text));
      case "target", "this" -> files(new TypePattern(bound(text), true));
      case "bean" ->
          text.contains("*")
              ? Optional.empty()
              : Optional.of(project.index().filesDeclaringType(TypePattern.ofBean(text)));
      case "execution" -> files(Pointcut.Signature.of(text));
      default -> Optional.empty();
    };
  }

  private Optional<FileSet> files(Pointcut.Signature signature) {
    if (!signature.annotations().isEmpty()) {
      return Optional.of(project.index().filesAnnotated(simple(signature.annotations().get(0))));
    }
    Optional<FileSet> in =
        signature.declaring().isEmpty()
            ? Optional.empty()
            : files(new TypePattern(TypePattern.of(signature.declaring()).written(), true));
    Optional<FileSet> declaring =
        signature.name().contains("*")
            ? Optional.empty()
            : Optional.of(project.index().filesDeclaringMethod(signature.name()));
    return in.isPresent() && declaring.isPresent()
        ? Optional.of(in.get().intersect(declaring.get()))
        : in.or(() -> declaring);
  }

  private Optional<FileSet> files(TypePattern type) {
    if (!type.exact()) {
      return type.root().map(project.index()::filesInPackagesUnder);
    }
    String name = full(type.written());
    FileSet files = project.index().filesDeclaringType(simple(name));
    if (type.subtypes()) {
      for (DeclaredType below : project.allSubtypes(name)) {
        files = files.union(project.index().filesDeclaringType(below.decl().name()));
      }
    }
    return Optional.of(files);
  }

  /** Whether a method matches. */
  Match match(Pointcut pointcut, DeclaredMethod method) {
    return match(pointcut, method, 0);
  }

  private Match match(Pointcut pointcut, DeclaredMethod method, int depth) {
    if (pointcut instanceof Pointcut.And and) {
      Match left = match(and.left(), method, depth);
      Match right = left == Match.NO ? left : match(and.right(), method, depth);
      return left.compareTo(right) <= 0 ? left : right;
    }
    if (pointcut instanceof Pointcut.Or or) {
      Match left = match(or.left(), method, depth);
      Match right = left == Match.YES ? left : match(or.right(), method, depth);
      return left.compareTo(right) >= 0 ? left : right;
    }
    if (pointcut instanceof Pointcut.Not not) {
      return switch (match(not.inner(), method, depth)) {
        case NO -> Match.YES;
        case MAYBE -> Match.MAYBE;
        case YES -> Match.NO;
      };
    }
    if (pointcut instanceof Pointcut.Reference reference && depth < MAX_DEPTH) {
      return named(reference)
          .flatMap(
              m ->
                  AdviceEdges.text(m)
                      .map(t -> at(m).match(PointcutReader.read(t), method, depth + 1)))
          .orElse(Match.MAYBE);
    }
    return pointcut instanceof Pointcut.Designator designator
        ? match(designator, method)
        : Match.MAYBE;
  }

  private Match match(Pointcut.Designator designator, DeclaredMethod method) {
    String text = designator.text();
    DeclaredType owner = method.owner();
    return switch (designator.name()) {
      case "@annotation" -> Match.of(carries(method.decl().annotations(), text, owner));
      case "@within", "@target" -> Match.of(carries(owner.decl().annotations(), text, owner));
      case "within" -> Match.of(inType(TypePattern.of(text), owner));
      case "target", "this" -> Match.of(inType(new TypePattern(bound(text), true), owner));
      case "bean" -> Match.of(TypePattern.text(TypePattern.ofBean(text), owner.decl().name()));
      case "execution" -> executed(Pointcut.Signature.of(text), method);
      default -> Match.MAYBE;
    };
  }

  private Match executed(Pointcut.Signature signature, DeclaredMethod method) {
    boolean annotated =
        signature.annotations().stream()
            .allMatch(a -> carries(method.decl().annotations(), a, method.owner()));
    boolean declared =
        signature.declaring().isEmpty()
            || inType(
                new TypePattern(TypePattern.of(signature.declaring()).written(), true),
                method.owner());
    return Match.of(
        annotated && declared && signature.fits(method) && !method.decl().is(Modifier.PRIVATE));
  }

  private boolean inType(TypePattern pattern, DeclaredType owner) {
    TypePattern full =
        pattern.exact() ? new TypePattern(full(pattern.written()), pattern.subtypes()) : pattern;
    return full.fits(owner.name())
        || full.subtypes()
            && project.supertypes(owner.type()).stream().map(JavaType::name).anyMatch(full::fits);
  }

  private boolean carries(List<Annotation> annotations, String wanted, DeclaredType owner) {
    String name = full(bound(wanted));
    return annotations.stream()
        .filter(a -> a.simpleName().equals(simple(name)))
        .map(a -> project.names().resolve(TypeRef.of(a.name()), owner))
        .anyMatch(t -> t.is(name) || !t.isKnown() || !name.contains("."));
  }

  /** A name in small letters is that of a parameter of the advice, which gives the type. */
  private String bound(String text) {
    for (Param param : advice.decl().params()) {
      if (param.name().equals(text)) {
        return project.names().resolve(param.type(), advice.owner()).name();
      }
    }
    return text;
  }

  private String full(String written) {
    JavaType type = project.names().resolve(TypeRef.of(written), advice.owner());
    return type.isKnown() ? type.name() : written;
  }

  private Optional<DeclaredMethod> named(Pointcut.Reference reference) {
    int dot = reference.name().lastIndexOf('.');
    String name = reference.name().substring(dot + 1);
    Optional<DeclaredType> in =
        dot < 0
            ? Optional.of(advice.owner())
            : project.find(full(reference.name().substring(0, dot)));
    return in.flatMap(
        type ->
            type.methods().stream()
                .filter(m -> m.name().equals(name) && AdviceEdges.text(m).isPresent())
                .findFirst());
  }

  private Pointcuts at(DeclaredMethod named) {
    return new Pointcuts(project, named);
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** The text of a constant expression of an annotation, sums included. */
  static Optional<String> constant(Expr expr) {
    if (expr instanceof Expr.Binary sum) {
      Optional<String> right = constant(sum.right());
      return constant(sum.left()).flatMap(left -> right.map(left::concat));
    }
    return expr instanceof Expr.Literal literal ? Optional.of(literal.value()) : Optional.empty();
  }
}
