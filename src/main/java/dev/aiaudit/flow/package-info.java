/**
 * Decides what happens to a provider's failure: which catch clauses, operators and annotations stop
 * it, and what the caller gets then. Works frame by frame for {@link dev.aiaudit.trace.PathSearch}.
 */
package dev.aiaudit.flow;
