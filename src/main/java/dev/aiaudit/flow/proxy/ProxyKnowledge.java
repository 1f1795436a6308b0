package dev.aiaudit.flow.proxy;

import dev.aiaudit.catalog.detach.DetachPatterns;
import dev.aiaudit.catalog.guard.GuardPatterns;
import dev.aiaudit.catalog.type.LibraryTypes;
import dev.aiaudit.configsource.ProjectConfig;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.resolve.Project;
import dev.aiaudit.resolve.Typer;
import dev.aiaudit.syntax.TypeRef;
import java.util.Optional;

/**
 * What the reading of annotations may ask.
 *
 * @param typer types of expressions of the tree
 * @param types library types
 * @param guards guarding annotations
 * @param detach annotations that move a method to another thread
 * @param config builds and settings of the tree
 */
public record ProxyKnowledge(
    Typer typer,
    LibraryTypes types,
    GuardPatterns guards,
    DetachPatterns detach,
    ProjectConfig config) {

  /** The project. */
  Project project() {
    return typer.project();
  }

  /** The type that a reference means in a method. */
  JavaType resolve(TypeRef written, DeclaredMethod in) {
    return project().names().resolve(written, in.owner(), Optional.of(in.decl()));
  }

  /** The return type of a method. */
  public JavaType returnType(DeclaredMethod method) {
    return resolve(method.decl().returnType(), method);
  }

  /** Whether a type is another one or below it, as far as the tree and the catalogue know. */
  boolean isA(JavaType type, String supertype) {
    return types.isA(type.name(), supertype) || project().isSubtype(type, supertype);
  }
}
