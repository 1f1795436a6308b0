/**
 * The command line: commands, options, exit codes and the wiring of streams. The only user of
 * picocli, and together with {@code Main} the only place that knows the process environment.
 * Commands ask the {@link dev.aiaudit.cli.Scanner} for a report and hand it to a renderer; they
 * analyse nothing.
 */
package dev.aiaudit.cli;
