package dev.aiaudit.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The files of one scanned tree, listed once. Immutable and safe for use by many threads.
 *
 * <p>What is not in the list: what git ignores (unless switched off), what {@link WalkOptions}
 * excludes, links, devices, version control data, {@code node_modules} and build output.
 */
public final class Workspace {
  private final Path root;
  private final ReadLimits limits;
  private final List<SourceFile> files;
  private final List<WalkProblem> problems;
  // Only names that do not survive the way from bytes to a string and back.
  private final Map<String, Path> oddNames;

  private Workspace(Path root, ReadLimits limits, TreeWalker.Listing listing) {
    this.root = root;
    this.limits = limits;
    this.files = listing.files();
    this.problems = listing.problems();
    this.oddNames = listing.oddNames();
  }

  /**
   * Lists a tree.
   *
   * @param root a folder, or a single file; a link here is followed, as the user named it
   * @throws IOException if the root itself does not exist, cannot be listed, or is neither a folder
   *     nor a regular file; never because of an entry in it
   */
  public static Workspace open(Path root, WalkOptions options) throws IOException {
    Path real = root.toRealPath();
    if (Files.isDirectory(real)) {
      return new Workspace(real, options.limits(), new TreeWalker(real, options).walk());
    }
    if (!Files.isRegularFile(real)) {
      throw new NoSuchFileException(root.toString(), null, "neither a folder nor a regular file");
    }
    Path folder = Objects.requireNonNull(real.getParent(), "a regular file is in a folder");
    return new Workspace(folder, options.limits(), new TreeWalker(folder, options).only(real));
  }

  /** The absolute real path of the scanned folder, or of the folder of the single scanned file. */
  public Path root() {
    return root;
  }

  /** All files, sorted by the bytes of their paths. */
  public List<SourceFile> files() {
    return files;
  }

  /** What could not be looked at, sorted by path. */
  public List<WalkProblem> problems() {
    return problems;
  }

  /** The file with this relative path, if it is listed. */
  public Optional<SourceFile> find(String path) {
    int low = 0;
    int high = files.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = PathOrder.compare(files.get(middle).path(), path);
      if (order == 0) {
        return Optional.of(files.get(middle));
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return Optional.empty();
  }

  /**
   * The bytes of a text file.
   *
   * @throws SkippedFileException if it is too large, binary, minified, not a regular file any more,
   *     or cannot be read; the reason is in the exception
   */
  public byte[] read(SourceFile file) throws SkippedFileException {
    if (file.skipReason().isPresent()) {
      throw new SkippedFileException(file.path(), file.skipReason().get());
    }
    byte[] bytes = readBytes(file.path());
    if (TextDecoder.isBinary(bytes)) {
      throw new SkippedFileException(file.path(), SkipReason.BINARY);
    }
    if (file.isJava() && isMinified(bytes)) {
      throw new SkippedFileException(file.path(), SkipReason.MINIFIED);
    }
    return bytes;
  }

  /**
   * The text of a file.
   *
   * @throws SkippedFileException as {@link #read} does
   */
  public DecodedText readText(SourceFile file) throws SkippedFileException {
    return TextDecoder.decode(read(file));
  }

  private byte[] readBytes(String path) throws SkippedFileException {
    try {
      Path file = oddNames.containsKey(path) ? oddNames.get(path) : root.resolve(path);
      if (!SmallFile.isRegular(file)) {
        throw new SkippedFileException(path, SkipReason.NOT_REGULAR);
      }
      return SmallFile.read(file, limits.bytesFor(path))
          .orElseThrow(() -> new SkippedFileException(path, SkipReason.TOO_LARGE));
    } catch (SkippedFileException refused) {
      throw refused;
    } catch (IOException | InvalidPathException unreadable) {
      throw new SkippedFileException(path, SkipReason.UNREADABLE);
    }
  }

  private boolean isMinified(byte[] bytes) {
    // Most files end here: they are shorter than one line may be.
    if (bytes.length <= limits.averageLine()) {
      return false;
    }
    int lines = 1;
    for (byte b : bytes) {
      if (b == '\n' || b == '\r') {
        lines++;
      }
    }
    return bytes.length / lines > limits.averageLine();
  }
}
