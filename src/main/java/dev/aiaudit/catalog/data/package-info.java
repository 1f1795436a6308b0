/**
 * The forms in which catalogue data is kept: YAML that people write, and the compact binary form
 * that the program starts from.
 *
 * <p>Both are read as {@link dev.aiaudit.catalog.data.DataNode} trees, so one reader serves the
 * shipped data and what a user adds in {@code .ai-audit.yml}. The meaning of the data is the
 * business of {@code dev.aiaudit.catalog} and of the packages that own a section.
 */
package dev.aiaudit.catalog.data;
