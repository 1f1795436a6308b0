package dev.aiaudit.syntax;

import java.util.Map;
import java.util.Optional;

/**
 * An annotation as written.
 *
 * @param name possibly qualified name
 * @param members member to value; the short form has the member {@code value}; those of an
 *     annotation that is a value are here too, as {@code member.name}
 */
public record Annotation(String name, Map<String, Expr> members, Span span) {

  /** Copies the members. */
  public Annotation {
    members = Map.copyOf(members);
  }

  /** The last part of the name. */
  public String simpleName() {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** The value of a member. */
  public Optional<Expr> member(String member) {
    return Optional.ofNullable(members.get(member));
  }
}
