package dev.aiaudit.workspace;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** Writes a file so that others see the old content or the new one, never half of it. */
public final class AtomicFile {
  private static final int MAX_NAMES = 10_000;

  private AtomicFile() {}

  /**
   * Replaces or creates a file. Permissions of an existing file are kept. A link is replaced, not
   * followed: it may lead out of the tree. Devices and pipes, such as {@code /dev/stdout}, are
   * written directly.
   *
   * @throws IOException if the folder does not exist, or anything cannot be written; the old
   *     content is still there then
   */
  public static void write(Path file, byte[] content) throws IOException {
    Path target = file.toAbsolutePath();
    if (Files.exists(target) && !Files.isRegularFile(target) && !Files.isDirectory(target)) {
      Files.write(target, content, StandardOpenOption.WRITE);
      return;
    }
    if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(file.toString(), null, "is a folder");
    }
    Path temporary = createBeside(target);
    try {
      Files.write(temporary, content, StandardOpenOption.WRITE);
      keepPermissions(target, temporary);
      move(temporary, target);
    } catch (IOException | RuntimeException failed) {
      Files.deleteIfExists(temporary);
      throw failed;
    }
  }

  /** A new empty file; created with default permissions, unlike Java's own temporary files. */
  private static Path createBeside(Path target) throws IOException {
    Path folder = target.getParent();
    if (folder == null) {
      throw new FileAlreadyExistsException(target.toString(), null, "is a folder");
    }
    for (int i = 0; i < MAX_NAMES; i++) {
      Path candidate = folder.resolve(".ai-audit-" + i + ".tmp");
      try {
        return Files.createFile(candidate);
      } catch (FileAlreadyExistsException taken) {
        // Another run is writing, or one was killed: try the next name.
      }
    }
    throw new IOException("no free name for a temporary file in " + folder);
  }

  private static void keepPermissions(Path target, Path temporary) throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(temporary, PosixFileAttributeView.class);
    if (view != null && Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(target);
      view.setPermissions(permissions);
    }
  }

  private static void move(Path temporary, Path target) throws IOException {
    try {
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException unusual) {
      Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
