package dev.aiaudit.configsource;

import dev.aiaudit.configsource.GitlabPipeline.Job;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The jobs of GitLab pipelines that need an AI provider, and what they are given. */
final class GitlabFacts {

  private static final int MAX_FILES = 50;

  private final ScriptNeeds needs;
  private final AiNames names;
  private final Function<String, Optional<ConfigFile>> tree;
  private final List<ConfigFact> facts = new ArrayList<>();

  /**
   * Facts of pipelines.
   *
   * @param tree the settings file of a path, for what a pipeline includes
   */
  GitlabFacts(AiNames names, PipelineNames pipeline, Function<String, Optional<ConfigFile>> tree) {
    this.names = names;
    this.needs = new ScriptNeeds(names, pipeline);
    this.tree = tree;
  }

  List<ConfigFact> facts() {
    return facts;
  }

  /** Reads a pipeline and what it includes. */
  List<Diagnostic> read(ConfigFile root) {
    Map<String, ConfigFile> files = new LinkedHashMap<>();
    GitlabPipeline pipeline = new GitlabPipeline();
    List<Diagnostic> diagnostics = new ArrayList<>();
    List<ConfigFile> open = new ArrayList<>(List.of(root));
    while (!open.isEmpty() && files.size() < MAX_FILES) {
      ConfigFile file = open.remove(0);
      if (files.putIfAbsent(file.path(), file) == null) {
        YamlReader reader = YamlReader.read(file);
        diagnostics.addAll(reader.diagnostics());
        pipeline.add(file, reader.documents());
        for (String path : GitlabPipeline.included(reader.documents())) {
          TreePath.resolve(root.dir(), path.replaceFirst("^/", ""))
              .flatMap(tree)
              .ifPresent(open::add);
        }
      }
    }
    for (ConfigFile file : files.values()) {
      String[] lines = Lines.of(file.text());
      pipeline.of(file.path()).forEach(job -> job(pipeline, file, lines, job));
    }
    return diagnostics;
  }

  private void job(GitlabPipeline pipeline, ConfigFile file, String[] lines, Job job) {
    List<Leaf> keys = new ArrayList<>();
    for (Leaf variable : pipeline.variables(job)) {
      if (Secrets.named(variable.last()) && names.words(variable.last()).isPresent()) {
        keys.add(variable);
      }
    }
    Optional<ScriptNeeds.Need> need = needs.of(lines(lines, job), keys);
    if (need.isEmpty()) {
      return;
    }
    String provider = need.get().provider();
    Judgement judgement = pipeline.judge(job);
    if (PipelineScripts.dropped(need.get().text())) {
      judgement = new Judgement(FactVerdict.DEGRADES, CheckGate.NONE);
    }
    Location at = Location.ofLine(file.path(), need.get().line());
    facts.add(
        new ConfigFact(at, FactKind.WORKFLOW, provider, need.get().detail(), Evidence.DECLARED)
            .judged(judgement.verdict())
            .gated(judgement.gate()));
    keys.stream()
        .filter(k -> job.own().contains(k))
        .forEach(
            k ->
                add(
                    file,
                    k,
                    FactKind.API_KEY_REF,
                    names.words(k.last()).orElse(provider),
                    k.last() + " of the pipeline",
                    FactVerdict.NONE));
    limits(pipeline, file, job, provider);
  }

  private void limits(GitlabPipeline pipeline, ConfigFile file, Job job, String provider) {
    for (Leaf leaf : pipeline.limits(job, "timeout")) {
      if (job.own().contains(leaf)) {
        String detail = "job " + job.name() + " limit " + leaf.value();
        add(file, leaf, FactKind.TIMEOUT, provider, detail, FactVerdict.EFFECTIVE);
      }
    }
    for (Leaf leaf : pipeline.limits(job, "retry")) {
      if (job.own().contains(leaf)) {
        String detail = "job " + job.name() + " is repeated: " + leaf.value();
        add(file, leaf, FactKind.RETRY, provider, detail, FactVerdict.SAME_PROVIDER);
      }
    }
  }

  /** The lines that the job runs: its three scripts, wherever they stand in its text. */
  private static List<Workflow.Line> lines(String[] all, Job job) {
    List<Workflow.Line> lines = new ArrayList<>();
    for (Leaf leaf : job.own()) {
      if (leaf.path().get(1).endsWith("script")) {
        int end = leaf.line() + (int) leaf.value().lines().count();
        for (int i = leaf.line(); i <= Math.min(end, all.length); i++) {
          String text = all[i - 1].strip().replaceFirst("^- *", "");
          lines.add(new Workflow.Line(i, Quotes.strip(text)));
        }
      }
    }
    return lines.stream().distinct().toList();
  }

  private void add(
      ConfigFile file, Leaf at, FactKind kind, String provider, String detail, FactVerdict worth) {
    facts.add(
        new ConfigFact(
                Location.ofLine(file.path(), at.line()), kind, provider, detail, Evidence.DECLARED)
            .judged(worth));
  }
}
