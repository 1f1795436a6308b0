package dev.aiaudit.cli;

import dev.aiaudit.terminal.ConsoleProbe;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Everything the command line takes from the outside; tests hand in their own.
 *
 * @param in what is handed over on standard input; read only by options that say so
 * @param out results, UTF-8
 * @param err progress, warnings and errors, UTF-8
 * @param environment the environment variables
 * @param directory the working directory, absolute
 * @param console what the streams are connected to
 * @param nanoTime a monotonic clock in nanoseconds, for progress only
 * @param today the date, by which ignores expire
 * @param scanner makes reports
 */
public record Host(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> environment,
    Path directory,
    ConsoleProbe console,
    LongSupplier nanoTime,
    Supplier<LocalDate> today,
    Scanner scanner) {

  /** Copies the environment. */
  public Host {
    environment = Map.copyOf(environment);
  }
}
