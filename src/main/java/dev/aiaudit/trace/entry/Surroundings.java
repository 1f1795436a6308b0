package dev.aiaudit.trace.entry;

import dev.aiaudit.catalog.entrypoint.EntryPattern;
import dev.aiaudit.catalog.entrypoint.EntryPatterns;
import dev.aiaudit.catalog.entrypoint.HttpClientPatterns;
import dev.aiaudit.resolve.Project;
import dev.aiaudit.resolve.Typer;

/** What every part of the search for entries works with. */
record Surroundings(
    Project project,
    Typer typer,
    EntryPatterns patterns,
    KnownNames names,
    Hierarchy hierarchy,
    Marks marks,
    Constants constants,
    RouteText routes,
    Waiters waiters) {

  static Surroundings of(
      Project project, Typer typer, EntryPatterns patterns, HttpClientPatterns clients) {
    KnownNames names = new KnownNames(project.names(), patterns, clients);
    Hierarchy hierarchy = new Hierarchy(project, typer.members(), names);
    Marks marks = new Marks(project, names, hierarchy);
    Constants constants = new Constants(project, typer.members());
    Applications applications = new Applications(project, marks, constants);
    RouteText routes = new RouteText(constants, marks, applications);
    Waiters waiters = new Waiters(names, marks);
    return new Surroundings(
        project, typer, patterns, names, hierarchy, marks, constants, routes, waiters);
  }

  /** A pattern that selects the candidate. */
  Found found(EntryPattern pattern, Candidate candidate) {
    boolean waits =
        waiters.waits(pattern.traits().waiting(), candidate.method(), candidate.methodMarks());
    return new Found(pattern, routes.of(pattern.route(), candidate), waits);
  }
}
