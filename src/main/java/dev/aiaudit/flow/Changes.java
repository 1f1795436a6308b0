package dev.aiaudit.flow;

import dev.aiaudit.model.Handling;
import dev.aiaudit.syntax.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Calls that put something into the object that becomes the answer. */
final class Changes {
  private final Values values;

  Changes(Values values) {
    this.values = values;
  }

  /**
   * {@code result.put("error", e.getMessage())}, {@code dto.setAnswer("..")}: the object is made of
   * its parts.
   */
  void read(Expr.Call call, Situation at) {
    List<Expr> given = new ArrayList<>();
    boolean error = false;
    Expr owner = call;
    while (owner instanceof Expr.Call link && link.scope().isPresent() && isChange(link.name())) {
      given.addAll(link.args());
      error |= Values.errorName(link.name());
      owner = link.scope().get();
    }
    if (!(owner instanceof Expr.Name name) || given.isEmpty() || Blocks.isLogger(name.id())) {
      return;
    }
    if (at.isFilled(name.id())) {
      return;
    }
    Handling part = error ? Handling.ERROR_RESPONSE : values.ofParts(given, at);
    Optional<Handling> before = at.variable(name.id());
    if (part == Handling.STATIC && values.content().fills(call, given, at)) {
      at.fill(name.id());
    } else if (part == Handling.ERROR_RESPONSE
        || before.isEmpty()
        || before.get() == Handling.SWALLOW) {
      at.assign(name.id(), part);
    }
  }

  /** Whether a method of that name puts something into what it is called on. */
  static boolean isChange(String method) {
    return method.startsWith("set")
        || method.startsWith("put")
        || method.startsWith("add")
        || method.equals("append");
  }
}
