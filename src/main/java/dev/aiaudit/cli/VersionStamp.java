package dev.aiaudit.cli;

import dev.aiaudit.workspace.GitRevision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Writes into the classes which commit they were built from: {@code VersionStamp SOURCE_FOLDER
 * VERSION_FILE}. A commit that the build was told already stays.
 */
public final class VersionStamp {
  private static final int ABBREVIATED = 10;

  private VersionStamp() {}

  /** Runs in the build; {@code args} are the source folder and the file to complete. */
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[1]);
    String number = Files.readString(file).lines().findFirst().orElse("");
    boolean told = Files.readString(file).lines().skip(1).anyMatch(line -> !line.isBlank());
    if (!told) {
      Files.writeString(file, number + "\n" + commit(Path.of(args[0])).orElse("") + "\n");
    }
  }

  /** Nothing for an unpacked archive, also where that lies in the work tree of something else. */
  private static Optional<String> commit(Path sources) {
    return Files.exists(sources.resolve(".git"), LinkOption.NOFOLLOW_LINKS)
        ? GitRevision.read(sources).map(VersionStamp::abbreviated)
        : Optional.empty();
  }

  private static String abbreviated(String revision) {
    return revision.substring(0, Math.min(ABBREVIATED, revision.length()));
  }
}
