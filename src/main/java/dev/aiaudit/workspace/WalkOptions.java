package dev.aiaudit.workspace;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a walk lists.
 *
 * @param respectGitignore whether {@code .gitignore} and {@code .git/info/exclude} apply
 * @param excludes patterns in gitignore syntax, relative to the scanned root; what they match is
 *     not listed
 * @param includes patterns in gitignore syntax; if there are any, only files that they match, or
 *     that lie under a folder they match, are listed
 * @param limits sizes above which a file is listed with a skip reason
 */
public record WalkOptions(
    boolean respectGitignore, List<String> excludes, List<String> includes, ReadLimits limits) {

  /** Copies the lists. */
  public WalkOptions {
    excludes = List.copyOf(excludes);
    includes = List.copyOf(includes);
  }

  /** Everything git would not ignore, with the default limits. */
  public static WalkOptions defaults() {
    return new WalkOptions(true, List.of(), List.of(), ReadLimits.defaults());
  }

  /** The same options without git's ignore files. */
  public WalkOptions withoutGitignore() {
    return new WalkOptions(false, excludes, includes, limits);
  }

  /** The same options with other excluded patterns. */
  public WalkOptions withExcludes(List<String> patterns) {
    return new WalkOptions(respectGitignore, patterns, includes, limits);
  }

  /** The same options with other included patterns. */
  public WalkOptions withIncludes(List<String> patterns) {
    return new WalkOptions(respectGitignore, excludes, patterns, limits);
  }

  /** The same options with other limits. */
  public WalkOptions withLimits(ReadLimits other) {
    return new WalkOptions(respectGitignore, excludes, includes, other);
  }

  /** Whether a file of this path, were it there, would be listed; git's ignore files aside. */
  Predicate<String> listable() {
    PathFilter excluded = PathFilter.of(excludes);
    PathFilter included = PathFilter.of(includes);
    return path ->
        Stream.of(path.split("/", -1)).noneMatch(SkippedFolders::byName)
            && !excluded.covers(path)
            && (includes.isEmpty() || included.covers(path));
  }
}
