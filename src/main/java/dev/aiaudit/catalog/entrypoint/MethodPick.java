package dev.aiaudit.catalog.entrypoint;

import java.util.OptionalInt;

/**
 * Methods by name and number of parameters. Written {@code doGet}, {@code handle/2}, {@code on*},
 * {@code *}.
 *
 * @param name a method name; a star at its end stands for any ending; {@code <init>} for
 *     constructors
 * @param arity the number of parameters when only that overload counts
 */
public record MethodPick(String name, OptionalInt arity) {

  /** Reads the written form. */
  public static MethodPick of(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? new MethodPick(text, OptionalInt.empty())
        : new MethodPick(
            text.substring(0, slash), OptionalInt.of(Integer.parseInt(text.substring(slash + 1))));
  }

  /** Whether a method of this name with so many parameters is meant; a constructor only by name. */
  public boolean matches(String method, int parameters) {
    return named(method) && (arity.isEmpty() || arity.getAsInt() == parameters);
  }

  private boolean named(String method) {
    if (name.endsWith("*")) {
      return !method.equals("<init>") && method.startsWith(name.substring(0, name.length() - 1));
    }
    return method.equals(name);
  }
}
