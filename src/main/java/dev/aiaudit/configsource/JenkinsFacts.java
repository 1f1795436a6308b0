package dev.aiaudit.configsource;

import dev.aiaudit.configsource.WorkflowJudge.Judgement;
import dev.aiaudit.model.CheckGate;
import dev.aiaudit.model.ConfigFact;
import dev.aiaudit.model.Evidence;
import dev.aiaudit.model.FactKind;
import dev.aiaudit.model.FactVerdict;
import dev.aiaudit.model.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The stages of a Jenkinsfile that need an AI provider, and the keys that they are given. */
final class JenkinsFacts {

  private static final Pattern KEY =
      Pattern.compile(
          "(?:variable:\\s*['\"]([A-Za-z0-9_]{3,60})['\"])|(?:^([A-Z][A-Z0-9_]{2,60})\\s*=\\s*credentials\\()");

  private final AiNames names;
  private final ScriptNeeds needs;
  private final List<ConfigFact> facts = new ArrayList<>();

  JenkinsFacts(AiNames names, PipelineNames pipeline) {
    this.names = names;
    this.needs = new ScriptNeeds(names, pipeline);
  }

  static List<ConfigFact> find(AiNames names, PipelineNames pipeline, ConfigFile file) {
    JenkinsFacts reader = new JenkinsFacts(names, pipeline);
    reader.read(file);
    return reader.facts;
  }

  private void read(ConfigFile file) {
    String[] lines = Lines.of(file.text());
    Judgement[] parts = PipelineScripts.jenkins(lines);
    Map<Integer, List<Workflow.Line>> stages = new LinkedHashMap<>();
    int stage = 0;
    boolean comment = false;
    for (int i = 0; i < lines.length; i++) {
      String text = lines[i].strip();
      comment = comment ? !text.contains("*/") : text.startsWith("/*") && !text.contains("*/");
      if (comment || text.startsWith("//") || text.startsWith("*")) {
        continue;
      }
      stage = text.contains("stage(") ? i : stage;
      stages.computeIfAbsent(stage, s -> new ArrayList<>()).add(new Workflow.Line(i + 1, text));
    }
    Set<String> everywhere = keys(file, stages.getOrDefault(0, List.of()));
    stages.forEach(
        (start, own) -> {
          Set<String> given = new TreeSet<>(everywhere);
          if (start != 0) {
            given.addAll(keys(file, own));
          }
          need(own, given).ifPresent(n -> stage(file, parts, n));
        });
  }

  /** The lines that make requests; a script of the project counts if the stage has keys. */
  private Optional<ScriptNeeds.Need> need(List<Workflow.Line> own, Set<String> given) {
    Optional<ScriptNeeds.Need> sure =
        needs.of(own.stream().map(JenkinsFacts::shell).toList(), List.of());
    if (sure.isPresent() || given.isEmpty()) {
      return sure;
    }
    return own.stream()
        .filter(
            l -> l.text().matches(".*\\b(sh|bat)\\b.*\\b(python3?|node|npm|gptscript|java)\\s.*"))
        .filter(l -> !l.text().matches(".*(\\b(install|build|package|test)\\b|--version).*"))
        .findFirst()
        .map(
            l ->
                new ScriptNeeds.Need(
                    l.number(),
                    given.size() == 1 ? given.iterator().next() : "multiple",
                    "runs with keys of " + String.join(", ", given),
                    l.text()));
  }

  private static Workflow.Line shell(Workflow.Line line) {
    return new Workflow.Line(
        line.number(), line.text().replaceFirst("^(sh|bat)\\s*\\(?\\s*['\"]{1,3}", ""));
  }

  private Set<String> keys(ConfigFile file, List<Workflow.Line> lines) {
    Set<String> providers = new TreeSet<>();
    for (Workflow.Line line : lines) {
      Matcher key = KEY.matcher(line.text());
      while (key.find()) {
        String name = key.group(1) == null ? key.group(2) : key.group(1);
        Optional<String> provider = names.words(name).filter(p -> Secrets.named(name));
        if (provider.isPresent()) {
          providers.add(provider.get());
          add(
              file,
              line.number(),
              FactKind.API_KEY_REF,
              provider.get(),
              name + " from the credentials of Jenkins",
              new Judgement(FactVerdict.NONE, CheckGate.NONE));
        }
      }
    }
    return providers;
  }

  private void stage(ConfigFile file, Judgement[] parts, ScriptNeeds.Need need) {
    Judgement judgement =
        PipelineScripts.dropped(need.text())
            ? new Judgement(FactVerdict.DEGRADES, CheckGate.NONE)
            : parts[need.line() - 1];
    add(file, need.line(), FactKind.WORKFLOW, need.provider(), need.detail(), judgement);
  }

  private void add(
      ConfigFile file, int line, FactKind kind, String provider, String detail, Judgement worth) {
    ConfigFact fact =
        new ConfigFact(
                Location.ofLine(file.path(), line), kind, provider, detail, Evidence.DECLARED)
            .judged(worth.verdict());
    facts.add(kind == FactKind.WORKFLOW ? fact.gated(worth.gate()) : fact);
  }
}
