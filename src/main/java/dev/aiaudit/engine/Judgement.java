package dev.aiaudit.engine;

import dev.aiaudit.model.Diagnostic;
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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Runs the rules under the settings and matches what they find with what the team ignores. */
final class Judgement {
  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::location).thenComparing(Finding::ruleId);

  private final Settings settings;
  private final Ignoring ignoring;
  private final List<Rule> rules;
  private final SortedMap<String, Diagnostic> broken = new TreeMap<>();

  /**
   * An inventory with what was made of it.
   *
   * @param diagnostics one for each rule that broke
   */
  record Judged(Inventory inventory, List<Finding> findings, List<Diagnostic> diagnostics) {
    Judged {
      findings = List.copyOf(findings);
      diagnostics = List.copyOf(diagnostics);
    }
  }

  Judgement(Settings settings, Ignoring ignoring) {
    this(settings, ignoring, Rules.all());
  }

  Judgement(Settings settings, Ignoring ignoring, List<Rule> rules) {
    this.settings = settings;
    this.ignoring = ignoring;
    this.rules = List.copyOf(rules);
  }

  Judged judge(Inventory facts, List<CommentedFile> comments, boolean everythingSeen) {
    Inventory inventory = facts.under(settings.policy());
    List<Finding> findings = run(inventory);
    if (ignoring.use() == Ignoring.Use.PASSED_OVER) {
      return new Judged(inventory, findings, broken());
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
    return new Judged(ignored, all, broken());
  }

  private List<Diagnostic> broken() {
    return List.copyOf(broken.values());
  }

  private List<Finding> run(Inventory inventory) {
    return rules.stream().flatMap(rule -> run(rule, inventory)).sorted(ORDER).toList();
  }

  private Stream<Finding> run(Rule rule, Inventory inventory) {
    RuleInfo info = rule.info();
    Optional<RuleChoice> choice = Optional.ofNullable(settings.severities().get(info.id()));
    if (choice.isEmpty()) {
      return info.enabledByDefault() ? guarded(rule, inventory) : Stream.empty();
    }
    return choice.get().severity().stream()
        .flatMap(severity -> guarded(rule, inventory).map(f -> f.withSeverity(severity)));
  }

  /** A rule that breaks is named in a diagnostic, and the others still have their say. */
  private Stream<Finding> guarded(Rule rule, Inventory inventory) {
    try {
      return rule.check(inventory).toList().stream();
    } catch (RuntimeException | StackOverflowError bug) {
      String id = rule.info().id();
      broken.put(id, Bugs.diagnostic("", "rule " + id + " was not checked", bug));
      return Stream.empty();
    }
  }
}
