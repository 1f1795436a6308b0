package dev.aiaudit.engine;

import dev.aiaudit.catalog.Catalog;
import dev.aiaudit.catalog.GraphLibrary;
import dev.aiaudit.catalog.ModelClients;
import dev.aiaudit.catalog.RunsOn;
import dev.aiaudit.catalog.detach.DetachPatterns;
import dev.aiaudit.catalog.entrypoint.EntryPatterns;
import dev.aiaudit.catalog.entrypoint.HttpClientPatterns;
import dev.aiaudit.catalog.guard.GuardPatterns;
import dev.aiaudit.catalog.type.LibraryTypes;
import dev.aiaudit.detect.RequestSite;
import dev.aiaudit.detect.Surroundings;
import dev.aiaudit.detect.provider.ClientOptions;
import dev.aiaudit.flow.FailureAscent;
import dev.aiaudit.flow.FlowKnowledge;
import dev.aiaudit.flow.OutageExceptions;
import dev.aiaudit.flow.RequestMap;
import dev.aiaudit.flow.wait.RequestWaits;
import dev.aiaudit.model.Mode;
import dev.aiaudit.model.Via;
import dev.aiaudit.trace.Callers;
import dev.aiaudit.trace.Edge;
import dev.aiaudit.trace.Flight;
import dev.aiaudit.trace.PathSearch;
import dev.aiaudit.trace.entry.CatalogEntryPoints;
import java.util.List;
import java.util.Optional;

/** Follows every request of the main code to its entry points. */
final class Tracing {
  private final FlowKnowledge knowledge;
  private final OutageExceptions exceptions;
  private final PathSearch search;
  private final RequestWaits waits;

  Tracing(Surroundings at, LibraryTypes types, List<RequestSite> sites) {
    Catalog catalog = at.catalog();
    ClientOptions options = new ClientOptions(at.typer(), catalog, at.config());
    this.waits = new RequestWaits(at, options);
    this.knowledge =
        new FlowKnowledge(
            at.typer(),
            catalog,
            types,
            GuardPatterns.load(catalog.data(), types),
            DetachPatterns.load(catalog.data(), types),
            at.config(),
            options,
            new RequestMap(sites));
    this.exceptions = new OutageExceptions(knowledge);
    this.search =
        new PathSearch(
            at.typer(),
            new Callers(at.typer(), ModelClients.load(catalog.data()), requests(sites)),
            new CatalogEntryPoints(
                at.project(),
                at.typer(),
                EntryPatterns.load(catalog.data()),
                HttpClientPatterns.load(catalog.data()),
                at.config()),
            GraphLibrary.load(catalog.data()),
            requests(sites),
            requests(sites.stream().filter(Tracing::callsTools).toList()));
  }

  private static List<Edge> requests(List<RequestSite> sites) {
    return sites.stream()
        .filter(s -> !s.code().owner().file().test())
        .map(s -> new Edge(s.code(), s.node(), Via.CALL, true))
        .toList();
  }

  /** Only a model that talks calls tools; one that embeds or draws does not. */
  private static boolean callsTools(RequestSite site) {
    return switch (site.operation()) {
      case CHAT, AGENT, OTHER -> true;
      case EMBEDDING, IMAGE, AUDIO, MODERATION, RERANK -> false;
    };
  }

  TracedSite trace(RequestSite site) {
    if (site.code().owner().file().test()) {
      return new TracedSite(site, List.of(), true, Optional.empty(), Optional.empty());
    }
    Flight flight = Flight.starting(form(site), exceptions.raisedBy(site));
    PathSearch.Result result =
        search.search(
            site.code(),
            site.node(),
            flight,
            new FailureAscent(knowledge, site.provider().provider()));
    return new TracedSite(
        site, result.paths(), result.complete(), result.deadEnd(), Optional.of(waits.of(site)));
  }

  /**
   * How the failure travels at first: by the type of the request expression, else by what the
   * catalogue says.
   */
  private Flight.Form form(RequestSite site) {
    String type = knowledge.typer().typeOf(site.node(), site.code()).name();
    if (knowledge.types().isA(type, "java.util.concurrent.Future") || site.mode() == Mode.FUTURE) {
      return Flight.Form.FUTURE;
    }
    return site.runsOn() == RunsOn.SUBSCRIBE || site.mode() == Mode.REACTIVE
        ? Flight.Form.REACTIVE
        : Flight.Form.THROWN;
  }
}
