package dev.aiaudit.trace;

import dev.aiaudit.resolve.Project;
import dev.aiaudit.resolve.Typer;
import java.util.List;

/**
 * The ways by which a failure can leave a piece of code.
 *
 * @param project the scanned types
 * @param callers calls of methods
 * @param uses where functional code is run
 * @param objects where a library is handed objects of the project
 * @param events who publishes events
 * @param tools which requests offer a tool
 * @param http who sends requests to a handler
 * @param errors which handlers of exceptions hide them from clients
 * @param advice which methods an aspect is woven around
 * @param graphs who runs the nodes of a graph
 * @param entryPoints where the outside enters
 */
record Ways(
    Project project,
    Callers callers,
    FunctionalUses uses,
    LibraryObjects objects,
    EventEdges events,
    ToolEdges tools,
    HttpEdges http,
    ErrorAnswers errors,
    AdviceEdges advice,
    GraphEdges graphs,
    EntryPoints entryPoints) {

  static Ways of(
      Typer typer,
      Callers callers,
      EntryPoints entryPoints,
      GraphEdges graphs,
      List<Edge> requests,
      List<Edge> conversations) {
    ToolEdges tools = new ToolEdges(typer, conversations);
    FunctionalUses uses = new FunctionalUses(typer, entryPoints, callers, tools);
    return new Ways(
        typer.project(),
        callers,
        uses,
        new LibraryObjects(typer.project(), callers, uses),
        new EventEdges(typer),
        tools,
        new HttpEdges(entryPoints, callers, requests),
        new ErrorAnswers(typer.project()),
        new AdviceEdges(typer.project()),
        graphs,
        entryPoints);
  }
}
