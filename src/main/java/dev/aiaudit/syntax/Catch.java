package dev.aiaudit.syntax;

import java.util.List;

/**
 * A catch clause.
 *
 * @param types the exception types, several in a multi-catch
 * @param name the parameter
 * @param body what it does
 */
public record Catch(List<TypeRef> types, String name, Stmt.Block body, Span span) {

  /** Copies the types. */
  public Catch {
    types = List.copyOf(types);
  }
}
