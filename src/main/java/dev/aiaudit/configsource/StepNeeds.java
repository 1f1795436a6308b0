package dev.aiaudit.configsource;

import dev.aiaudit.configsource.StepNeed.Use;
import dev.aiaudit.configsource.Workflow.Job;
import dev.aiaudit.configsource.Workflow.Line;
import dev.aiaudit.configsource.Workflow.Step;
import dev.aiaudit.configsource.YamlReader.Leaf;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds which steps of a workflow need an AI provider. */
final class StepNeeds {

  private static final Pattern URL =
      Pattern.compile("https?://[A-Za-z0-9._-]{3,200}[^\\s\"'`)]{0,200}");

  /** Commands that run the project's own code. */
  private static final Pattern WORK =
      Pattern.compile(
          "(^|[\\s;&|/])(gradlew?|mvnw?|pytest|tox|make|npm|pnpm|yarn|npx|go|cargo|dotnet|python3?"
              + "|uv|poetry|bundle|deno|bun|node|java|sbt|task|just|nox|hatch)\\s");

  private static final Pattern TESTING =
      Pattern.compile(
          "test|eval|e2e|integration|verify|bench|smoke|live", Pattern.CASE_INSENSITIVE);

  private static final List<String> REQUESTS =
      List.of("curl ", "wget ", "fetch(", "requests.post", "http.post", "axios");

  private static final Set<String> ANSWERING =
      Set.of("issue_comment", "issues", "discussion", "discussion_comment");

  private final AiNames names;
  private final PipelineNames pipeline;

  StepNeeds(AiNames names, PipelineNames pipeline) {
    this.names = names;
    this.pipeline = pipeline;
  }

  /** What a step needs, if anything. */
  Optional<StepNeed> of(Workflow workflow, Job job, Step step) {
    return action(job, step)
        .or(() -> command(workflow, job, step))
        .or(() -> address(step))
        .or(() -> keyed(workflow, job, step));
  }

  private Optional<StepNeed> action(Job job, Step step) {
    return step.uses()
        .flatMap(
            uses ->
                pipeline
                    .action(uses.value())
                    .map(
                        a ->
                            new StepNeed(
                                upstream(step, job).orElse(a.provider()),
                                uses.line(),
                                a.comments() ? Use.COMMENTS : Use.WORK,
                                "uses " + uses.value())));
  }

  /** A provider that inputs put in the place of an action's own. */
  private Optional<String> upstream(Step step, Job job) {
    for (Leaf leaf : step.settings()) {
      String key = leaf.last().toLowerCase(Locale.ROOT);
      boolean on = leaf.value().equals("true") || leaf.value().equals("1");
      if (on && key.endsWith("use_bedrock")) {
        return Optional.of("bedrock");
      }
      if (on && (key.endsWith("use_vertex") || key.endsWith("use_vertex_ai"))) {
        return Optional.of("google");
      }
      if (key.endsWith("api_type") && leaf.value().equalsIgnoreCase("azure")) {
        return Optional.of("azure-openai");
      }
      if (key.endsWith("base_url") || key.endsWith("endpoint") || key.endsWith("api_base")) {
        Optional<String> host = names.host(leaf.value(), true);
        if (host.isPresent()) {
          return host;
        }
      }
    }
    return Stream.concat(step.settings().stream(), job.settings().stream())
        .filter(l -> l.last().toUpperCase(Locale.ROOT).endsWith("API_TYPE"))
        .filter(l -> l.value().equalsIgnoreCase("azure"))
        .findFirst()
        .map(l -> "azure-openai");
  }

  private Optional<StepNeed> command(Workflow workflow, Job job, Step step) {
    for (Line line : step.script()) {
      Optional<PipelineNames.Command> found = pipeline.command(line.text());
      if (found.isPresent()) {
        String provider = found.get().provider();
        if (provider.equals("configured")) {
          Set<String> keyed = keys(workflow, job, step);
          provider = keyed.size() == 1 ? keyed.iterator().next() : provider;
        }
        return Optional.of(
            new StepNeed(
                upstream(step, job).orElse(provider),
                line.number(),
                Use.COMMENTS,
                "runs " + found.get().command()));
      }
    }
    return Optional.empty();
  }

  private Optional<StepNeed> address(Step step) {
    for (Line line : step.script()) {
      Matcher url = URL.matcher(line.text());
      while (!line.text().startsWith("#") && url.find()) {
        Optional<String> host = names.host(url.group(), false).filter(StepNeeds::remote);
        if (host.isPresent()) {
          boolean list = url.group().endsWith("/models");
          boolean requests = REQUESTS.stream().anyMatch(step.text()::contains);
          if (requests) {
            return Optional.of(
                new StepNeed(
                    host.get(),
                    list ? step.line() : line.number(),
                    list ? Use.PROBE : Use.WORK,
                    "requests " + url.group().split("[?]", 2)[0]));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean remote(String provider) {
    return !provider.equals("ollama") && !provider.equals("self-hosted");
  }

  /** A step that runs the project's own code with provider keys. */
  private Optional<StepNeed> keyed(Workflow workflow, Job job, Step step) {
    if (step.script().isEmpty()) {
      return Optional.empty();
    }
    Set<String> own = keysOf(step.settings());
    Set<String> all = keys(workflow, job, step);
    Optional<Line> work =
        step.script().stream()
            .filter(l -> !l.text().startsWith("#") && WORK.matcher(" " + l.text()).find())
            .filter(l -> !l.text().matches(".*\\b(install|ci|build|sync|lint|format)\\b.*"))
            .filter(l -> !own.isEmpty() || TESTING.matcher(l.text()).find())
            .findFirst();
    if (all.isEmpty() || work.isEmpty()) {
      return Optional.empty();
    }
    Set<String> needed = own.isEmpty() ? all : own;
    String provider = needed.size() == 1 ? needed.iterator().next() : "multiple";
    boolean tests = TESTING.matcher(step.name() + " " + step.text()).find();
    boolean answers = workflow.triggers().keySet().stream().allMatch(ANSWERING::contains);
    return Optional.of(
        new StepNeed(
            provider,
            work.get().number(),
            tests || !answers ? Use.WORK : Use.COMMENTS,
            "runs with keys of " + String.join(", ", needed)));
  }

  private Set<String> keys(Workflow workflow, Job job, Step step) {
    List<Leaf> all = new ArrayList<>(step.settings());
    all.addAll(job.settings());
    all.addAll(workflow.settings());
    return keysOf(all);
  }

  private Set<String> keysOf(List<Leaf> settings) {
    Set<String> providers = new TreeSet<>();
    for (Leaf leaf : settings) {
      if (leaf.path().contains("env")) {
        keyProvider(names, leaf).ifPresent(providers::add);
      }
    }
    return providers;
  }

  /**
   * The provider whose credential a setting passes on: the name of the secret tells more than that
   * of the variable. A comparison with the empty text only asks whether there is one.
   */
  static Optional<String> keyProvider(AiNames names, Leaf leaf) {
    String value = leaf.value();
    int secrets = value.indexOf("secrets.");
    if (secrets < 0 || value.contains("!=") || value.contains("==")) {
      return Optional.empty();
    }
    String secret = value.substring(secrets + 8).split("[^A-Za-z0-9_]", 2)[0];
    if (!Secrets.named(secret) && !Secrets.named(leaf.last())) {
      return Optional.empty();
    }
    Optional<String> ofSecret = names.words(secret);
    Optional<String> ofName = names.words(leaf.last());
    boolean generic = ofName.isEmpty() || ofName.get().equals("openai");
    return generic ? ofSecret.or(() -> ofName) : ofName;
  }
}
