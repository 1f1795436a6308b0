package dev.aiaudit.detect;

import dev.aiaudit.catalog.Catalog;
import dev.aiaudit.configsource.ProjectConfig;
import dev.aiaudit.resolve.Project;
import dev.aiaudit.resolve.Typer;

/**
 * What detection may ask.
 *
 * @param project types of the tree
 * @param typer types of expressions
 * @param catalog knowledge about libraries and providers
 * @param config builds and settings of the tree
 */
public record Surroundings(Project project, Typer typer, Catalog catalog, ProjectConfig config) {}
