package dev.aiaudit.model;

import java.util.Locale;

/** An enum constant whose word in every output is its name in lower case with hyphens. */
public interface Named {

  /** The constant's Java name, as {@link Enum#name()} gives it. */
  String name();

  /** The word used in reports, settings and documentation, such as {@code error-response}. */
  default String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
