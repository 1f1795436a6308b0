package dev.aiaudit.trace.entry;

import dev.aiaudit.catalog.entrypoint.EntryPattern;
import dev.aiaudit.catalog.entrypoint.EntryPattern.AnnotatedType;
import dev.aiaudit.catalog.entrypoint.EntryPattern.PublicMethodsOf;
import dev.aiaudit.catalog.entrypoint.EntryPattern.SupertypeMethods;
import dev.aiaudit.catalog.entrypoint.EntryTraits.Flag;
import dev.aiaudit.catalog.entrypoint.MethodPick;
import dev.aiaudit.catalog.entrypoint.Reach;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.syntax.MethodDecl;
import dev.aiaudit.syntax.Modifier;
import dev.aiaudit.syntax.TypeDecl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Entries by what a class extends or implements, and by annotations on the class. */
final class TypeEntries {
  private static final Set<String> OBJECT_METHODS =
      Set.of("equals", "hashCode", "toString", "clone", "finalize");

  private static final List<String> FRAMEWORKS =
      List.of("java.", "javax.", "jakarta.", "org.springframework.");

  private final Surroundings at;
  private final Hosts hosts;
  private final ModuleLibraries libraries;
  private final Map<DeclaredType, Set<SupertypeMethods>> bySupertype = new HashMap<>();

  TypeEntries(Surroundings at, Hosts hosts, ModuleLibraries libraries) {
    this.at = at;
    this.hosts = hosts;
    this.libraries = libraries;
  }

  /** The patterns that the supertypes of the method's class select. */
  void bySupertype(DeclaredMethod method, List<Mark> methodMarks, List<Found> out) {
    MethodDecl decl = method.decl();
    if (decl.isConstructor() || decl.is(Modifier.STATIC) || decl.is(Modifier.PRIVATE)) {
      return;
    }
    for (SupertypeMethods pattern : patterns(method.owner())) {
      if (picks(pattern.methods(), method)
          && reaches(pattern.reach(), method)
          && returns(pattern, method)
          && isOn(pattern.on(), method.owner())
          && libraries.holdOneOf(pattern.requires(), method)) {
        hosts.of(method).stream()
            .findFirst()
            .map(host -> candidate(method, host, Optional.empty(), methodMarks))
            .ifPresent(candidate -> out.add(at.found(pattern, candidate)));
      }
    }
  }

  private Set<SupertypeMethods> patterns(DeclaredType type) {
    Set<SupertypeMethods> known = bySupertype.get(type);
    if (known == null) {
      known = new LinkedHashSet<>();
      for (String name : at.hierarchy().above(type).names()) {
        for (SupertypeMethods pattern : at.patterns().forSupertype(name)) {
          if (pattern.reach() != Reach.UNSEEN_OVERRIDES || isGenerated(name, type)) {
            known.add(pattern);
          }
        }
      }
      at.patterns().forSupertype(type.name()).stream()
          .filter(pattern -> pattern.traits().is(Flag.TYPE_TOO))
          .forEach(known::add);
      bySupertype.put(type, known);
    }
    return known;
  }

  /** Whether a supertype belongs to the application but is not among its sources. */
  private boolean isGenerated(String supertype, DeclaredType type) {
    String application = KnownNames.parts(type.name(), 2);
    return !application.isEmpty()
        && supertype.startsWith(application + ".")
        && at.project().find(supertype).isEmpty();
  }

  /** The patterns that annotations on the method's class select. */
  void byClassAnnotation(DeclaredMethod method, List<Mark> methodMarks, List<Found> out) {
    for (Mark mark : at.marks().of(method.owner())) {
      for (EntryPattern pattern : at.patterns().forClassAnnotation(mark.name())) {
        boolean selected =
            pattern instanceof PublicMethodsOf all && isPublicOf(all, method, mark)
                || pattern instanceof AnnotatedType type && isNamedIn(type, method);
        if (selected) {
          hosts.of(method).stream()
              .findFirst()
              .map(host -> candidate(method, host, Optional.of(mark), methodMarks))
              .ifPresent(candidate -> out.add(at.found(pattern, candidate)));
        }
      }
    }
  }

  private boolean isPublicOf(PublicMethodsOf pattern, DeclaredMethod method, Mark mark) {
    return isPublic(method)
        && (!pattern.onInterface() || isInterface(mark.at()) && declaredBy(mark.at(), method))
        && reaches(pattern.reach(), method);
  }

  private static boolean isNamedIn(AnnotatedType pattern, DeclaredMethod method) {
    int count = method.decl().params().size();
    return !method.decl().is(Modifier.STATIC)
        && pattern.methods().stream().anyMatch(pick -> pick.matches(method.name(), count));
  }

  private Candidate candidate(
      DeclaredMethod method, DeclaredType host, Optional<Mark> mark, List<Mark> methodMarks) {
    List<Mark> hostMarks = at.marks().of(host);
    return new Candidate(method, host, mark, methodMarks, hostMarks, OptionalInt.empty());
  }

  private static boolean picks(List<MethodPick> picks, DeclaredMethod method) {
    int count = method.decl().params().size();
    for (MethodPick pick : picks) {
      if (pick.matches(method.name(), count)) {
        // A pick of every method means those that the outside can call.
        return !pick.name().equals("*") || isPublic(method);
      }
    }
    return false;
  }

  private static boolean isPublic(DeclaredMethod method) {
    MethodDecl decl = method.decl();
    boolean open = decl.is(Modifier.PUBLIC) || isInterface(method.owner());
    return open
        && !decl.isConstructor()
        && !decl.is(Modifier.STATIC)
        && !OBJECT_METHODS.contains(decl.name());
  }

  private boolean reaches(Reach reach, DeclaredMethod method) {
    return switch (reach) {
      case ALL -> true;
      case OVERRIDES -> writtenAsOverride(method);
      case UNSEEN_OVERRIDES -> writtenAsOverride(method) && ofUnseenType(method);
      case INTERFACE -> ofInterface(method);
    };
  }

  private boolean ofInterface(DeclaredMethod method) {
    List<DeclaredType> interfaces =
        new ArrayList<>(at.hierarchy().above(method.owner()).declared());
    interfaces.removeIf(type -> !isInterface(type));
    boolean none = method.owner().decl().implemented().isEmpty() && interfaces.isEmpty();
    return none
        || writtenAsOverride(method)
        || at.hierarchy().overridden(method).stream().anyMatch(m -> isInterface(m.owner()));
  }

  /** Whether only a type that is neither in the tree nor one of a framework can declare it. */
  private boolean ofUnseenType(DeclaredMethod method) {
    return at.hierarchy().overridden(method).isEmpty()
        && at.hierarchy().above(method.owner()).names().stream()
            .anyMatch(
                name ->
                    at.project().find(name).isEmpty()
                        && isOfNoFramework(name)
                        && FRAMEWORKS.stream().noneMatch(name::startsWith));
  }

  private boolean isOfNoFramework(String name) {
    return at.patterns().forSupertype(name).stream()
        .allMatch(pattern -> pattern.reach() == Reach.UNSEEN_OVERRIDES);
  }

  private boolean declaredBy(DeclaredType type, DeclaredMethod method) {
    return at.hierarchy().overridden(method).stream().anyMatch(m -> m.owner() == type);
  }

  private static boolean isInterface(DeclaredType type) {
    return type.decl().kind() == TypeDecl.Kind.INTERFACE;
  }

  private static boolean writtenAsOverride(DeclaredMethod method) {
    return method.decl().annotations().stream().anyMatch(a -> a.simpleName().equals("Override"));
  }

  private boolean isOn(List<String> annotations, DeclaredType type) {
    return annotations.isEmpty()
        || at.marks().of(type).stream().anyMatch(mark -> annotations.contains(mark.name()));
  }

  private boolean returns(SupertypeMethods pattern, DeclaredMethod method) {
    return pattern.returns().isEmpty()
        || pattern
            .returns()
            .contains(at.names().qualify(method.decl().returnType(), method.owner()));
  }
}
