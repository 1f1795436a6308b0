/**
 * What the tool knows about AI libraries and providers: which expressions make a request, through
 * which types a fluent chain goes, who must be up, what is thrown when it is not.
 *
 * <p>{@link dev.aiaudit.catalog.Catalog} answers the questions of the analysis from the compiled
 * data and from what a user adds in {@code .ai-audit.yml}. The data itself is in {@code
 * src/main/catalog}; its forms are in {@code dev.aiaudit.catalog.data}.
 */
package dev.aiaudit.catalog;
