package dev.aiaudit.cli;

import dev.aiaudit.render.RuleNames;
import dev.aiaudit.render.RuleText;
import dev.aiaudit.rule.Rule;
import dev.aiaudit.rule.RuleInfo;
import dev.aiaudit.rule.RulePage;
import dev.aiaudit.rule.Rules;
import java.util.List;

/** Gives the renderers, which know no rules, the titles and pages of the built-in ones. */
final class RulePages implements RuleNames {
  @Override
  public String title(String ruleId) {
    return Rules.find(ruleId).map(rule -> rule.info().title()).orElse("");
  }

  @Override
  public List<RuleText> all() {
    return Rules.all().stream().map(RulePages::text).toList();
  }

  private static RuleText text(Rule rule) {
    RuleInfo info = rule.info();
    String help = RulePage.load(info).markdown().strip();
    return new RuleText(info.id(), info.name(), info.severity(), info.title(), help);
  }
}
