package dev.aiaudit.flow.proxy;

import dev.aiaudit.catalog.guard.FallbackForm.Signature;
import dev.aiaudit.catalog.guard.GuardAnnotation;
import dev.aiaudit.catalog.guard.GuardAnnotation.Flag;
import dev.aiaudit.catalog.guard.GuardAnnotation.Part;
import dev.aiaudit.flow.proxy.Mark.Place;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.resolve.Project;
import dev.aiaudit.syntax.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the methods that an annotation falls back to, by the rules of its library. */
final class FallbackSearch {
  private final ProxyKnowledge knowledge;
  private final MemberValues values;
  private final Signatures signatures;
  private final Marks marks;
  private final FallbackBeans beans;
  private final Recoveries recoveries;

  FallbackSearch(
      ProxyKnowledge knowledge, MemberValues values, Marks marks, Recoveries recoveries) {
    this.knowledge = knowledge;
    this.values = values;
    this.signatures = new Signatures(knowledge);
    this.marks = marks;
    this.recoveries = recoveries;
    this.beans = new FallbackBeans(knowledge, marks, signatures);
  }

  /** The fallback of an annotation on a method. */
  Fallback find(GuardAnnotation guard, Mark mark, DeclaredMethod guarded) {
    return switch (guard.fallback().signature()) {
      case NONE -> Fallback.NONE;
      case RECOVER -> recover(guard, mark, guarded);
      case SAME_INTERFACE -> client(guard, mark, guarded);
      case SAME_METHOD_OF_BEAN -> beans.ofCompanion(guard, guarded);
      default -> named(guard, mark, guarded);
    };
  }

  private Fallback named(GuardAnnotation guard, Mark mark, DeclaredMethod guarded) {
    List<JavaType> classes = values.types(mark, guard.members(Part.FALLBACK_CLASS));
    Optional<String> name = values.text(mark, guard.members(Part.FALLBACK));
    if (name.isEmpty() && guard.fallback().handlerType().isPresent() && !classes.isEmpty()) {
      return handler(classes.get(0));
    }
    Fallback found = name.map(n -> byName(n, guard, guarded, classes)).orElse(Fallback.NONE);
    if (!found.fitting().isEmpty() || found.unknown()) {
      return found;
    }
    Optional<String> standard = defaultName(guard, mark, guarded);
    return standard.map(n -> standard(n, guarded, classes)).orElse(found);
  }

  /** The default fallback of the annotation or of its class. */
  private Optional<String> defaultName(GuardAnnotation guard, Mark mark, DeclaredMethod guarded) {
    List<String> members = guard.members(Part.DEFAULT_FALLBACK);
    return values
        .text(mark, members)
        .or(
            () ->
                Marks.first(marks.on(guarded.owner()), guard.fallback().classDefaults())
                    .flatMap(m -> values.text(m, members)));
  }

  private Fallback standard(String name, DeclaredMethod guarded, List<JavaType> classes) {
    List<DeclaredMethod> all = methods(name, guarded, classes);
    List<Candidate> fitting =
        all.stream()
            .filter(m -> signatures.returnFits(Signature.NONE, m, guarded))
            .flatMap(m -> signatures.fitsDefault(m).stream())
            .toList();
    return fitting.isEmpty()
        ? Fallback.missing("no default fallback method " + name + "() fits " + guarded.name())
        : Fallback.of(fitting);
  }

  private Fallback byName(
      String name, GuardAnnotation guard, DeclaredMethod guarded, List<JavaType> classes) {
    if (name.contains("${") || name.contains("#{")) {
      return Fallback.UNKNOWN;
    }
    List<DeclaredMethod> all = methods(name, guarded, classes);
    if (all.isEmpty()) {
      DeclaredType in = place(guarded, classes);
      return hidden(in)
          ? Fallback.UNKNOWN
          : Fallback.missing("there is no method " + name + " in " + in.decl().name());
    }
    Signature rule = guard.fallback().signature();
    boolean staticOnly = !classes.isEmpty() && guard.is(Flag.STATIC_IN_FALLBACK_CLASS);
    List<DeclaredMethod> right =
        all.stream().filter(m -> signatures.fits(rule, m, guarded).isPresent()).toList();
    if (right.isEmpty()) {
      return Fallback.missing(
          all.get(0).decl().signature() + " does not take " + wanted(rule, guarded));
    }
    List<DeclaredMethod> usable =
        right.stream().filter(m -> signatures.returnFits(rule, m, guarded)).toList();
    if (usable.isEmpty()) {
      return Fallback.missing(
          name
              + " returns "
              + right.get(0).decl().returnType()
              + ", not "
              + guarded.decl().returnType());
    }
    List<Candidate> fitting =
        usable.stream()
            .filter(m -> !staticOnly || m.decl().is(Modifier.STATIC))
            .flatMap(m -> signatures.fits(rule, m, guarded).stream())
            .toList();
    return fitting.isEmpty()
        ? Fallback.missing(name + " in the fallback class is not static")
        : Fallback.of(fitting);
  }

  private static String wanted(Signature rule, DeclaredMethod guarded) {
    String own = "the parameters of " + guarded.decl().signature();
    return switch (rule) {
      case SAME_PLUS_THROWABLE -> own + " and a Throwable at the end, or a Throwable alone";
      case SAME_OPTIONAL_THROWABLE -> own + ", alone or with a Throwable at the end";
      default -> own;
    };
  }

  private DeclaredType place(DeclaredMethod guarded, List<JavaType> classes) {
    return classes.stream()
        .flatMap(c -> knowledge.project().find(c).stream())
        .findFirst()
        .orElse(guarded.owner());
  }

  /** Whether the class inherits from a class that the tree does not show. */
  private boolean hidden(DeclaredType type) {
    Project project = knowledge.project();
    return project.supertypes(type.type()).stream()
        .anyMatch(t -> project.find(t).isEmpty() && !t.name().startsWith("java."));
  }

  private List<DeclaredMethod> methods(
      String name, DeclaredMethod guarded, List<JavaType> classes) {
    Project project = knowledge.project();
    Set<DeclaredType> places = new LinkedHashSet<>();
    if (classes.isEmpty()) {
      places.add(guarded.owner());
    } else {
      classes.forEach(c -> project.find(c).ifPresent(places::add));
    }
    for (DeclaredType type : List.copyOf(places)) {
      project.supertypes(type.type()).forEach(t -> project.find(t).ifPresent(places::add));
    }
    List<DeclaredMethod> out = new ArrayList<>();
    places.forEach(
        t ->
            t.methods().stream()
                .filter(m -> m.name().equals(name) && m != guarded)
                .forEach(out::add));
    return out;
  }

  private Fallback handler(JavaType type) {
    List<Candidate> found =
        knowledge.project().find(type).stream()
            .flatMap(t -> t.methods().stream())
            .filter(m -> m.name().equals("handle") && m.decl().params().size() == 1)
            .map(Candidate::without)
            .toList();
    return found.isEmpty() ? Fallback.UNKNOWN : Fallback.of(found);
  }

  private Fallback recover(GuardAnnotation guard, Mark mark, DeclaredMethod guarded) {
    Optional<String> name = values.text(mark, guard.members(Part.FALLBACK));
    List<DeclaredMethod> all = new ArrayList<>();
    for (DeclaredMethod m : guarded.owner().methods()) {
      boolean marked =
          Marks.first(marks.on(m, Place.METHOD), guard.fallback().companions()).isPresent();
      if (marked && name.filter(n -> !n.equals(m.name())).isEmpty()) {
        all.add(m);
      }
    }
    if (all.isEmpty()) {
      return name.map(n -> Fallback.missing("the class has no @Recover method " + n))
          .or(() -> recoveries.elsewhere(guarded).map(Fallback::missing))
          .orElse(Fallback.NONE);
    }
    List<DeclaredMethod> returning =
        all.stream().filter(m -> signatures.returnFits(Signature.RECOVER, m, guarded)).toList();
    if (returning.isEmpty()) {
      return Fallback.missing(
          "the @Recover method "
              + all.get(0).name()
              + " returns "
              + all.get(0).decl().returnType()
              + ", not "
              + guarded.decl().returnType());
    }
    List<Candidate> fitting =
        returning.stream()
            .flatMap(m -> signatures.fits(Signature.RECOVER, m, guarded).stream())
            .toList();
    return fitting.isEmpty()
        ? Fallback.missing(
            "the parameters of the @Recover method "
                + returning.get(0).decl().signature()
                + " are not the first ones of "
                + guarded.decl().signature())
        : Fallback.of(fitting);
  }

  private Fallback client(GuardAnnotation guard, Mark mark, DeclaredMethod guarded) {
    List<JavaType> direct = values.types(mark, guard.members(Part.FALLBACK_CLASS));
    List<JavaType> factories = values.types(mark, guard.members(Part.FALLBACK_FACTORY));
    if (direct.isEmpty() && factories.isEmpty()) {
      return Fallback.NONE;
    }
    return direct.isEmpty()
        ? beans.ofFactory(factories.get(0), guarded)
        : beans.implementing(direct.get(0), guarded);
  }
}
