package dev.aiaudit.rule;

import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Ignore;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.model.Suppression;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Findings about ignores in one state, for the rules that are about nothing else. */
final class IgnoreFindings {
  private final RuleInfo rule;
  private final Ignore.State state;

  IgnoreFindings(RuleInfo rule, Ignore.State state) {
    this.rule = rule;
    this.state = state;
  }

  Stream<Finding> in(Inventory inventory, Function<Ignore, String> message, String advice) {
    Findings findings = new Findings(rule, inventory);
    Ordinals ordinals = new Ordinals();
    return inventory.ignores().stream()
        .filter(ignore -> ignore.state() == state)
        .map(
            ignore ->
                findings.at(
                    ignore.location(), message.apply(ignore), advice, anchor(ignore, ordinals)));
  }

  /** By file and wording: the same ignore some lines further down is the same. */
  private static Findings.Anchor anchor(Ignore ignore, Ordinals ordinals) {
    String file = ignore.location().file();
    String what = String.join(",", ignore.rules()) + " " + ignore.reason();
    return new Findings.Anchor(
        file, what, ordinals.next(file, what), Optional.empty(), Optional.empty(), List.of());
  }

  /** {@code The comment for AIA001 (known since May)}. */
  static String name(Ignore ignore) {
    String what = ignore.kind() == Suppression.Kind.INLINE ? "The comment" : "The ignore";
    String rules = ignore.rules().isEmpty() ? "" : " for " + String.join(", ", ignore.rules());
    String reason = ignore.reason().isEmpty() ? "" : " (\"" + ignore.reason() + "\")";
    return what + rules + reason;
  }
}
