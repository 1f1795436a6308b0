package dev.aiaudit.detect.provider;

import java.util.List;

/** Names of methods that set a property. */
final class SetterNames {
  private static final List<String> PREFIXES = List.of("with", "set");

  private SetterNames() {}

  /** The property that {@code withModel}, {@code setModel} and {@code model} set. */
  static String property(String method) {
    for (String prefix : PREFIXES) {
      int length = prefix.length();
      if (method.startsWith(prefix)
          && method.length() > length
          && Character.isUpperCase(method.charAt(length))) {
        return Character.toLowerCase(method.charAt(length)) + method.substring(length + 1);
      }
    }
    return method;
  }
}
