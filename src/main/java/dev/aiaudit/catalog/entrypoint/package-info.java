/**
 * How the outside enters an application, as data: which annotations, supertypes and registering
 * calls make a method an entry point, of what kind, with which route, and whether somebody waits.
 *
 * <p>The data is {@code src/main/catalog/entrypoints}. Finding the methods in a project is the
 * business of {@code dev.aiaudit.trace}.
 */
package dev.aiaudit.catalog.entrypoint;
