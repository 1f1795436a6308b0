package dev.aiaudit.flow;

import dev.aiaudit.catalog.FailureType;
import dev.aiaudit.detect.RequestSite;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.resolve.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which exceptions a failing provider raises, and which catch clauses match them. */
final class ExceptionTypes {
  private static final Set<String> CATCH_ALL =
      Set.of("java.lang.Throwable", "java.lang.Exception", "java.lang.RuntimeException");

  /** How far a clause or filter catches an exception. */
  enum Match {
    /** Always. */
    ALL,
    /** Only some of what it may be at run time. */
    SOME,
    NONE
  }

  private final FlowKnowledge knowledge;

  ExceptionTypes(FlowKnowledge knowledge) {
    this.knowledge = knowledge;
  }

  /**
   * The exceptions that a request raises in an outage, without those that only stand for a family
   * of others; empty when they are not known.
   */
  List<String> raisedBy(RequestSite site) {
    List<FailureType> all = knowledge.catalog().exceptionTypes(site.sdk());
    Optional<List<String>> mapped = new StatusHandlers(knowledge.typer(), this).of(site);
    return mapped.map(m -> m.isEmpty() ? m : mapped(m, all)).orElseGet(() -> raised(all));
  }

  /** Error answers become the mapped exceptions; a provider that is not reached raises the rest. */
  private List<String> mapped(List<String> mapped, List<FailureType> all) {
    List<String> out = new ArrayList<>(mapped);
    raised(all).stream().filter(name -> !answersError(all, name)).forEach(out::add);
    return withoutSubtypes(out);
  }

  private List<String> raised(List<FailureType> all) {
    List<String> special =
        all.stream().filter(ExceptionTypes::special).map(FailureType::type).distinct().toList();
    List<String> names =
        special.isEmpty() ? all.stream().map(FailureType::type).distinct().toList() : special;
    List<String> byWeight = new ArrayList<>(names);
    byWeight.sort(java.util.Comparator.comparing(n -> !answersError(all, n)));
    return withoutSubtypes(byWeight);
  }

  /**
   * Whether the exception stands for an error answer of the provider, the first thing that happens
   * in an outage.
   */
  private static boolean answersError(List<FailureType> all, String name) {
    return all.stream()
        .filter(t -> t.type().equals(name))
        .flatMap(t -> t.when().stream())
        .anyMatch(
            w ->
                w == FailureType.When.SERVER_ERROR
                    || w == FailureType.When.STATUS
                    || w == FailureType.When.OVERLOADED);
  }

  private static boolean special(FailureType type) {
    return type.when().stream()
        .anyMatch(
            w ->
                w == FailureType.When.SERVER_ERROR
                    || w == FailureType.When.STATUS
                    || w == FailureType.When.OVERLOADED
                    || w == FailureType.When.CONNECT
                    || w == FailureType.When.TIMEOUT);
  }

  private List<String> withoutSubtypes(List<String> names) {
    List<String> out = new ArrayList<>();
    for (String name : names) {
      boolean covered = names.stream().anyMatch(other -> !other.equals(name) && isA(name, other));
      if (!covered) {
        out.add(name);
      }
    }
    return out;
  }

  /** How far a clause for a type catches an exception. */
  Match match(JavaType clause, String thrown) {
    if (clause.isKnown() && isA(thrown, clause.name())) {
      return Match.ALL;
    }
    boolean narrower = clause.isKnown() && isA(clause.name(), thrown);
    return narrower ? Match.SOME : Match.NONE;
  }

  /** How far a clause catches an exception of which nothing is known but that it is one. */
  Match matchUnknown(JavaType clause) {
    return clause.isKnown() && CATCH_ALL.contains(clause.name()) ? Match.ALL : Match.SOME;
  }

  /** Whether one exception type is another one or extends it. */
  boolean isA(String type, String supertype) {
    if (type.equals(supertype) || supertype.equals("java.lang.Throwable")) {
      return true;
    }
    return knowledge.types().isA(type, supertype)
        || knowledge.catalog().isSubtype(type, supertype)
        || declared(type, supertype)
        || extendsRuntime(type, supertype);
  }

  private boolean declared(String type, String supertype) {
    Project project = knowledge.project();
    return project.find(type).isPresent()
        && project.supertypes(JavaType.known(type)).stream()
            .anyMatch(
                t ->
                    t.is(supertype)
                        || knowledge.types().isA(t.name(), supertype)
                        || knowledge.catalog().isSubtype(t.name(), supertype));
  }

  /**
   * Every exception is an Exception; one of an unknown hierarchy is taken to be unchecked, as
   * nearly all are.
   */
  private boolean extendsRuntime(String type, String supertype) {
    if (supertype.equals("java.lang.Exception")) {
      return !type.endsWith("Error");
    }
    return supertype.equals("java.lang.RuntimeException")
        && knowledge
            .types()
            .isChecked(type)
            .map(checked -> !checked)
            .orElse(unknownHierarchy(type));
  }

  private boolean unknownHierarchy(String type) {
    return knowledge.catalog().supertypes(type).isEmpty()
        && knowledge.project().find(type).isEmpty()
        && !type.startsWith("java.");
  }
}
