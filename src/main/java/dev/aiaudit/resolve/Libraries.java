package dev.aiaudit.resolve;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What is known about types that are not declared in the scanned tree. Names are full names. */
public interface Libraries {

  /** All known supertypes, nearest first, without the type itself. */
  List<String> supertypes(String type);

  /** Return type of a method as generic text, such as {@code java.util.List<java.lang.String>}. */
  Optional<String> returnType(String type, String method, int arguments);

  /** The type of a public field as generic text. */
  Optional<String> fieldType(String type, String field);

  /** The full name of a known top-level type of a package. */
  Optional<String> typeInPackage(String packageName, String simpleName);

  /** The name of the one method of a functional interface. */
  Optional<String> functionalMethod(String type);

  /** Which type argument of the receiver a method returns, as an element of a container does. */
  OptionalInt elementResult(String type, String method);

  /** Which type argument of the receiver a method hands to the first parameter of its lambda. */
  OptionalInt lambdaParameter(String type, String method);

  /** Whether methods that are not listed return the type itself, as those of a fluent type do. */
  boolean fluent(String type);
}
