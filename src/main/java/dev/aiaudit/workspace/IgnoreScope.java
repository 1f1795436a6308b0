package dev.aiaudit.workspace;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * What git ignores in one folder of the walk: what a rule matches and git does not track.
 *
 * @param prefix {@link ByteText} put before walked paths, because rules of folders above the
 *     scanned root are relative to those; empty or ending with a slash
 * @param rules the rules, deepest folder first
 * @param tracked the files that rules do not apply to
 * @param hidden whether the folder itself is ignored, so that only tracked files count in it
 */
record IgnoreScope(String prefix, IgnoreRules rules, TrackedFiles tracked, boolean hidden) {
  private static final String FILE = ".gitignore";

  static IgnoreScope none() {
    return new IgnoreScope("", IgnoreRules.NONE, TrackedFiles.NONE, false);
  }

  /** The rules that folders above the scanned root contribute, up to the top of the work tree. */
  static IgnoreScope above(Path root, BiConsumer<String, String> complaints) {
    Optional<Path> top = GitDirectory.topAbove(root);
    if (top.isEmpty() || top.get().equals(root)) {
      return none();
    }
    IgnoreScope scope = none().ofWorkTree(top.get(), 0);
    Path at = top.get();
    StringBuilder prefix = new StringBuilder();
    for (Path segment : top.get().relativize(root)) {
      scope = scope.withFile(at, prefix.length(), ".", complaints);
      at = at.resolve(segment);
      prefix.append(ByteText.of(Entry.nameOf(at))).append('/');
    }
    return new IgnoreScope(prefix.toString(), scope.rules(), scope.tracked(), false);
  }

  /**
   * The scope inside a folder.
   *
   * @param path of the folder relative to the scanned root, ending with a slash unless empty
   * @param names of the entries in it
   */
  IgnoreScope inside(
      Path folder, String path, Collection<String> names, BiConsumer<String, String> complaints) {
    IgnoreScope scope = this;
    int base = prefix.length() + ByteText.of(path).length();
    if (names.contains(".git")) {
      // A work tree of its own: as for git, rules from outside end here.
      scope = ofWorkTree(folder, base);
    }
    return names.contains(FILE) ? scope.withFile(folder, base, path + FILE, complaints) : scope;
  }

  /** The scope of the content of an entry that {@link #ignores} but that has tracked files. */
  IgnoreScope hiddenInside() {
    return hidden ? this : new IgnoreScope(prefix, rules, tracked, true);
  }

  /** Whether rules match this entry, tracked or not; the path is {@link ByteText}. */
  boolean ignores(String path, Entry entry) {
    if (hidden) {
      return true;
    }
    String full = full(path);
    int name = full.lastIndexOf('/') + 1;
    return rules.judge(full, name, entry.isFolder()) == IgnoreRules.Verdict.IGNORED;
  }

  /** Whether git tracks this file, or a file below this folder; the path is {@link ByteText}. */
  boolean tracks(String path, Entry entry) {
    return tracked.contains(full(path), entry.isFolder());
  }

  private String full(String path) {
    return prefix.isEmpty() ? path : prefix + path;
  }

  /** A fresh scope at the top of a work tree. */
  private IgnoreScope ofWorkTree(Path top, int base) {
    Optional<GitDirectory> git = GitDirectory.of(top);
    IgnoreRules rules =
        git.map(found -> found.shared().resolve("info").resolve("exclude"))
            .flatMap(SmallFile::readGitText)
            .map(text -> IgnoreRules.NONE.with(text, base).rules())
            .orElse(IgnoreRules.NONE);
    return new IgnoreScope(prefix, rules, new TrackedFiles(git, base), false);
  }

  private IgnoreScope withFile(
      Path folder, int base, String shown, BiConsumer<String, String> complaints) {
    Path file = folder.resolve(FILE);
    try {
      // git does not follow a link here either.
      if (!SmallFile.isRegular(file)) {
        return this;
      }
      Optional<byte[]> bytes = SmallFile.read(file, SmallFile.GIT_BYTES);
      if (bytes.isEmpty()) {
        complaints.accept(shown, "ignore file is too large and not honoured");
        return this;
      }
      IgnoreRules.Parsed parsed = rules.with(ByteText.of(bytes.get()), base);
      parsed.complaints().forEach(complaint -> complaints.accept(shown, complaint));
      return new IgnoreScope(prefix, parsed.rules(), tracked, hidden);
    } catch (NoSuchFileException absent) {
      return this;
    } catch (IOException unreadable) {
      complaints.accept(shown, "ignore file " + Entry.explain(unreadable));
      return this;
    }
  }
}
