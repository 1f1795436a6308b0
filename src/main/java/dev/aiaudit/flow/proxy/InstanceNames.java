package dev.aiaudit.flow.proxy;

import dev.aiaudit.configsource.ConfigKey;
import dev.aiaudit.javasource.index.FileSet;
import dev.aiaudit.javasource.index.JavaIndex;
import dev.aiaudit.resolve.Project;
import dev.aiaudit.syntax.Annotation;
import dev.aiaudit.syntax.Expr;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The names under which main code asks for instances of a guard. Where code builds such guards by
 * itself, or puts a name together, any name may be asked for.
 */
public final class InstanceNames {
  private static final String ANNOTATIONS = ".annotation";

  /** Packages of Resilience4j through which code can reach guards of all kinds. */
  private static final List<String> ALL_KINDS =
      List.of("io.github.resilience4j.decorators.", "io.github.resilience4j.common.");

  /** With Spring Cloud a circuit breaker asks for guards of these kinds by its own name. */
  private static final Set<String> BY_FACTORY = Set.of("timelimiter", "circuitbreaker", "bulkhead");

  private static final List<String> FACTORIES =
      List.of("CircuitBreakerFactory", "ReactiveCircuitBreakerFactory", "FeignClient");

  private final Project project;
  private final JavaIndex index;
  private final Map<String, Names> known = new HashMap<>();

  /** Names in a project. */
  public InstanceNames(Project project) {
    this.project = project;
    this.index = project.index();
  }

  /**
   * Names in canonical form.
   *
   * @param open whether code may ask for others, too
   */
  private record Names(Set<String> written, boolean open) {}

  /**
   * Whether some code may ask for an instance.
   *
   * @param annotation full name of the annotation that stands for the guard
   */
  public boolean mayBeAsked(String annotation, String instance) {
    Names names = names(annotation);
    return names.open() || isWritten(annotation, instance);
  }

  /** Whether an annotation of that type names the instance. */
  public boolean isWritten(String annotation, String instance) {
    return names(annotation).written().contains(ConfigKey.canonical(instance));
  }

  private Names names(String annotation) {
    return known.computeIfAbsent(annotation, this::read);
  }

  private Names read(String annotation) {
    String simple = annotation.substring(annotation.lastIndexOf('.') + 1);
    Set<String> written = new HashSet<>();
    boolean open = isBuilt(home(annotation));
    FileSet files = index.filesAnnotated(simple);
    for (int i = 0; i < files.size(); i++) {
      if (!project.tree().isTest(files.get(i))) {
        List<Annotation> found = annotations(files.get(i), simple);
        for (Annotation one : found) {
          if (one.members().get("name") instanceof Expr.Literal name) {
            written.add(ConfigKey.canonical(name.value()));
          } else {
            open = true;
          }
        }
      }
    }
    return new Names(written, open);
  }

  private List<Annotation> annotations(int file, String simple) {
    return project.tree().load(file).stream()
        .flatMap(f -> f.types().stream())
        .flatMap(
            type ->
                Stream.concat(
                    type.decl().annotations().stream(),
                    type.methods().stream().flatMap(m -> m.decl().annotations().stream())))
        .filter(a -> a.simpleName().equals(simple))
        .toList();
  }

  /** The package of a kind of guard, such as {@code io.github.resilience4j.retry.}. */
  private static String home(String annotation) {
    String in = annotation.substring(0, annotation.lastIndexOf('.'));
    String home = in.endsWith(ANNOTATIONS) ? in.substring(0, in.lastIndexOf('.')) : in;
    return home + ".";
  }

  /** Whether code builds such guards itself, under names that may come from anywhere. */
  private boolean isBuilt(String home) {
    String annotations = home + ANNOTATIONS.substring(1);
    FileSet importing = index.filesImportingUnder(home);
    for (int i = 0; i < importing.size(); i++) {
      int file = importing.get(i);
      boolean builds =
          index.importsOf(file).stream()
              .map(imported -> imported.name())
              .anyMatch(name -> name.startsWith(home) && !name.startsWith(annotations));
      if (builds && !project.tree().isTest(file)) {
        return true;
      }
    }
    String kind = home.substring(home.lastIndexOf('.', home.length() - 2) + 1, home.length() - 1);
    return ALL_KINDS.stream().anyMatch(all -> isInMain(index.filesImportingUnder(all)))
        || BY_FACTORY.contains(kind)
            && FACTORIES.stream().anyMatch(type -> isInMain(index.filesMentioning(type)));
  }

  private boolean isInMain(FileSet files) {
    return files.stream().anyMatch(file -> !project.tree().isTest(file));
  }
}
