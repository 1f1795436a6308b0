package dev.aiaudit.configsource;

import dev.aiaudit.configsource.Workflow.Job;
import dev.aiaudit.configsource.Workflow.Line;
import dev.aiaudit.configsource.Workflow.Step;
import dev.aiaudit.configsource.YamlReader.Leaf;
import dev.aiaudit.model.ConfigFact;
import dev.aiaudit.model.Evidence;
import dev.aiaudit.model.FactKind;
import dev.aiaudit.model.FactVerdict;
import dev.aiaudit.model.Location;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the steps of a workflow are given: keys, models, addresses, containers, limits. */
final class SettingFacts {

  private static final Pattern MODEL =
      Pattern.compile("--model[ =][\"']?([A-Za-z0-9][A-Za-z0-9._:/-]{2,80})");

  private static final Pattern URL =
      Pattern.compile("https?://[A-Za-z0-9._-]{3,200}[^\\s\"'`),;]{0,200}");

  private static final Pattern PROPERTY =
      Pattern.compile("base[-_.]?url=[\"']?(https?://[^\\s\"']{3,200})", Pattern.CASE_INSENSITIVE);

  private static final Pattern INSTALL =
      Pattern.compile("(?:npm|pnpm|yarn|bun|pip3?|pipx|uv)\\s(?:.*\\s)?(?:install|i|add)\\s(.*)");

  private final AiNames names;

  SettingFacts(AiNames names) {
    this.names = names;
  }

  /** The settings of a step that needs this provider, or perhaps none. */
  void step(Workflow workflow, Step step, Optional<String> provider, Collection<ConfigFact> facts) {
    boolean azure =
        step.settings().stream()
            .anyMatch(s -> s.value().equalsIgnoreCase("azure") && s.last().contains("TYPE"));
    Optional<String> known = azure ? Optional.of("azure-openai") : provider;
    for (Leaf leaf : step.settings()) {
      setting(workflow, leaf, known, azure, facts);
    }
    for (Line line : step.script()) {
      if (!line.text().startsWith("#")) {
        script(workflow, line, known, facts);
      }
    }
    fallback(workflow, step, known, facts);
  }

  /**
   * The settings of jobs and of the whole workflow, whose steps need these providers.
   *
   * @param needing ids of the jobs with such steps
   */
  void shared(
      Workflow workflow,
      Collection<String> providers,
      Collection<String> needing,
      Collection<ConfigFact> facts) {
    Optional<String> one =
        providers.size() == 1 ? Optional.of(providers.iterator().next()) : Optional.empty();
    workflow.settings().forEach(l -> setting(workflow, l, one, false, facts));
    inputs(workflow, one, facts);
    for (Job job : workflow.jobs()) {
      boolean needs = needing.contains(job.id());
      for (Leaf leaf : job.settings()) {
        setting(workflow, leaf, one, false, facts);
        if (needs && leaf.last().equals("timeout-minutes") && leaf.path().size() == 3) {
          String of = one.orElse("multiple");
          add(
              workflow,
              leaf.line(),
              FactKind.TIMEOUT,
              of,
              "job " + job.id() + " limit " + leaf.value() + " min",
              FactVerdict.EFFECTIVE,
              facts);
        }
      }
    }
  }

  private void setting(
      Workflow workflow,
      Leaf leaf,
      Optional<String> provider,
      boolean azure,
      Collection<ConfigFact> facts) {
    String last = leaf.last();
    String value = leaf.value();
    if (leaf.path().contains("permissions")) {
      if (last.equals("models") && value.equals("read")) {
        add(
            workflow,
            leaf.line(),
            FactKind.API_KEY_REF,
            "github-models",
            "permission to use GitHub Models instead of a key",
            FactVerdict.NONE,
            facts);
      }
      return;
    }
    if (leaf.path().contains("services") || leaf.path().contains("container")) {
      if (last.equals("image") || last.equals("container")) {
        names
            .image(value)
            .ifPresent(
                i ->
                    add(
                        workflow,
                        leaf.line(),
                        FactKind.CONTAINER,
                        i.provider(),
                        "image " + value,
                        FactVerdict.NONE,
                        facts));
      }
      return;
    }
    Optional<String> key = StepNeeds.keyProvider(names, leaf);
    if (key.isPresent()) {
      String of = azure && key.get().equals("openai") ? "azure-openai" : key.get();
      add(
          workflow,
          leaf.line(),
          FactKind.API_KEY_REF,
          of,
          last + " from " + reference(value),
          FactVerdict.NONE,
          facts);
      return;
    }
    address(workflow, leaf, provider, azure, facts);
    model(workflow, leaf, provider, facts);
  }

  private void address(
      Workflow workflow,
      Leaf leaf,
      Optional<String> provider,
      boolean azure,
      Collection<ConfigFact> facts) {
    String last = leaf.last().toLowerCase(Locale.ROOT);
    String value = leaf.value();
    boolean type = azure && last.endsWith("api_type");
    boolean url =
        last.endsWith("base_url")
            || last.endsWith("api_base")
            || last.endsWith("endpoint")
            || last.endsWith("base-url")
            || last.endsWith("_host");
    if (!type && (!url || value.isBlank() || value.startsWith("0.0.0.0"))) {
      return;
    }
    boolean outside = value.contains("secrets.") || value.contains("vars.");
    Optional<String> host =
        names
            .host(value, true)
            .or(() -> azure ? Optional.of("azure-openai") : names.words(reference(value)))
            .or(
                () ->
                    names.words(last).isPresent()
                        ? provider.or(() -> names.words(last))
                        : provider);
    boolean ai =
        names.words(last).isPresent()
            || names.host(value, false).isPresent()
            || names.words(value).isPresent();
    if (host.isPresent() && ai) {
      add(
          workflow,
          leaf.line(),
          FactKind.BASE_URL,
          host.get(),
          leaf.last() + " = " + value,
          outside ? FactVerdict.UNKNOWN : FactVerdict.EFFECTIVE,
          facts);
    }
  }

  private void model(
      Workflow workflow, Leaf leaf, Optional<String> provider, Collection<ConfigFact> facts) {
    String last = leaf.last().toLowerCase(Locale.ROOT);
    String value = leaf.value();
    if (provider.isEmpty() || value.isBlank() || last.contains("fallback")) {
      return;
    }
    boolean named =
        last.equals("model")
            || last.endsWith("_model")
            || last.endsWith("-model")
            || last.endsWith("deployment_id");
    boolean outside = value.contains("${{");
    if (named && (outside || names.model(value).isPresent() || leaf.path().contains("with"))) {
      add(
          workflow,
          leaf.line(),
          FactKind.MODEL,
          provider.get(),
          leaf.last() + " = " + value,
          outside ? FactVerdict.UNKNOWN : FactVerdict.EFFECTIVE,
          facts);
      return;
    }
    Matcher written = MODEL.matcher(value);
    if (leaf.path().contains("with") && written.find()) {
      int before = (int) value.substring(0, written.start()).chars().filter(c -> c == '\n').count();
      int shift = value.contains("\n") ? 1 + before : 0;
      add(
          workflow,
          leaf.line() + shift,
          FactKind.MODEL,
          provider.get(),
          "--model " + written.group(1),
          FactVerdict.EFFECTIVE,
          facts);
    }
  }

  private void script(
      Workflow workflow, Line line, Optional<String> provider, Collection<ConfigFact> facts) {
    Matcher model = MODEL.matcher(line.text());
    if (provider.isPresent() && model.find()) {
      add(
          workflow,
          line.number(),
          FactKind.MODEL,
          provider.get(),
          "--model " + model.group(1),
          FactVerdict.EFFECTIVE,
          facts);
    }
    Matcher property = PROPERTY.matcher(line.text());
    if (property.find()) {
      names
          .host(property.group(1), true)
          .ifPresent(
              h ->
                  add(
                      workflow,
                      line.number(),
                      FactKind.BASE_URL,
                      h,
                      property.group(),
                      FactVerdict.EFFECTIVE,
                      facts));
    } else if (workflow.triggers().isEmpty()) {
      Matcher url = URL.matcher(line.text());
      if (url.find()) {
        names
            .host(url.group(), false)
            .ifPresent(
                h ->
                    add(
                        workflow,
                        line.number(),
                        FactKind.BASE_URL,
                        h,
                        url.group(),
                        FactVerdict.EFFECTIVE,
                        facts));
      }
    }
    Matcher install = INSTALL.matcher(line.text());
    if (install.find()) {
      packages(workflow, line, install.group(1), facts);
    }
    if (line.text().contains("ollama pull ")) {
      add(
          workflow,
          line.number(),
          FactKind.MODEL,
          "ollama",
          line.text(),
          FactVerdict.BLOCKS_DELIVERY,
          facts);
    }
  }

  private void packages(Workflow workflow, Line line, String list, Collection<ConfigFact> facts) {
    for (String word : list.split("\\s+")) {
      String name = Quotes.strip(word);
      int at = name.indexOf('@', 1);
      String bare = (at < 0 ? name : name.substring(0, at)).split("[=<>~\\[]", 2)[0];
      names
          .foreign("npm", bare)
          .or(() -> names.foreign("pypi", bare))
          .ifPresent(
              p ->
                  add(
                      workflow,
                      line.number(),
                      FactKind.DEPENDENCY,
                      p,
                      "installs " + name,
                      FactVerdict.NONE,
                      facts));
    }
  }

  /** A second model that the step is told to use when the first one fails. */
  private void fallback(
      Workflow workflow, Step step, Optional<String> provider, Collection<ConfigFact> facts) {
    Optional<Leaf> second =
        step.settings().stream()
            .filter(s -> s.path().contains("with") && s.last().contains("fallback"))
            .filter(s -> s.last().contains("model"))
            .findFirst();
    if (second.isPresent() && provider.isPresent()) {
      boolean same =
          step.input("model").filter(m -> m.value().equals(second.get().value())).isPresent();
      add(
          workflow,
          second.get().line(),
          FactKind.FALLBACK,
          provider.get(),
          second.get().last() + " = " + second.get().value(),
          same ? FactVerdict.INEFFECTIVE : FactVerdict.SAME_PROVIDER,
          facts);
    }
  }

  /** The defaults of a composite action's inputs. */
  private void inputs(Workflow workflow, Optional<String> provider, Collection<ConfigFact> facts) {
    for (Leaf leaf : workflow.settings()) {
      List<String> path = leaf.path();
      if (path.get(0).equals("inputs")
          && path.size() == 3
          && leaf.last().equals("default")
          && provider.isPresent()
          && path.get(1).contains("model")) {
        boolean second = path.get(1).contains("fallback");
        add(
            workflow,
            leaf.line(),
            second ? FactKind.FALLBACK : FactKind.MODEL,
            provider.get(),
            path.get(1) + " = " + leaf.value(),
            second ? FactVerdict.SAME_PROVIDER : FactVerdict.EFFECTIVE,
            facts);
      }
    }
  }

  /** The expression inside <code>${{ }}</code>. */
  private static String reference(String value) {
    int start = value.indexOf("${{");
    int end = value.indexOf("}}", Math.max(0, start));
    return start < 0 || end < 0 ? Secrets.MASK : value.substring(start + 3, end).strip();
  }

  private static void add(
      Workflow workflow,
      int line,
      FactKind kind,
      String provider,
      String detail,
      FactVerdict verdict,
      Collection<ConfigFact> facts) {
    facts.add(
        new ConfigFact(
                Location.ofLine(workflow.path(), line), kind, provider, detail, Evidence.DECLARED)
            .judged(verdict));
  }
}
