package dev.aiaudit.engine;

import dev.aiaudit.catalog.data.DataNode;
import dev.aiaudit.workspace.Past;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What to audit.
 *
 * @param root a folder or a single file
 * @param rootAsGiven how the user named it; reports show this
 * @param includes globs relative to the root; empty for all files
 * @param excludes globs relative to the root
 * @param gitignore whether files that git ignores are left out
 * @param threads number of workers, from 1
 * @param catalog catalogue entries of the user's own
 * @param settings a settings file instead of {@code .ai-audit.yml} at the root
 * @param ignoring what is made of the ignores that the team has written
 * @param explained a file of which an account is wanted, relative to the root
 * @param past when the tree is wanted as it was before, under the settings of today
 */
public record AuditRequest(
    Path root,
    String rootAsGiven,
    List<String> includes,
    List<String> excludes,
    boolean gitignore,
    int threads,
    List<DataNode> catalog,
    Optional<Path> settings,
    Ignoring ignoring,
    Optional<String> explained,
    Optional<Past> past) {

  /** Copies the lists. */
  public AuditRequest {
    Objects.requireNonNull(root);
    includes = List.copyOf(includes);
    excludes = List.copyOf(excludes);
    catalog = List.copyOf(catalog);
  }

  /** Everything under a folder, with all processors. */
  public static AuditRequest of(Path root) {
    int threads = Runtime.getRuntime().availableProcessors();
    return new AuditRequest(
        root,
        root.toString(),
        List.of(),
        List.of(),
        true,
        threads,
        List.of(),
        Optional.empty(),
        Ignoring.UNDATED,
        Optional.empty(),
        Optional.empty());
  }

  /** The same, with ignores that expire by this date. */
  public AuditRequest judgedOn(LocalDate today) {
    return new AuditRequest(
        root,
        rootAsGiven,
        includes,
        excludes,
        gitignore,
        threads,
        catalog,
        settings,
        Ignoring.on(today),
        explained,
        past);
  }

  /** The same, with an account of a file. */
  public AuditRequest explaining(String file) {
    return new AuditRequest(
        root,
        rootAsGiven,
        includes,
        excludes,
        gitignore,
        threads,
        catalog,
        settings,
        ignoring,
        Optional.of(file),
        past);
  }
}
