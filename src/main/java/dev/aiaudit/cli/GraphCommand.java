package dev.aiaudit.cli;

import dev.aiaudit.model.Closest;
import dev.aiaudit.model.Named;
import dev.aiaudit.model.Report;
import dev.aiaudit.render.Renderer;
import dev.aiaudit.render.graph.DotRenderer;
import dev.aiaudit.render.graph.GraphScope;
import dev.aiaudit.render.graph.MermaidRenderer;
import dev.aiaudit.render.graph.SvgRenderer;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Draws who depends on whom. */
@Command(
    name = "graph",
    abbreviateSynopsis = true,
    description = "Draw entry points, the classes that call, and providers as a picture.")
final class GraphCommand extends AbstractCommand {
  @Mixin InputOptions input = new InputOptions();

  @Option(names = "--provider", paramLabel = "ID", description = "Only what needs this provider.")
  Optional<String> provider = Optional.empty();

  @Option(
      names = "--entry",
      paramLabel = "TEXT",
      description = "Only entry points whose route or method contains this.")
  Optional<String> entry = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "mermaid, dot or svg (default: mermaid).")
  Picture format = Picture.MERMAID;

  @Option(
      names = "--from",
      paramLabel = "REPORT",
      description = "Read a saved JSON report instead of scanning.")
  Optional<String> from = Optional.empty();

  /** How the picture is written. */
  enum Picture implements Named {
    MERMAID,
    DOT,
    SVG;

    Renderer renderer(GraphScope scope) {
      return switch (this) {
        case MERMAID -> new MermaidRenderer(scope);
        case DOT -> new DotRenderer(scope);
        case SVG -> new SvgRenderer(scope);
      };
    }
  }

  GraphCommand(Host host) {
    super(host);
  }

  @Override
  void validate() {
    input.problem(host().directory()).ifPresent(SourceProblem::refuse);
  }

  @Override
  ExitCode execute() throws ScanRefusedException, IOException {
    Report report = SourceReport.get(host(), from, input);
    GraphScope scope = new GraphScope(provider, entry);
    check(report, scope);
    format.renderer(scope).render(report, host().out());
    return ExitCode.OK;
  }

  /** An empty picture because of a typing error would read as good news. */
  private static void check(Report report, GraphScope scope) {
    TreeSet<String> providers = new TreeSet<>();
    report
        .inventory()
        .callSites()
        .forEach(
            site -> {
              providers.add(site.provider());
              providers.addAll(site.candidates());
            });
    scope
        .provider()
        .filter(id -> !providers.contains(id))
        .ifPresent(
            id ->
                SourceProblem.refuse(
                    "nothing here calls '" + id + "'" + Closest.question(id, providers)));
    boolean none = report.inventory().entryPoints().stream().noneMatch(scope::includes);
    scope
        .entry()
        .filter(text -> none)
        .ifPresent(
            text -> {
              List<String> routes =
                  report.inventory().entryPoints().stream()
                      .flatMap(point -> point.route().stream())
                      .toList();
              SourceProblem.refuse(
                  "no entry point matches '" + text + "'" + Closest.question(text, routes));
            });
  }
}
