/**
 * Guards as data: annotations and calls that retry, bound, break, cache or answer for a failed
 * call, what they need to act at all, exceptions that take the place of others, and which HTTP
 * clients throw at an error status.
 *
 * <p>The data is {@code src/main/catalog/guards}. Deciding what a guard does on a path is the
 * business of {@code dev.aiaudit.flow}.
 */
package dev.aiaudit.catalog.guard;
