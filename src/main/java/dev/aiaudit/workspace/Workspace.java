package dev.aiaudit.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

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
  private final Predicate<String> listable;
  // Only in a tree as it was before.
  private final Map<String, byte[]> replaced;

  private Workspace(
      Path root, ReadLimits limits, TreeWalker.Listing listing, Predicate<String> listable) {
    this.root = root;
    this.limits = limits;
    this.files = listing.files();
    this.problems = listing.problems();
    this.oddNames = listing.oddNames();
    this.listable = listable;
    this.replaced = Map.of();
  }

  private Workspace(Workspace now, List<SourceFile> files, Map<String, byte[]> replaced) {
    this.root = now.root;
    this.limits = now.limits;
    this.files = List.copyOf(files);
    this.problems = now.problems;
    this.oddNames = now.oddNames;
    this.listable = now.listable;
    this.replaced = replaced;
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
      TreeWalker.Listing listing = new TreeWalker(real, options).walk();
      return new Workspace(real, options.limits(), listing, options.listable());
    }
    if (!Files.isRegularFile(real)) {
      throw new NoSuchFileException(root.toString(), null, "neither a folder nor a regular file");
    }
    Path folder = Objects.requireNonNull(real.getParent(), "a regular file is in a folder");
    TreeWalker.Listing only = new TreeWalker(folder, options).only(real);
    String name = real.getFileName().toString();
    return new Workspace(folder, options.limits(), only, name::equals);
  }

  /**
   * The tree as it was before. A file that is there no more is listed if the options of this
   * workspace do not exclude it.
   *
   * @throws IOException when the past cannot tell
   */
  public Workspace before(Past past) throws IOException {
    Map<String, Optional<byte[]>> differences = past.differences(this);
    List<SourceFile> then = new ArrayList<>();
    for (SourceFile file : files) {
      if (!differences.containsKey(file.path())) {
        then.add(file);
      }
    }
    Map<String, byte[]> contents = new HashMap<>();
    differences.forEach(
        (path, content) -> {
          if (content.isPresent() && (find(path).isPresent() || listable.test(path))) {
            contents.put(path, content.get());
            then.add(listed(path, content.get().length));
          }
        });
    then.sort((a, b) -> PathOrder.compare(a.path(), b.path()));
    return new Workspace(this, then, contents);
  }

  private SourceFile listed(String path, long size) {
    boolean tooLarge = size > limits.bytesFor(path);
    return new SourceFile(
        path, size, tooLarge ? Optional.of(SkipReason.TOO_LARGE) : Optional.empty());
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
    byte[] before = replaced.get(file.path());
    byte[] bytes = before == null ? readBytes(file.path()) : before;
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
