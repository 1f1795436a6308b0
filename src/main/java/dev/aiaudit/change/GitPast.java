package dev.aiaudit.change;

import dev.aiaudit.workspace.Past;
import dev.aiaudit.workspace.SkippedFileException;
import dev.aiaudit.workspace.SourceFile;
import dev.aiaudit.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The tree where the change began: at the last commit that the work tree's history shares with a
 * revision. Files whose content is still the same are told by their object's name, without asking
 * for the content.
 */
public final class GitPast implements Past {
  private static final int SHA1_DIGITS = 40;

  private final String revision;
  private final Map<String, String> environment;
  private final Predicate<String> wanted;
  private String base = "";

  /**
   * The past at a revision.
   *
   * @param revision as git understands it
   * @param environment in which git is looked for
   * @param wanted whether the content of a path matters
   */
  public GitPast(String revision, Map<String, String> environment, Predicate<String> wanted) {
    this.revision = revision;
    this.environment = Map.copyOf(environment);
    this.wanted = wanted;
  }

  /** What cannot be a revision, if anything. */
  public static Optional<String> problem(String revision) {
    if (revision.isBlank() || revision.startsWith("-")) {
      return Optional.of("'" + revision + "' is no revision such as origin/main or HEAD~1");
    }
    return revision.chars().anyMatch(Character::isISOControl)
        ? Optional.of("a revision has no control characters")
        : Optional.empty();
  }

  /** The commit that was compared with, once {@link #differences} has been asked; else empty. */
  public String base() {
    return base;
  }

  @Override
  public Map<String, Optional<byte[]>> differences(Workspace now) throws IOException {
    GitProgram git =
        GitProgram.find(environment)
            .orElseThrow(
                () ->
                    new PastUnknownException(
                        "--diff-base needs git, and PATH has none; hand the change over instead:"
                            + " git diff "
                            + revision
                            + " | ai-audit gate --diff -"));
    base = new GitRevisions(git, now.root()).base(revision);
    Map<String, Optional<byte[]>> differences = new TreeMap<>();
    for (SourceFile file : now.files()) {
      if (wanted.test(file.path())) {
        differences.put(file.path(), Optional.empty());
      }
    }
    new Collector(git, now, differences).collect(now.root(), "", base);
    return differences;
  }

  /** Takes what is the same out, and puts in what was different. */
  private final class Collector {
    private final GitProgram git;
    private final Workspace now;
    private final Map<String, Optional<byte[]>> differences;

    Collector(GitProgram git, Workspace now, Map<String, Optional<byte[]>> differences) {
      this.git = git;
      this.now = now;
      this.differences = differences;
    }

    void collect(Path folder, String prefix, String commit) throws IOException {
      GitProgram.Answer listing = git.ask(folder, "ls-tree", "-r", "-z", commit);
      if (listing.code() != 0) {
        throw new PastUnknownException(
            "git cannot list " + commit + ": " + listing.problem() + GitRevisions.FETCH);
      }
      try (GitObjects objects = new GitObjects(git, folder)) {
        for (GitEntry entry : GitEntry.parse(listing.out())) {
          String path = prefix + entry.path();
          if (entry.isSubmodule()) {
            submodule(path, entry.id());
          } else if (entry.isFile() && wanted.test(path)) {
            file(objects, path, entry);
          }
        }
      }
    }

    private void file(GitObjects objects, String path, GitEntry entry) throws IOException {
      Optional<SourceFile> today = now.find(path);
      if (today.isEmpty() && Files.exists(now.root().resolve(path), LinkOption.NOFOLLOW_LINKS)) {
        return; // The scan leaves it out today, so it would have left it out before.
      }
      if (today.isPresent() && isSame(today.get(), entry)) {
        differences.remove(path);
      } else {
        objects.read(entry.id(), path).ifPresent(old -> differences.put(path, Optional.of(old)));
      }
    }

    private boolean isSame(SourceFile file, GitEntry entry) {
      try {
        return id(now.read(file), entry.id().length()).equals(entry.id());
      } catch (SkippedFileException unread) {
        return false;
      }
    }

    /** Its files are part of the tree only where it is checked out. */
    private void submodule(String path, String commit) throws IOException {
      Path folder = now.root().resolve(path);
      boolean checkedOut = Files.exists(folder.resolve(".git"), LinkOption.NOFOLLOW_LINKS);
      if (checkedOut && folder.toRealPath().equals(folder.toAbsolutePath().normalize())) {
        collect(folder, path + "/", commit);
      }
    }
  }

  /** What git calls a file of this content. */
  private static String id(byte[] content, int digits) {
    try {
      MessageDigest digest = MessageDigest.getInstance(digits == SHA1_DIGITS ? "SHA-1" : "SHA-256");
      digest.update(("blob " + content.length + "\0").getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest.digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1 and SHA-256", e);
    }
  }
}
