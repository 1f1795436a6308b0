/**
 * Follows a call site backward to the entry points that reach it: callers through overrides,
 * lambdas and events, found on demand, and what becomes of a failure on the way, which {@link
 * dev.aiaudit.trace.Ascent} decides frame by frame.
 */
package dev.aiaudit.trace;
