package dev.aiaudit.engine;

import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.rule.Rule;
import dev.aiaudit.rule.RuleInfo;
import dev.aiaudit.rule.Rules;
import dev.aiaudit.settings.CommentedFile;
import dev.aiaudit.settings.RuleChoice;
import dev.aiaudit.settings.Settings;
import dev.aiaudit.triage.Ignores;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs the rules under the settings and matches what they find with what the team ignores. */
final class Judgement {
  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::location).thenComparing(Finding::ruleId);

  private final Settings settings;
  private final Ignoring ignoring;

  /** An inventory with what was made of it. */
  record Judged(Inventory inventory, List<Finding> findings) {}

  Judgement(Settings settings, Ignoring ignoring) {
    this.settings = settings;
    this.ignoring = ignoring;
  }

  Judged judge(Inventory facts, List<CommentedFile> comments, boolean everythingSeen) {
    Inventory inventory = facts.under(settings.policy());
    List<Finding> findings = run(inventory);
    if (ignoring.use() == Ignoring.Use.PASSED_OVER) {
      return new Judged(inventory, findings);
    }
    Ignores ignores = new Ignores(inventory, ignoring.today());
    comments.forEach(ignores::add);
    settings.ignores().forEach(ignores::add);
    Ignores.Result result = ignores.apply(findings);
    Inventory ignored = inventory.withIgnores(result.ignores());
    List<Finding> all = new ArrayList<>(result.findings());
    // Before the matching there was none of these; what was not seen may be what an ignore is for.
    run(ignored).stream()
        .filter(finding -> Rules.isAboutIgnores(finding.ruleId()))
        .filter(finding -> everythingSeen || !Rules.isAboutUnused(finding.ruleId()))
        .forEach(all::add);
    all.sort(ORDER);
    return new Judged(ignored, all);
  }

  private List<Finding> run(Inventory inventory) {
    return Rules.all().stream().flatMap(rule -> run(rule, inventory)).sorted(ORDER).toList();
  }

  private Stream<Finding> run(Rule rule, Inventory inventory) {
    RuleInfo info = rule.info();
    Optional<RuleChoice> choice = Optional.ofNullable(settings.severities().get(info.id()));
    if (choice.isEmpty()) {
      return info.enabledByDefault() ? rule.check(inventory) : Stream.empty();
    }
    return choice.get().severity().stream()
        .flatMap(severity -> rule.check(inventory).map(f -> f.withSeverity(severity)));
  }
}
