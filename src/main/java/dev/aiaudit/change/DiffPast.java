package dev.aiaudit.change;

import dev.aiaudit.workspace.Past;
import dev.aiaudit.workspace.SkippedFileException;
import dev.aiaudit.workspace.SourceFile;
import dev.aiaudit.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The tree before a unified diff, by taking the diff back. */
public final class DiffPast implements Past {
  private final List<FilePatch> patches;
  private final Path directory;
  private final Predicate<String> wanted;

  private DiffPast(List<FilePatch> patches, Path directory, Predicate<String> wanted) {
    this.patches = patches;
    this.directory = directory;
    this.wanted = wanted;
  }

  /**
   * Reads a diff.
   *
   * @param diff its bytes; none for no change
   * @param directory the working directory, to which its paths may be relative; so may they be to
   *     the top of the repository and to the scanned root
   * @param wanted whether the content of a path matters
   * @throws PastUnknownException when it is no unified diff of one change
   */
  public static DiffPast of(byte[] diff, Path directory, Predicate<String> wanted)
      throws PastUnknownException {
    String text = new String(diff, StandardCharsets.ISO_8859_1);
    return new DiffPast(UnifiedDiff.parse(text), directory, wanted);
  }

  @Override
  public Map<String, Optional<byte[]>> differences(Workspace now) throws IOException {
    Path folder = folder(now.root());
    Map<String, Optional<byte[]>> differences = new TreeMap<>();
    for (FilePatch patch : patches) {
      Optional<String> after = patch.newPath().flatMap(name -> inside(now, folder, name));
      Optional<String> before = patch.oldPath().flatMap(name -> inside(now, folder, name));
      if (after.isPresent() && !after.equals(before)) {
        differences.putIfAbsent(after.get(), Optional.empty());
      }
      Optional<List<String>> lines = lines(now, folder, patch);
      if (before.isPresent() && wanted.test(before.get()) && lines.isPresent()) {
        String text = String.join("\n", patch.takenBack(lines.get())) + "\n";
        byte[] old = text.getBytes(StandardCharsets.ISO_8859_1);
        Optional<byte[]> earlier = differences.put(before.get(), Optional.of(old));
        if (earlier != null && earlier.isPresent()) {
          throw new PastUnknownException(
              "the diff names '" + patch.name() + "' twice: hand over that of one change");
        }
      }
    }
    return differences;
  }

  /** The lines as they are now; empty when the scan leaves the file out. */
  private static Optional<List<String>> lines(Workspace now, Path folder, FilePatch patch)
      throws IOException {
    if (patch.newPath().isEmpty()) {
      return patch.readable() ? Optional.of(List.of()) : Optional.empty();
    }
    Optional<SourceFile> file =
        inside(now, folder, patch.newPath().get()).flatMap(path -> now.find(path));
    if (file.isEmpty() || file.get().skipReason().isPresent() || !patch.readable()) {
      return Optional.empty();
    }
    try {
      String text = new String(now.read(file.get()), StandardCharsets.ISO_8859_1);
      List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
      if (text.endsWith("\n") || text.isEmpty()) {
        lines.remove(lines.size() - 1);
      }
      return Optional.of(lines);
    } catch (SkippedFileException unread) {
      return Optional.empty();
    }
  }

  /** The path relative to the scanned root; empty when it lies elsewhere. */
  private static Optional<String> inside(Workspace now, Path folder, String name) {
    try {
      Path file = folder.resolve(name).normalize();
      return file.startsWith(now.root())
          ? Optional.of(now.root().relativize(file).toString().replace('\\', '/'))
          : Optional.empty();
    } catch (InvalidPathException odd) {
      return Optional.empty();
    }
  }

  /** The folder that the paths are relative to: the first in which all new files are. */
  private Path folder(Path root) throws IOException {
    List<Path> candidates = List.of(topAbove(root), directory.toRealPath(), root);
    List<String> names = patches.stream().flatMap(p -> p.newPath().stream()).toList();
    for (Path candidate : candidates) {
      if (names.stream().allMatch(name -> isThere(candidate, name))) {
        return candidate;
      }
    }
    String missing =
        names.stream().filter(name -> !isThere(candidates.get(0), name)).findFirst().orElse("");
    throw new PastUnknownException(
        "the diff names '" + missing + "', which is not there: it must end at the scanned tree");
  }

  private static Path topAbove(Path root) {
    for (Path at = root; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
        return at;
      }
    }
    return root;
  }

  private static boolean isThere(Path folder, String name) {
    try {
      return Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS);
    } catch (InvalidPathException odd) {
      return false;
    }
  }
}
