package dev.aiaudit.trace.entry;

import dev.aiaudit.model.Location;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.syntax.Span;

/** How entries are named and placed in reports. */
final class Labels {

  private Labels() {}

  /**
   * {@code package.Class.method}; of a method of an anonymous class {@code
   * package.Class.method/Listener.method}, so that two listeners made in one method are two.
   */
  static String of(DeclaredMethod method) {
    return method.owner().displayName() + "." + method.name();
  }

  /** {@code package.Class.method} or {@code package.Class.field} of a piece of code. */
  static String of(Code code) {
    return code.label();
  }

  /** The place of a method's name. */
  static Location location(DeclaredMethod method) {
    Span span = method.decl().nameSpan();
    return new Location(
        method.owner().file().path(),
        span.startLine(),
        span.startColumn(),
        Math.max(span.startLine(), span.endLine()),
        span.endColumn());
  }
}
