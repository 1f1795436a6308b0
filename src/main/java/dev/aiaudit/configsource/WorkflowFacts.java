package dev.aiaudit.configsource;

import dev.aiaudit.configsource.StepNeed.Use;
import dev.aiaudit.configsource.Workflow.Job;
import dev.aiaudit.configsource.Workflow.Step;
import dev.aiaudit.configsource.WorkflowJudge.Judgement;
import dev.aiaudit.configsource.YamlReader.Leaf;
import dev.aiaudit.model.CheckGate;
import dev.aiaudit.model.ConfigFact;
import dev.aiaudit.model.Diagnostic;
import dev.aiaudit.model.Evidence;
import dev.aiaudit.model.FactKind;
import dev.aiaudit.model.FactVerdict;
import dev.aiaudit.model.Location;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The steps of GitHub Actions that need an AI provider, what an outage does to them, and what they
 * are given: keys, models, addresses.
 */
final class WorkflowFacts {

  /** Most jobs whose names one fact tells. */
  private static final int MAX_NAMED = 20;

  private final AiNames names;
  private final StepNeeds needs;
  private final SettingFacts settings;
  private final Map<String, Workflow> actions = new LinkedHashMap<>();
  private final List<Workflow> workflows = new ArrayList<>();
  private final List<ConfigFact> facts = new ArrayList<>();

  /** Paths and lines that have a fact. */
  private final Set<String> told = new HashSet<>();

  WorkflowFacts(AiNames names, PipelineNames pipeline) {
    this.names = names;
    this.needs = new StepNeeds(names, pipeline);
    this.settings = new SettingFacts(names);
  }

  /** Reads a file; what it says is judged when all are read. */
  List<Diagnostic> read(ConfigFile file) {
    YamlReader reader = YamlReader.read(file);
    List<Diagnostic> diagnostics = new ArrayList<>(reader.diagnostics());
    reader.documents().stream()
        .flatMap(d -> d.leaves().stream())
        .skip(WorkflowReader.MAX_VALUES)
        .findFirst()
        .ifPresent(
            unread ->
                diagnostics.add(
                    new Diagnostic(
                        Diagnostic.Level.WARNING,
                        file.path(),
                        Optional.of(unread.line()),
                        "only the first " + WorkflowReader.MAX_VALUES + " values were looked at")));
    for (Workflow workflow : WorkflowReader.read(file, reader.documents())) {
      workflows.add(workflow);
      if (workflow.triggers().isEmpty()) {
        actions.put(file.dir(), workflow);
      }
    }
    return diagnostics;
  }

  List<ConfigFact> find() {
    workflows.forEach(this::workflow);
    return facts;
  }

  private void workflow(Workflow workflow) {
    WorkflowJudge judge = new WorkflowJudge(workflow);
    Set<String> providers = new LinkedHashSet<>();
    Set<String> needing = new LinkedHashSet<>();
    for (Job job : workflow.jobs()) {
      Optional<Judgement> hard = Optional.empty();
      Set<String> inJob = new LinkedHashSet<>();
      Optional<StepNeed> called = called(workflow, job);
      if (called.isPresent() && !workflow.triggers().isEmpty()) {
        Step call =
            new Step(job.line(), "", job.calls(), List.of(), Optional.empty(), false, List.of());
        Judgement judgement = judge.judge(job, call, called.get());
        StepNeed need = called.get();
        inJob.add(need.provider());
        add(workflow, need.line(), need.provider(), need.detail(), judgement, Evidence.DERIVED);
        hard = Optional.of(judgement).filter(j -> j.verdict() == FactVerdict.BLOCKS_DELIVERY);
      }
      for (Step step : job.steps()) {
        Optional<StepNeed> need = need(workflow, job, step);
        if (need.isPresent()) {
          Judgement judgement = judge.judge(job, step, need.get());
          inJob.add(need.get().provider());
          step(workflow, judge, job, step, need.get(), judgement);
          if (judgement.verdict() == FactVerdict.BLOCKS_DELIVERY) {
            hard = Optional.of(judgement);
          }
        }
        settings.step(workflow, step, need.map(StepNeed::provider), facts);
      }
      providers.addAll(inJob);
      if (!inJob.isEmpty()) {
        needing.add(job.id());
      }
      job(workflow, judge, job, inJob, hard);
    }
    settings.shared(workflow, providers, needing, facts);
  }

  /** What a reusable workflow of the tree needs, at the job that calls it. */
  private Optional<StepNeed> called(Workflow workflow, Job job) {
    Optional<Leaf> call = job.calls().filter(c -> c.value().startsWith("./"));
    return call.flatMap(c -> TreePath.resolve(root(workflow), c.value()))
        .flatMap(path -> workflows.stream().filter(w -> w.path().equals(path)).findFirst())
        .flatMap(this::inside)
        .map(
            n ->
                new StepNeed(
                    n.provider(), call.get().line(), n.use(), "calls " + call.get().value()));
  }

  private Optional<StepNeed> need(Workflow workflow, Job job, Step step) {
    Optional<StepNeed> local =
        step.uses()
            .filter(u -> u.value().startsWith("./"))
            .flatMap(u -> TreePath.resolve(root(workflow), u.value()))
            .map(actions::get)
            .flatMap(this::inside)
            .map(n -> new StepNeed(n.provider(), step.uses().get().line(), n.use(), n.detail()));
    return local.or(() -> needs.of(workflow, job, step));
  }

  /** The folder of the repository that a workflow belongs to. */
  private static String root(Workflow workflow) {
    int github = workflow.path().indexOf(".github/");
    return github <= 0 ? "" : workflow.path().substring(0, github - 1);
  }

  /**
   * What a composite action of the tree needs; one that only warns loses no more than its notes.
   */
  private Optional<StepNeed> inside(Workflow action) {
    for (Job job : action.jobs()) {
      for (Step step : job.steps()) {
        Optional<StepNeed> need = needs.of(action, job, step);
        if (need.isPresent()) {
          boolean warns = step.contained() || step.text().contains("::warning");
          Use use = warns ? Use.COMMENTS : need.get().use();
          return Optional.of(
              new StepNeed(need.get().provider(), step.line(), use, need.get().detail()));
        }
      }
    }
    return Optional.empty();
  }

  private void step(
      Workflow workflow,
      WorkflowJudge judge,
      Job job,
      Step step,
      StepNeed need,
      Judgement judgement) {
    if (workflow.triggers().isEmpty()) {
      return;
    }
    add(workflow, need.line(), need.provider(), need.detail(), judgement, Evidence.DECLARED);
    if (judgement.verdict() == FactVerdict.BLOCKS_DELIVERY) {
      judge
          .enforcer(job, step)
          .ifPresent(
              e ->
                  add(
                      workflow,
                      e.line(),
                      need.provider(),
                      "fails when the step before it left no answer",
                      judgement,
                      Evidence.DERIVED));
    }
  }

  /** The switch of a job, and the jobs that stop with it. */
  private void job(
      Workflow workflow,
      WorkflowJudge judge,
      Job job,
      Set<String> providers,
      Optional<Judgement> hard) {
    if (providers.isEmpty() || workflow.triggers().isEmpty()) {
      return;
    }
    String provider = providers.size() == 1 ? providers.iterator().next() : "multiple";
    job.condition()
        .filter(c -> c.value().contains("vars."))
        .ifPresent(
            c ->
                add(
                    workflow,
                    c.line(),
                    provider,
                    "runs only while a variable outside the repository allows it",
                    new Judgement(FactVerdict.CONFIGURED, CheckGate.NONE),
                    Evidence.DECLARED));
    List<Job> waiters = judge.waiters(job);
    if (hard.isEmpty() || waiters.isEmpty()) {
      return;
    }
    String more = waiters.size() > MAX_NAMED ? " and others" : "";
    String waiting =
        waiters.stream().limit(MAX_NAMED).map(Job::id).collect(Collectors.joining(", ")) + more;
    add(
        workflow,
        job.line(),
        provider,
        "job " + job.id() + ": waited for by " + waiting,
        hard.get(),
        Evidence.DERIVED);
    for (Job waiter : waiters) {
      add(
          workflow,
          waiter.line(),
          provider,
          "job " + waiter.id() + ": stops with job " + job.id(),
          hard.get(),
          Evidence.DERIVED);
    }
  }

  private void add(
      Workflow workflow,
      int line,
      String provider,
      String detail,
      Judgement judgement,
      Evidence evidence) {
    if (told.add(workflow.path() + ":" + line)) {
      facts.add(
          new ConfigFact(
                  Location.ofLine(workflow.path(), Math.max(1, line)),
                  FactKind.WORKFLOW,
                  provider,
                  detail,
                  evidence)
              .judged(judgement.verdict())
              .gated(judgement.gate()));
    }
  }

  /** Whether a text could be a workflow that uses AI; asked before it is parsed. */
  boolean concerns(String text) {
    return names.mentionedIn(text) || text.contains("models: read") || text.contains("uses: ./");
  }
}
