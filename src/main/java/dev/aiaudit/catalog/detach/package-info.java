/**
 * What breaks the waiting and what restores it, as data: calls and annotations that move work to
 * another thread, a queue or a pipeline; calls that wait for it again; types whose completion the
 * client of an entry waits for.
 *
 * <p>The data is {@code src/main/catalog/detach}. Deciding the coupling of a path is the business
 * of {@code dev.aiaudit.trace}.
 */
package dev.aiaudit.catalog.detach;
