package dev.aiaudit.cli;

import dev.aiaudit.engine.Ignoring;
import dev.aiaudit.workspace.Past;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What to scan.
 *
 * @param root the directory or file, absolute
 * @param rootAsGiven as the user wrote it; this is what the report shows
 * @param includes globs relative to the root; empty for all files
 * @param excludes globs relative to the root
 * @param gitignore whether files that git ignores are left out
 * @param config a settings file instead of {@code .ai-audit.yml} at the root
 * @param threads number of workers, from 1; empty to choose by the machine
 * @param limit how long the scan may take by the clock; empty for as long as it takes
 * @param ignoring what is made of the ignores that the team has written
 * @param explained a file of which an account is wanted, relative to the root
 * @param past when the tree is wanted as it was before, under the settings of today
 * @param progress takes a short text now and then, from any thread
 */
public record ScanRequest(
    Path root,
    String rootAsGiven,
    List<String> includes,
    List<String> excludes,
    boolean gitignore,
    Optional<Path> config,
    Optional<Integer> threads,
    Optional<Duration> limit,
    Ignoring ignoring,
    Optional<String> explained,
    Optional<Past> past,
    Consumer<String> progress) {

  /** Copies the lists. */
  public ScanRequest {
    includes = List.copyOf(includes);
    excludes = List.copyOf(excludes);
  }

  /** The same with another view of ignores. */
  ScanRequest ignoring(Ignoring newIgnoring) {
    return new ScanRequest(
        root,
        rootAsGiven,
        includes,
        excludes,
        gitignore,
        config,
        threads,
        limit,
        newIgnoring,
        explained,
        past,
        progress);
  }

  /** The same, with an account of a file. */
  public ScanRequest explaining(String file) {
    return new ScanRequest(
        root,
        rootAsGiven,
        includes,
        excludes,
        gitignore,
        config,
        threads,
        limit,
        ignoring,
        Optional.of(file),
        past,
        progress);
  }

  /** The same of the tree as it was before. */
  ScanRequest before(Past newPast) {
    return new ScanRequest(
        root,
        rootAsGiven,
        includes,
        excludes,
        gitignore,
        config,
        threads,
        limit,
        ignoring,
        explained,
        Optional.of(newPast),
        progress);
  }
}
