package dev.aiaudit.trace;

import dev.aiaudit.javasource.index.FileSet;
import dev.aiaudit.javasource.index.JavaIndex;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.Project;
import dev.aiaudit.syntax.TypeDecl;
import java.util.HashMap;
import java.util.Map;

/**
 * Which classes have objects in production. A stand-in that lies beside the production code but
 * that only tests make, such as an executor that runs everything in the calling thread, is nobody's
 * receiver there.
 *
 * <p>A class that nothing names is left alone: a container, a service loader or a user of the
 * library may make it.
 */
final class Instances {
  private final Project project;
  private final Map<DeclaredType, Boolean> known = new HashMap<>();

  Instances(Project project) {
    this.project = project;
  }

  /** Whether an object of a class, or of one that extends it, may be a receiver. */
  boolean mayBeReceiver(DeclaredType type) {
    return known.computeIfAbsent(type, t -> !onlyTestsMake(t));
  }

  private boolean onlyTestsMake(DeclaredType type) {
    if (type.file().test()
        || type.anonymous()
        || type.decl().kind() != TypeDecl.Kind.CLASS
        || !type.decl().annotations().isEmpty()) {
      return false;
    }
    JavaIndex index = project.index();
    String name = type.decl().name();
    FileSet naming = index.filesMentioning(name);
    boolean tested = false;
    for (int i = 0; i < naming.size(); i++) {
      int file = naming.get(i);
      boolean own = project.tree().path(file).equals(type.file().path());
      if (project.tree().isTest(file)) {
        tested |= index.filesCreating(name).contains(file);
      } else if (!own) {
        return false;
      }
    }
    return tested && !makesItself(type) && !isNamedInText(type);
  }

  private boolean makesItself(DeclaredType type) {
    FileSet creating = project.index().filesCreating(type.decl().name());
    return creating.stream().anyMatch(f -> project.tree().path(f).equals(type.file().path()));
  }

  private boolean isNamedInText(DeclaredType type) {
    return !project.index().filesWithLiteral(text -> text.contains(type.name())).isEmpty();
  }
}
