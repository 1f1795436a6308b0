/**
 * The only door to the file system: walks the scanned tree once, applies ignore rules as git does,
 * reads files within limits, decodes text, and writes outputs atomically.
 *
 * <p>Everything here treats the tree as hostile: links are never followed, only regular files are
 * opened, and a file that cannot be read is a counted {@link WalkProblem}, never a failed run.
 */
package dev.aiaudit.workspace;
