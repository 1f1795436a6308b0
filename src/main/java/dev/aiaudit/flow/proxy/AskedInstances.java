package dev.aiaudit.flow.proxy;

import dev.aiaudit.catalog.guard.GuardAnnotation;
import dev.aiaudit.configsource.ConfigKey;
import dev.aiaudit.javasource.index.FileSet;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.ParsedFile;
import dev.aiaudit.resolve.Project;
import dev.aiaudit.syntax.Annotation;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Node;
import dev.aiaudit.syntax.Nodes;
import dev.aiaudit.syntax.TypeRef;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The names under which main code asks for instances of a guard: the texts in all files that use
 * the guard's library, in annotations and in code that looks an instance up.
 */
final class AskedInstances {
  private static final int MAX_FILES = 400;
  private static final int LIBRARY_PARTS = 3;

  private final Project project;
  private final Map<String, Names> known = new HashMap<>();

  AskedInstances(Project project) {
    this.project = project;
  }

  /**
   * Names in canonical form.
   *
   * @param open whether code may ask for others, too, because it puts names together
   */
  private record Names(Set<String> texts, boolean open) {}

  /** Whether some code may ask for an instance of that name. */
  boolean mayBeAsked(GuardAnnotation guard, String instance) {
    Names names = known.computeIfAbsent(library(guard), this::read);
    return names.open() || names.texts().contains(ConfigKey.canonical(instance));
  }

  /** The start of the packages of a library, such as {@code io.github.resilience4j}. */
  private static String library(GuardAnnotation guard) {
    String[] parts = guard.annotations().get(0).split("\\.");
    return String.join(".", Arrays.copyOf(parts, Math.min(LIBRARY_PARTS, parts.length)));
  }

  private Names read(String library) {
    FileSet files = project.index().filesImportingUnder(library + ".");
    if (files.size() > MAX_FILES) {
      return new Names(Set.of(), true);
    }
    Set<String> texts = new HashSet<>();
    boolean open = false;
    for (int i = 0; i < files.size(); i++) {
      if (!project.tree().isTest(files.get(i))) {
        open |=
            project.tree().load(files.get(i)).map(file -> read(file, library, texts)).orElse(true);
      }
    }
    return new Names(texts, open);
  }

  /** Notes the texts of a file; true when it asks for names that are no texts. */
  private boolean read(ParsedFile file, String library, Set<String> texts) {
    boolean[] open = new boolean[1];
    for (DeclaredType type : file.types()) {
      annotations(type)
          .filter(a -> isOf(library, a, type))
          .flatMap(a -> a.members().entrySet().stream())
          .filter(member -> member.getKey().equals("name"))
          .forEach(member -> open[0] |= !note(member.getValue(), texts));
      type.codes().forEach(code -> Nodes.walk(code.root(), n -> note(n, texts)));
      type.decl().fields().forEach(f -> f.init().ifPresent(v -> note(v, texts)));
    }
    return open[0];
  }

  private boolean isOf(String library, Annotation annotation, DeclaredType in) {
    return project
        .names()
        .resolve(TypeRef.of(annotation.name()), in)
        .name()
        .startsWith(library + ".");
  }

  private static Stream<Annotation> annotations(DeclaredType type) {
    return Stream.concat(
        type.decl().annotations().stream(),
        type.methods().stream().flatMap(m -> m.decl().annotations().stream()));
  }

  private static boolean note(Node value, Set<String> texts) {
    if (value instanceof Expr.Literal literal) {
      texts.add(ConfigKey.canonical(literal.value()));
      return true;
    }
    return false;
  }
}
