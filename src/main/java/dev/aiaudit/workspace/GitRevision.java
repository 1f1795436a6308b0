package dev.aiaudit.workspace;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the commit that is checked out by reading git's files; git itself is not started. */
public final class GitRevision {
  /** git allows symbolic refs to point at each other, but not deeper than this. */
  private static final int MAX_HOPS = 5;

  private static final String SYMBOLIC = "ref:";

  private GitRevision() {}

  /**
   * The commit of HEAD in the work tree that contains a folder.
   *
   * @return 40 lower-case hexadecimal digits; empty outside a work tree, before the first commit,
   *     or when refs are kept in a form other than files
   */
  public static Optional<String> read(Path root) {
    return GitDirectory.topAbove(root.toAbsolutePath().normalize())
        .flatMap(GitDirectory::of)
        .flatMap(git -> resolve(git, "HEAD", 0));
  }

  private static Optional<String> resolve(GitDirectory git, String name, int hops) {
    if (hops > MAX_HOPS || !isSafe(name)) {
      return Optional.empty();
    }
    Optional<String> loose = readLoose(git, name);
    if (loose.isEmpty()) {
      return readPacked(git, name);
    }
    String value = loose.get();
    return value.startsWith(SYMBOLIC)
        ? resolve(git, value.substring(SYMBOLIC.length()).strip(), hops + 1)
        : Optional.of(value).filter(GitRevision::isHash);
  }

  /** HEAD belongs to the work tree; branches to the repository. */
  private static Optional<String> readLoose(GitDirectory git, String name) {
    try {
      return SmallFile.readGitText(git.own().resolve(name))
          .or(() -> SmallFile.readGitText(git.shared().resolve(name)))
          .map(String::strip);
    } catch (InvalidPathException hostile) {
      return Optional.empty();
    }
  }

  private static Optional<String> readPacked(GitDirectory git, String name) {
    return SmallFile.readGitText(git.shared().resolve("packed-refs"))
        .flatMap(
            text ->
                text.lines()
                    .filter(line -> line.length() == 41 + name.length() && line.endsWith(name))
                    .filter(line -> line.charAt(40) == ' ')
                    .map(line -> line.substring(0, 40))
                    .filter(GitRevision::isHash)
                    .findFirst());
  }

  private static boolean isSafe(String name) {
    return (name.equals("HEAD") || name.startsWith("refs/")) && !name.contains("..");
  }

  private static boolean isHash(String text) {
    return text.length() == 40
        && text.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
  }
}
