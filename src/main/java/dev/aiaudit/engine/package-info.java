/**
 * Runs the stages of a scan in order: walk, index, parse on demand, find call sites, follow them to
 * entry points, judge what a failure does, apply the rules. {@link dev.aiaudit.engine.Audit} is the
 * door for other programs.
 */
package dev.aiaudit.engine;
