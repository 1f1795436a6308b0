package dev.aiaudit.configsource;

import dev.aiaudit.configsource.StepNeed.Use;
import dev.aiaudit.configsource.Workflow.Job;
import dev.aiaudit.configsource.Workflow.Line;
import dev.aiaudit.configsource.Workflow.Step;
import dev.aiaudit.configsource.YamlReader.Leaf;
import dev.aiaudit.model.CheckGate;
import dev.aiaudit.model.FactVerdict;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decides what an outage does to a step of a workflow and to what waits for it. */
final class WorkflowJudge {

  /** What happens, and what waits. */
  record Judgement(FactVerdict verdict, CheckGate gate) {}

  private static final Set<String> DELIVERY =
      Set.of("pull_request", "pull_request_target", "push", "merge_group", "workflow_call");

  private static final Set<String> BY_ITSELF =
      Set.of("schedule", "issues", "release", "workflow_run", "discussion", "create", "deployment");

  private static final Pattern MENTION =
      Pattern.compile("contains\\(|startsWith\\(|comment\\.body|label\\.name|event\\.label");

  private static final Pattern FILE =
      Pattern.compile("[A-Za-z0-9_-]{3,80}\\.(md|txt|json|ya?ml|sarif|xml)");

  private final Workflow workflow;
  private final Map<String, List<Integer>> needing;

  WorkflowJudge(Workflow workflow) {
    this.workflow = workflow;
    this.needing = needing(workflow.jobs());
  }

  Judgement judge(Job job, Step step, StepNeed need) {
    if (!byItself(job, step)) {
      return new Judgement(FactVerdict.MANUAL, CheckGate.NONE);
    }
    boolean contained = step.contained() || job.contained() || shellContains(step, need);
    Optional<Step> enforced = enforcer(job, step);
    if (enforced.isPresent() && !job.contained()) {
      return new Judgement(FactVerdict.BLOCKS_DELIVERY, CheckGate.HARD);
    }
    if (contained || need.use() == Use.PROBE) {
      return new Judgement(FactVerdict.DEGRADES, contained ? CheckGate.NONE : CheckGate.SOFT);
    }
    boolean waited = !waiters(job).isEmpty();
    if (need.use() == Use.COMMENTS && !(waited && delivers())) {
      return new Judgement(FactVerdict.DEGRADES, delivers() ? CheckGate.SOFT : CheckGate.NONE);
    }
    CheckGate gate = !delivers() ? CheckGate.NONE : waited ? CheckGate.HARD : CheckGate.SOFT;
    return new Judgement(FactVerdict.BLOCKS_DELIVERY, gate);
  }

  /** Whether an event of the code itself starts the workflow. */
  private boolean delivers() {
    return workflow.triggers().entrySet().stream()
        .anyMatch(
            t ->
                DELIVERY.contains(t.getKey()) && !labelOnly(t.getValue())
                    || t.getKey().equals("release") && t.getValue().contains("published"));
  }

  private static boolean labelOnly(List<String> types) {
    return !types.isEmpty() && types.stream().allMatch(t -> t.endsWith("labeled"));
  }

  /** Whether the step runs without a mention, a label, a comment or a click. */
  private boolean byItself(Job job, Step step) {
    String condition =
        job.condition().map(Leaf::value).orElse("") + step.condition().map(Leaf::value).orElse("");
    boolean events =
        workflow.triggers().entrySet().stream()
            .anyMatch(
                t ->
                    (DELIVERY.contains(t.getKey()) || BY_ITSELF.contains(t.getKey()))
                        && !labelOnly(t.getValue()));
    return events && (!MENTION.matcher(condition).find() || alternatives(condition));
  }

  /** Whether one of the alternatives of a condition needs neither mention nor label. */
  private static boolean alternatives(String condition) {
    for (String part : condition.split("\\|\\|")) {
      boolean own =
          part.contains("'pull_request'")
              || part.contains("'push'")
              || part.contains("'schedule'")
              || part.contains("'pull_request_target'");
      if (own && !MENTION.matcher(part).find()) {
        return true;
      }
    }
    return condition.contains("!contains(") || condition.contains("! contains(");
  }

  /** Whether the command's own line, or the switch of the shell, drops its failure. */
  private static boolean shellContains(Step step, StepNeed need) {
    for (Line line : step.script()) {
      if (line.text().equals("set +e")) {
        return true;
      }
      if (line.number() == need.line()
          && line.text().matches(".*\\|\\|\\s*(true|:|echo|exit 0|printf).*")) {
        return true;
      }
    }
    return step.script().stream().anyMatch(l -> l.text().matches(".*\\|\\|\\s*(true|:)\\s*"))
        && step.script().size() <= 3;
  }

  /** A later step that fails when the output of this one is missing. */
  Optional<Step> enforcer(Job job, Step step) {
    Set<String> outputs = new LinkedHashSet<>();
    Matcher file = FILE.matcher(step.text());
    while (file.find()) {
      outputs.add(file.group());
    }
    boolean after = false;
    for (Step other : job.steps()) {
      if (after && !other.contained() && enforces(other, outputs)) {
        return Optional.of(other);
      }
      after |= other == step;
    }
    return Optional.empty();
  }

  private static boolean enforces(Step step, Set<String> outputs) {
    boolean missing = false;
    for (Line line : step.script()) {
      boolean asks = line.text().contains("! -f ") || line.text().contains("! -s ");
      missing |= asks;
      if (missing && line.text().startsWith("fi")) {
        missing = false;
      }
      if (missing && line.text().matches("exit [1-9].*")) {
        return outputs.stream().anyMatch(o -> step.text().contains(o));
      }
    }
    return false;
  }

  /** Jobs that wait for a job and stop with it, directly or through others; in file order. */
  List<Job> waiters(Job job) {
    BitSet found = new BitSet();
    Deque<String> failing = new ArrayDeque<>();
    if (!job.contained()) {
      failing.add(job.id());
    }
    while (!failing.isEmpty()) {
      for (int other : needing.getOrDefault(failing.remove(), List.of())) {
        if (!found.get(other)) {
          found.set(other);
          failing.add(workflow.jobs().get(other).id());
        }
      }
    }
    return found.stream().mapToObj(workflow.jobs()::get).toList();
  }

  /** For each job the indexes of those that stop with it. */
  private static Map<String, List<Integer>> needing(List<Job> jobs) {
    Map<String, List<Integer>> needing = new HashMap<>();
    for (int i = 0; i < jobs.size(); i++) {
      Job job = jobs.get(i);
      if (!job.always() || passesOn(job)) {
        for (String needed : job.needs()) {
          needing.computeIfAbsent(needed, n -> new ArrayList<>()).add(i);
        }
      }
    }
    return needing;
  }

  /** A job that always runs and fails when one that it needs has failed. */
  private static boolean passesOn(Job job) {
    return job.steps().stream()
        .map(Step::text)
        .anyMatch(
            t ->
                t.contains("exit 1")
                    && t.contains("needs.")
                    && (t.contains("failure") || t.contains("success")));
  }
}
