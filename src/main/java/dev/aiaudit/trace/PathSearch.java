package dev.aiaudit.trace;

import dev.aiaudit.catalog.GraphLibrary;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.Typer;
import dev.aiaudit.syntax.Expr;
import java.util.List;
import java.util.Optional;

/** Follows the failure of one request outward to every entry point. */
public final class PathSearch {
  private final Ways ways;

  /**
   * A search over a project.
   *
   * @param graphs libraries that run code of the project as nodes of a graph
   * @param requests all requests of the main code
   * @param conversations those during which a model may call tools back
   */
  public PathSearch(
      Typer typer,
      Callers callers,
      EntryPoints entryPoints,
      List<GraphLibrary> graphs,
      List<Edge> requests,
      List<Edge> conversations) {
    this.ways =
        Ways.of(
            typer,
            callers,
            entryPoints,
            new GraphEdges(typer, callers, graphs),
            requests,
            conversations);
  }

  /**
   * What a search found.
   *
   * @param paths one for each entry point, sorted by the entry's method
   * @param complete false when it was stopped, or a way was left out, because there was too much to
   *     visit
   * @param deadEnd the worst of what the failure is where nobody calls the code; empty when there
   *     is no such place
   */
  public record Result(List<FoundPath> paths, boolean complete, Optional<Flight> deadEnd) {
    /** Copies the paths. */
    public Result {
      paths = List.copyOf(paths);
    }
  }

  /**
   * All entry points that reach a request.
   *
   * @param code the code around the request
   * @param site the request expression
   * @param flight its failure
   * @param ascent what becomes of it on the way
   */
  public Result search(Code code, Expr site, Flight flight, Ascent ascent) {
    return new Walk(ways, ascent).run(Item.start(code, site, flight));
  }
}
