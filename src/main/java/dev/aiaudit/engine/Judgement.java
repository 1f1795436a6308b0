package dev.aiaudit.engine;

import dev.aiaudit.model.Diagnostic;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.rule.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What the rules say of an inventory. A rule that breaks is named in a diagnostic, and the others
 * still have their say.
 *
 * @param findings by place, then by rule
 * @param diagnostics one for each rule that broke
 */
record Judgement(List<Finding> findings, List<Diagnostic> diagnostics) {
  Judgement {
    findings = List.copyOf(findings);
    diagnostics = List.copyOf(diagnostics);
  }

  static Judgement of(Inventory inventory, List<Rule> rules) {
    List<Finding> findings = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (Rule rule : rules) {
      try {
        findings.addAll(rule.check(inventory).toList());
      } catch (RuntimeException | StackOverflowError bug) {
        diagnostics.add(Bugs.diagnostic("", "rule " + rule.info().id() + " was not checked", bug));
      }
    }
    findings.sort(Comparator.comparing(Finding::location).thenComparing(Finding::ruleId));
    return new Judgement(findings, diagnostics);
  }
}
