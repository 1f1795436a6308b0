package dev.aiaudit.workspace;

/**
 * Something the walk could not look at, or an ignore file it could not fully honour.
 *
 * @param file path relative to the scanned root, {@code .} for the root itself
 * @param message a short English phrase without absolute paths, so that outputs stay reproducible
 */
public record WalkProblem(String file, String message) {}
