package dev.aiaudit.flow;

import dev.aiaudit.detect.Surroundings;
import dev.aiaudit.detect.http.TextValue;
import dev.aiaudit.detect.http.TextValues;
import dev.aiaudit.flow.Conditions.Holds;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.syntax.Expr;
import java.util.List;

/** Switches in configuration: whether a condition on one holds as the tree is configured. */
final class ConfigFlags {
  private final TextValues values;

  ConfigFlags(FlowKnowledge knowledge) {
    this.values =
        new TextValues(
            new Surroundings(
                knowledge.project(), knowledge.typer(), knowledge.catalog(), knowledge.config()));
  }

  /** Whether a variable or getter is true in every value that the tree gives it. */
  Holds holds(Expr flag, Code code) {
    if (flag instanceof Expr.Call call && !call.args().isEmpty()) {
      return Holds.MAYBE;
    }
    List<String> texts =
        values.of(flag, code).stream().map(TextValue::template).distinct().toList();
    if (texts.equals(List.of("true"))) {
      return Holds.YES;
    }
    return texts.equals(List.of("false")) ? Holds.NO : Holds.MAYBE;
  }
}
