package dev.aiaudit.flow;

import dev.aiaudit.catalog.Catalog;
import dev.aiaudit.catalog.detach.DetachPatterns;
import dev.aiaudit.catalog.guard.GuardPatterns;
import dev.aiaudit.catalog.type.LibraryTypes;
import dev.aiaudit.configsource.ProjectConfig;
import dev.aiaudit.detect.provider.ClientOptions;
import dev.aiaudit.resolve.Project;
import dev.aiaudit.resolve.Typer;

/**
 * What the failure analysis may ask.
 *
 * @param typer types of expressions of the tree
 * @param catalog AI libraries and their exceptions
 * @param types library types
 * @param guards guarding calls and annotations
 * @param detach calls and annotations that break the waiting
 * @param config builds and settings of the tree
 * @param amounts numbers and periods in code, options of clients
 * @param requests which code makes requests to which provider
 */
public record FlowKnowledge(
    Typer typer,
    Catalog catalog,
    LibraryTypes types,
    GuardPatterns guards,
    DetachPatterns detach,
    ProjectConfig config,
    ClientOptions amounts,
    RequestMap requests) {

  /** The project. */
  public Project project() {
    return typer.project();
  }
}
