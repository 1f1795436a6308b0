package dev.aiaudit.configsource;

import dev.aiaudit.configsource.WorkflowJudge.Judgement;
import dev.aiaudit.configsource.YamlReader.Document;
import dev.aiaudit.configsource.YamlReader.Leaf;
import dev.aiaudit.model.CheckGate;
import dev.aiaudit.model.ConfigFact;
import dev.aiaudit.model.Diagnostic;
import dev.aiaudit.model.Evidence;
import dev.aiaudit.model.FactKind;
import dev.aiaudit.model.FactVerdict;
import dev.aiaudit.model.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Assistants, review bots and hooks of the developers: what they lose when a provider is down. */
final class ToolFacts {

  /** File names of instructions and settings that show which assistant is in use. */
  private static final Map<String, String> FILES =
      Map.ofEntries(
          Map.entry("claude.md", "anthropic"),
          Map.entry(".claude/settings.json", "anthropic"),
          Map.entry(".github/copilot-instructions.md", "github-copilot"),
          Map.entry("gemini.md", "google"),
          Map.entry(".cursorrules", "cursor"),
          Map.entry(".windsurfrules", "windsurf"),
          Map.entry(".junie/guidelines.md", "junie"),
          Map.entry(".codex/config.toml", "openai"));

  private final AiNames names;
  private final PipelineNames pipeline;
  private final List<ConfigFact> facts = new ArrayList<>();

  ToolFacts(AiNames names, PipelineNames pipeline) {
    this.names = names;
    this.pipeline = pipeline;
  }

  /** Whether a path is that of a tool's settings or instructions. */
  static boolean known(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    String name = TreePath.name(lower);
    return assistant(lower).isPresent()
        || name.equals(".mcp.json")
        || name.equals("mcp.json")
        || name.equals(".pr_agent.toml")
        || name.startsWith(".aider.conf.y")
        || name.startsWith(".coderabbit.y")
        || name.startsWith(".pre-commit-config.y")
        || name.equals("makefile")
        || name.startsWith("jenkinsfile")
        || name.startsWith(".gitlab-ci")
        || lower.endsWith(".gemini/config.yaml")
        || lower.contains(".husky/");
  }

  private static Optional<String> assistant(String lower) {
    return FILES.entrySet().stream()
        .filter(e -> lower.equals(e.getKey()) || lower.endsWith("/" + e.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  List<ConfigFact> facts() {
    return facts;
  }

  List<Diagnostic> read(ConfigFile file) {
    String lower = file.path().toLowerCase(Locale.ROOT);
    Optional<String> assistant = assistant(lower);
    if (assistant.isPresent()) {
      boolean json = lower.endsWith(".json");
      add(
          file,
          json && file.text().lines().count() > 1 ? 2 : 1,
          FactKind.TOOLING,
          assistant.get(),
          "developers use this assistant",
          FactVerdict.DEGRADES);
      return List.of();
    }
    String name = TreePath.name(lower);
    if (name.endsWith(".toml")) {
      prAgent(file);
      return List.of();
    }
    if (name.startsWith("jenkinsfile")) {
      facts.addAll(JenkinsFacts.find(names, pipeline, file));
      return List.of();
    }
    if (name.equals("makefile") || lower.contains(".husky/") || name.startsWith(".pre-commit")) {
      commands(file, name);
      return List.of();
    }
    YamlReader reader = YamlReader.read(file);
    reader.documents().forEach(d -> settings(file, name, d));
    return reader.diagnostics();
  }

  private void settings(ConfigFile file, String name, Document document) {
    if (name.endsWith("mcp.json")) {
      servers(file, document);
    } else if (name.startsWith(".aider")) {
      aider(file, document);
    } else if (name.startsWith(".coderabbit")) {
      boolean off =
          document.value("reviews.auto_review.enabled").filter(v -> v.equals("false")).isPresent();
      if (!off) {
        add(file, 1, FactKind.TOOLING, "coderabbit", "reviews by a bot", FactVerdict.DEGRADES);
      }
    } else {
      boolean off =
          document.value("code_review.disable").filter(v -> v.equals("true")).isPresent()
              || document
                  .value("code_review.pull_request_opened.code_review")
                  .filter(v -> v.equals("false"))
                  .isPresent();
      if (!off) {
        add(file, 1, FactKind.TOOLING, "google", "reviews by a bot", FactVerdict.DEGRADES);
      }
    }
  }

  private void servers(ConfigFile file, Document document) {
    for (Leaf leaf : document.leaves()) {
      if (leaf.last().equals("command") && leaf.path().size() == 3) {
        String command = TreePath.name(leaf.value());
        pipeline
            .commandNamed(command)
            .ifPresent(
                c ->
                    add(
                        file,
                        leaf.line(),
                        FactKind.TOOLING,
                        c.provider(),
                        "MCP server " + leaf.path().get(1) + " runs " + command,
                        FactVerdict.DEGRADES));
      }
    }
  }

  private void aider(ConfigFile file, Document document) {
    Optional<String> first = Optional.empty();
    for (Leaf leaf : document.leaves()) {
      if (leaf.last().equals("model") || leaf.last().endsWith("-model")) {
        String provider = GatewayTargets.ofModel(names, leaf.value());
        boolean same = first.filter(provider::equals).isPresent();
        add(
            file,
            leaf.line(),
            FactKind.TOOLING,
            provider,
            leaf.last() + " = " + leaf.value(),
            same ? FactVerdict.SAME_PROVIDER : FactVerdict.DEGRADES);
        first = first.or(() -> Optional.of(provider));
      }
    }
  }

  private void prAgent(ConfigFile file) {
    String[] lines = Lines.of(file.text());
    String model = "";
    String provider = "openai";
    boolean azure = file.text().toLowerCase(Locale.ROOT).contains("azure");
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      int equals = line.indexOf('=');
      String key = equals < 0 ? "" : line.substring(0, equals).strip();
      List<String> values = equals < 0 ? List.of() : Quotes.literals(line.substring(equals));
      if (values.isEmpty() && !key.equals("enable_auto_approval")) {
        continue;
      }
      if (key.equals("model")) {
        model = values.get(0);
        provider = azure ? "azure-openai" : GatewayTargets.ofModel(names, model);
        add(file, i + 1, FactKind.MODEL, provider, "model = " + model, FactVerdict.EFFECTIVE);
      } else if (key.equals("fallback_models")) {
        String second = values.get(0);
        String other = azure ? "azure-openai" : GatewayTargets.ofModel(names, second);
        add(
            file,
            i + 1,
            FactKind.FALLBACK,
            provider,
            "fallback_models = " + second,
            second.equals(model)
                ? FactVerdict.INEFFECTIVE
                : other.equals(provider)
                    ? FactVerdict.SAME_PROVIDER
                    : FactVerdict.EFFECTIVE_CROSS_PROVIDER);
      } else if (key.equals("enable_auto_approval")) {
        boolean approves = line.substring(equals).contains("true");
        add(
            file,
            i + 1,
            FactKind.TOOLING,
            provider,
            approves ? "the bot approves" : "the bot never approves",
            FactVerdict.DEGRADES);
      }
    }
  }

  /** Lines of scripts that call a model: builds and hooks stop with it, unless they go on. */
  private void commands(ConfigFile file, String name) {
    String[] lines = Lines.of(file.text());
    Judgement[] parts = PipelineScripts.hooks(lines);
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      Optional<PipelineNames.Command> command = pipeline.command(line.replaceFirst("^[-@]+ ?", ""));
      if (command.isPresent()) {
        boolean goesOn = PipelineScripts.dropped(lines[i]) || name.equals("makefile");
        Judgement judgement =
            goesOn ? new Judgement(FactVerdict.DEGRADES, CheckGate.NONE) : parts[i];
        facts.add(
            new ConfigFact(
                    Location.ofLine(file.path(), i + 1),
                    FactKind.TOOLING,
                    command.get().provider(),
                    "runs " + command.get().command(),
                    Evidence.DECLARED)
                .judged(judgement.verdict())
                .gated(judgement.gate()));
      }
    }
  }

  private void add(
      ConfigFile file, int line, FactKind kind, String provider, String detail, FactVerdict worth) {
    facts.add(
        new ConfigFact(
                Location.ofLine(file.path(), line), kind, provider, detail, Evidence.DECLARED)
            .judged(worth));
  }
}
