package dev.aiaudit.render;

import dev.aiaudit.model.Named;
import dev.aiaudit.render.graph.DotRenderer;
import dev.aiaudit.render.graph.GraphScope;
import dev.aiaudit.render.graph.MermaidRenderer;
import dev.aiaudit.render.html.HtmlRenderer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The output formats; help, completion and documentation iterate them. */
public enum Format implements Named {
  /** For people at a terminal. */
  TEXT("txt", "for people at a terminal", TextRenderer::new),
  /** For machines, see {@code report.schema.json}. */
  JSON("json", "everything, for machines", (sources, rules, look) -> new JsonRenderer()),
  /** For code scanning. */
  SARIF("sarif", "code scanning", (sources, rules, look) -> new SarifRenderer(rules)),
  /** For comments on pull requests and job summaries. */
  MARKDOWN("md", "job summary or comment", (sources, rules, look) -> new MarkdownRenderer(rules)),
  /** For browsers: one file without script. */
  HTML(
      "html", "one page for a browser", (sources, rules, look) -> new HtmlRenderer(sources, rules)),
  /** Workflow commands. */
  GITHUB("github.txt", "GitHub annotations", (sources, rules, look) -> new GitHubRenderer()),
  /** Code quality report. */
  GITLAB("gitlab.json", "GitLab code quality", (sources, rules, look) -> new GitLabRenderer()),
  /** Test results for CI dashboards. */
  JUNIT("xml", "CI dashboards", (sources, rules, look) -> new JUnitRenderer()),
  /** One row for each call site. */
  CSV("csv", "a row for each call site", (sources, rules, look) -> new CsvRenderer()),
  /** Bill of materials. */
  CYCLONEDX("cdx.json", "bill of materials", (sources, rules, look) -> new CycloneDxRenderer()),
  /** Picture for Markdown. */
  MERMAID(
      "mmd", "picture for Markdown", (sources, rules, look) -> new MermaidRenderer(GraphScope.ALL)),
  /** Picture for Graphviz. */
  DOT("dot", "picture for Graphviz", (sources, rules, look) -> new DotRenderer(GraphScope.ALL));

  /** Makes the renderer of a format. */
  @FunctionalInterface
  private interface Maker {
    Renderer make(SourceLines sources, RuleNames rules, Look look);
  }

  private final String extension;
  private final String purpose;
  private final Maker maker;

  Format(String extension, String purpose, Maker maker) {
    this.extension = extension;
    this.purpose = purpose;
    this.maker = maker;
  }

  /**
   * The renderer of this format.
   *
   * @param sources source text for formats that quote it
   * @param rules rule titles and pages for formats that show them
   * @param look for formats that people read at a terminal
   */
  public Renderer renderer(SourceLines sources, RuleNames rules, Look look) {
    return maker.make(sources, rules, look);
  }

  /** The ending of file names that choose this format, without the dot. */
  public String extension() {
    return extension;
  }

  /** What the format is for, in a few words. */
  public String purpose() {
    return purpose;
  }

  /** The format with that {@link #word()}. */
  public static Optional<Format> ofWord(String word) {
    return List.of(values()).stream().filter(format -> format.word().equals(word)).findFirst();
  }

  /** The format that the ending of a file name chooses; of several the longest ending wins. */
  public static Optional<Format> ofFileName(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    return Stream.of(values())
        .filter(format -> name.endsWith("." + format.extension))
        .max(Comparator.comparing(format -> format.extension.length()));
  }
}
