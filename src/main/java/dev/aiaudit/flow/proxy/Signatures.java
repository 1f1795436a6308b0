package dev.aiaudit.flow.proxy;

import dev.aiaudit.catalog.guard.FallbackForm.Signature;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.JavaType;
import java.util.List;
import java.util.Optional;

/** Compares the parameters and the return type of a fallback with those of the guarded method. */
final class Signatures {
  private final ProxyKnowledge knowledge;

  Signatures(ProxyKnowledge knowledge) {
    this.knowledge = knowledge;
  }

  /** The candidate that a method is under a rule for its parameters; empty when it does not fit. */
  Optional<Candidate> fits(Signature rule, DeclaredMethod fallback, DeclaredMethod guarded) {
    List<JavaType> theirs = types(guarded);
    List<JavaType> ours = types(fallback);
    int last = ours.size() - 1;
    boolean throwable = last >= 0 && isThrowable(ours.get(last));
    boolean extra = throwable && ours.size() == theirs.size() + 1 && startsWith(ours, theirs);
    boolean same = ours.size() == theirs.size() && startsWith(ours, theirs);
    return switch (rule) {
      case SAME_PLUS_THROWABLE ->
          extra || throwable && ours.size() == 1
              ? Optional.of(Candidate.at(fallback, last))
              : Optional.empty();
      case SAME_OR_PLUS_EXCEPTION ->
          extra
              ? Optional.of(Candidate.at(fallback, last))
              : same ? Optional.of(Candidate.without(fallback)) : Optional.empty();
      case SAME_OPTIONAL_THROWABLE ->
          extra && ours.get(last).simpleName().equals("Throwable")
              ? Optional.of(Candidate.at(fallback, last))
              : same ? Optional.of(Candidate.without(fallback)) : Optional.empty();
      case RECOVER -> recover(fallback, ours, theirs);
      default -> same ? Optional.of(Candidate.without(fallback)) : Optional.empty();
    };
  }

  private Optional<Candidate> recover(
      DeclaredMethod fallback, List<JavaType> ours, List<JavaType> theirs) {
    boolean throwable = !ours.isEmpty() && isThrowable(ours.get(0));
    List<JavaType> rest = throwable ? ours.subList(1, ours.size()) : ours;
    if (rest.size() > theirs.size() || !startsWith(theirs.subList(0, rest.size()), rest)) {
      return Optional.empty();
    }
    return Optional.of(throwable ? Candidate.at(fallback, 0) : Candidate.without(fallback));
  }

  /** No parameters, or a throwable alone, as default fallbacks have them. */
  Optional<Candidate> fitsDefault(DeclaredMethod fallback) {
    List<JavaType> ours = types(fallback);
    if (ours.isEmpty()) {
      return Optional.of(Candidate.without(fallback));
    }
    return ours.size() == 1 && isThrowable(ours.get(0))
        ? Optional.of(Candidate.at(fallback, 0))
        : Optional.empty();
  }

  private static boolean startsWith(List<JavaType> types, List<JavaType> first) {
    for (int i = 0; i < first.size(); i++) {
      if (!same(types.get(i), first.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean same(JavaType one, JavaType other) {
    if (one.kind() == JavaType.Kind.VARIABLE || other.kind() == JavaType.Kind.VARIABLE) {
      return true;
    }
    boolean names =
        one.isKnown() && other.isKnown()
            ? one.name().equals(other.name())
            : one.simpleName().equals(other.simpleName());
    return names && one.dimensions() == other.dimensions();
  }

  /**
   * Whether what the fallback returns can be returned for the guarded method; {@code @Recover} asks
   * for the same type or one above it.
   */
  boolean returnFits(Signature rule, DeclaredMethod fallback, DeclaredMethod guarded) {
    JavaType ours = knowledge.returnType(fallback);
    JavaType theirs = knowledge.returnType(guarded);
    return rule == Signature.RECOVER ? assignable(theirs, ours) : assignable(ours, theirs);
  }

  private boolean assignable(JavaType from, JavaType to) {
    if (same(from, to)) {
      return true;
    }
    boolean told = from.isKnown() && to.isKnown() && from.dimensions() == to.dimensions();
    if (!told || to.is("java.lang.Object") && !primitive(from)) {
      return true;
    }
    boolean settled = primitive(from) || primitive(to) || plain(from) || declared(from);
    return knowledge.isA(from, to.name()) || !settled;
  }

  private boolean declared(JavaType type) {
    return knowledge.project().find(type).isPresent() && !unknownParents(type);
  }

  private boolean unknownParents(JavaType type) {
    return knowledge.project().supertypes(type).stream().anyMatch(t -> !t.isKnown());
  }

  private static boolean primitive(JavaType type) {
    return !type.name().contains(".") && !type.name().isEmpty();
  }

  /** Types of which it is certain that nothing else is above them than what is known. */
  private static boolean plain(JavaType type) {
    return type.is("java.lang.String") || type.is("java.lang.Object");
  }

  List<JavaType> types(DeclaredMethod method) {
    return method.decl().params().stream()
        .map(p -> knowledge.resolve(p.type(), method).array(p.varArgs() ? 1 : 0))
        .toList();
  }

  /** Whether a type is a throwable, by what is known of it or else by its name. */
  boolean isThrowable(JavaType type) {
    String name = type.simpleName();
    return name.endsWith("Exception")
        || name.endsWith("Error")
        || name.equals("Throwable")
        || knowledge.isA(type, "java.lang.Throwable");
  }
}
