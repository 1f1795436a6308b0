package dev.aiaudit.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The ignore rules of git that apply in one folder of the walk.
 *
 * @param prefix {@link ByteText} put before walked paths, because rules of folders above the
 *     scanned root are relative to those; empty or ending with a slash
 * @param rules the rules, deepest folder first
 */
record IgnoreScope(String prefix, IgnoreRules rules) {
  private static final String FILE = ".gitignore";

  static IgnoreScope none() {
    return new IgnoreScope("", IgnoreRules.NONE);
  }

  /** The rules that folders above the scanned root contribute, up to the top of the work tree. */
  static IgnoreScope above(Path root, BiConsumer<String, String> complaints) {
    Optional<Path> top = GitDirectory.topAbove(root);
    if (top.isEmpty() || top.get().equals(root)) {
      return none();
    }
    IgnoreScope scope = new IgnoreScope("", excludeFile(top.get(), 0, IgnoreRules.NONE));
    Path at = top.get();
    StringBuilder prefix = new StringBuilder();
    for (Path segment : top.get().relativize(root)) {
      scope = scope.withFile(at, prefix.length(), ".", complaints);
      at = at.resolve(segment);
      prefix.append(ByteText.of(Entry.nameOf(at))).append('/');
    }
    return new IgnoreScope(prefix.toString(), scope.rules());
  }

  /**
   * The scope inside a folder.
   *
   * @param path of the folder relative to the scanned root, ending with a slash unless empty
   * @param names of the entries in it
   */
  IgnoreScope inside(
      Path folder, String path, Set<String> names, BiConsumer<String, String> complaints) {
    IgnoreScope scope = this;
    int base = prefix.length() + ByteText.of(path).length();
    if (names.contains(".git")) {
      // A work tree of its own: as for git, rules from outside end here.
      scope = new IgnoreScope(prefix, excludeFile(folder, base, IgnoreRules.NONE));
    }
    return names.contains(FILE) ? scope.withFile(folder, base, path + FILE, complaints) : scope;
  }

  /** Whether git would ignore this entry; the path is {@link ByteText}. */
  boolean ignores(String path, Entry entry) {
    String full = prefix.isEmpty() ? path : prefix + path;
    int name = full.lastIndexOf('/') + 1;
    return rules.judge(full, name, entry.isFolder()) == IgnoreRules.Verdict.IGNORED;
  }

  private static IgnoreRules excludeFile(Path top, int base, IgnoreRules above) {
    return GitDirectory.of(top)
        .map(git -> git.shared().resolve("info").resolve("exclude"))
        .flatMap(SmallFile::readGitText)
        .map(text -> above.with(text, base).rules())
        .orElse(above);
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
      return new IgnoreScope(prefix, parsed.rules());
    } catch (java.nio.file.NoSuchFileException absent) {
      return this;
    } catch (IOException unreadable) {
      complaints.accept(shown, "ignore file " + Entry.explain(unreadable));
      return this;
    }
  }
}
