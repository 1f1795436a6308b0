/**
 * The result of a scan as immutable values: call sites, entry points, paths, guards, facts,
 * findings, diagnostics. Every other package produces or consumes these records; this one imports
 * nothing of the project. The words are those of the design vocabulary, and the JSON report has the
 * same fields.
 */
package dev.aiaudit.model;
