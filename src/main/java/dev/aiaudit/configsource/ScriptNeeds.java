package dev.aiaudit.configsource;

import dev.aiaudit.configsource.Workflow.Line;
import dev.aiaudit.configsource.YamlReader.Leaf;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds which lines of a shell need an AI provider. */
final class ScriptNeeds {

  private static final Pattern URL =
      Pattern.compile("https?://[A-Za-z0-9._-]{3,200}[^\\s\"'`)]{0,200}");

  private static final Pattern REQUEST =
      Pattern.compile("\\b(curl|wget|httpie|http|Invoke-RestMethod|httpRequest)\\b");

  private static final Pattern OWN_CODE =
      Pattern.compile(
          "(^|[\\s;&|/\"'])(pytest|npm|pnpm|yarn|npx|go run|python3?|uv|poetry|deno|bun|node|java"
              + "|gradlew?|mvnw?|make|bash|sh|\\./[\\w./-]+)\\s");

  private static final Pattern NO_REQUEST =
      Pattern.compile("\\b(install|ci|build|sync|lint|format|package|compile|pip|chmod)\\b");

  /**
   * A line that needs a provider.
   *
   * @param text of the line
   */
  record Need(int line, String provider, String detail, String text) {}

  private final AiNames names;
  private final PipelineNames pipeline;

  ScriptNeeds(AiNames names, PipelineNames pipeline) {
    this.names = names;
    this.pipeline = pipeline;
  }

  /**
   * The first line that needs a provider.
   *
   * @param keys settings with credentials of providers that the script is given
   */
  Optional<Need> of(List<Line> lines, Collection<Leaf> keys) {
    Set<String> keyed = new TreeSet<>();
    keys.forEach(k -> names.words(k.last()).ifPresent(keyed::add));
    Optional<Need> sure = lines.stream().flatMap(l -> line(lines, l, keyed).stream()).findFirst();
    return sure.isPresent() || keyed.isEmpty()
        ? sure
        : lines.stream()
            .filter(l -> !l.text().startsWith("#") && OWN_CODE.matcher(l.text() + " ").find())
            .filter(l -> !NO_REQUEST.matcher(l.text()).find())
            .findFirst()
            .map(
                l ->
                    new Need(
                        l.number(),
                        keyed.size() == 1 ? keyed.iterator().next() : "multiple",
                        "runs with keys of " + String.join(", ", keyed),
                        l.text()));
  }

  private Optional<Need> line(List<Line> all, Line line, Set<String> keyed) {
    if (line.text().startsWith("#") || line.text().startsWith("//")) {
      return Optional.empty();
    }
    Optional<PipelineNames.Command> command = pipeline.command(line.text());
    if (command.isPresent()) {
      String provider = command.get().provider();
      boolean told = provider.equals("configured") && keyed.size() == 1;
      return Optional.of(
          new Need(
              line.number(),
              told ? keyed.iterator().next() : provider,
              "runs " + command.get().command(),
              line.text()));
    }
    return address(all, line);
  }

  private Optional<Need> address(List<Line> all, Line line) {
    Matcher url = URL.matcher(line.text());
    while (url.find()) {
      Optional<String> host =
          names
              .host(url.group(), false)
              .filter(h -> !h.equals("ollama") && !h.equals("self-hosted"));
      if (host.isPresent() && requested(all, line)) {
        String detail = "requests " + url.group().split("[?\\\\]", 2)[0];
        return Optional.of(new Need(line.number(), host.get(), detail, line.text()));
      }
    }
    return Optional.empty();
  }

  /** Whether the line, or the one that a backslash continues, makes a request. */
  private static boolean requested(List<Line> all, Line line) {
    return all.stream()
        .filter(l -> l.number() <= line.number() && l.number() > line.number() - 6)
        .anyMatch(l -> REQUEST.matcher(l.text()).find());
  }
}
