package dev.aiaudit.workspace;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where git keeps the data of a work tree.
 *
 * @param own the directory with HEAD and the index
 * @param shared the directory with refs and info, the same unless this is a linked work tree
 */
record GitDirectory(Path own, Path shared) {
  private static final String POINTER = "gitdir:";

  /** The git directory of a work tree whose top folder this is. */
  static Optional<GitDirectory> of(Path top) {
    Path dotGit = top.resolve(".git");
    if (Files.isDirectory(dotGit, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.of(withShared(dotGit));
    }
    return SmallFile.readGitText(dotGit)
        .filter(text -> text.startsWith(POINTER))
        .flatMap(text -> resolve(top, text.substring(POINTER.length())))
        .filter(Files::isDirectory)
        .map(GitDirectory::withShared);
  }

  /** The closest folder at or above this one that is the top of a work tree. */
  static Optional<Path> topAbove(Path folder) {
    for (Path at = folder; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  private static GitDirectory withShared(Path own) {
    Path shared =
        SmallFile.readGitText(own.resolve("commondir"))
            .flatMap(text -> resolve(own, text))
            .orElse(own);
    return new GitDirectory(own, shared);
  }

  private static Optional<Path> resolve(Path base, String text) {
    try {
      return Optional.of(base.resolve(TextDecoder.decode(ByteText.bytes(text)).text().strip()));
    } catch (InvalidPathException hostile) {
      return Optional.empty();
    }
  }
}
