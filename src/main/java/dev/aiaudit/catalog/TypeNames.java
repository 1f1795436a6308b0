package dev.aiaudit.catalog;

/**
 * Reads names of types: {@code a.b.Outer.Inner<X>}, packages in lower case, nested types with a
 * dot.
 */
final class TypeNames {
  private TypeNames() {}

  /** The package, taken to end before the first part that starts with an upper-case letter. */
  static String packageOf(String type) {
    int start = 0;
    while (start < type.length()) {
      if (Character.isUpperCase(type.charAt(start))) {
        return start == 0 ? "" : type.substring(0, start - 1);
      }
      int dot = type.indexOf('.', start);
      if (dot < 0) {
        break;
      }
      start = dot + 1;
    }
    int last = type.lastIndexOf('.');
    return last < 0 ? "" : type.substring(0, last);
  }

  /** The name without type arguments and array brackets. */
  static String raw(String type) {
    int end = type.indexOf('<');
    String name = end < 0 ? type : type.substring(0, end);
    return name.endsWith("[]") ? name.substring(0, name.length() - 2) : name;
  }
}
