package dev.aiaudit.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** One entry of a folder, with attributes read once and links not followed. */
record Entry(Path path, String name, String sortKey, Kind kind, long size) {
  /** What an entry is; links, FIFOs, sockets and devices are all the same to us. */
  enum Kind {
    FOLDER,
    REGULAR,
    OTHER
  }

  static Entry of(Path path) throws IOException {
    return of(path, nameOf(path));
  }

  /** An entry whose name is known already; finding it costs as much as reading attributes. */
  static Entry of(Path path, String name) throws IOException {
    BasicFileAttributes attributes =
        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    Kind kind =
        attributes.isRegularFile()
            ? Kind.REGULAR
            : attributes.isDirectory() && !attributes.isOther() ? Kind.FOLDER : Kind.OTHER;
    // Folders sort as if their name ended with a slash, which is the order of whole paths.
    String sortKey = kind == Kind.FOLDER ? name + "/" : name;
    return new Entry(path, name, sortKey, kind, attributes.size());
  }

  /** All children of a folder, in no particular order; the handle is closed on return. */
  static List<Path> list(Path folder) throws IOException {
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(children::add);
    } catch (DirectoryIteratorException broken) {
      throw broken.getCause();
    }
    return children;
  }

  /**
   * The last segment of a path. If the platform's charset cannot decode it (JDK 17 under {@code
   * LC_ALL=C} knows only ASCII), its bytes are read as UTF-8.
   */
  static String nameOf(Path path) {
    String name = path.getFileName().toString();
    if (!isOdd(name)) {
      return name;
    }
    String uri = path.toUri().getRawPath();
    String tail = uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
    return unescape(tail.substring(tail.lastIndexOf('/') + 1));
  }

  /**
   * Whether this relative path of the entry would not lead back to it when turned into a {@link
   * Path} again, because the platform's charset lacks a character of it.
   */
  boolean isOddAt(String relative) {
    boolean ascii = relative.chars().allMatch(c -> c < 0x80);
    return !ascii && (isOdd(relative) || !path.toString().endsWith(relative));
  }

  private static boolean isOdd(String name) {
    return name.indexOf('\uFFFD') >= 0;
  }

  /** A reproducible phrase for a failure, without the absolute path Java puts in messages. */
  static String explain(IOException failure) {
    if (failure instanceof AccessDeniedException) {
      return "cannot be read: permission denied";
    }
    return failure instanceof NoSuchFileException
        ? "disappeared during the walk"
        : "cannot be read";
  }

  boolean isFolder() {
    return kind == Kind.FOLDER;
  }

  boolean isFolderOrRegular() {
    return kind != Kind.OTHER;
  }

  private static String unescape(String raw) {
    byte[] bytes = new byte[raw.length()];
    int count = 0;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '%' && i + 2 < raw.length()) {
        bytes[count++] = (byte) Integer.parseInt(raw, i + 1, i + 3, 16);
        i += 2;
      } else {
        bytes[count++] = (byte) c;
      }
    }
    return new String(bytes, 0, count, StandardCharsets.UTF_8);
  }
}
