package dev.aiaudit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What lies under {@code samples}: applications, and patterns as pairs of small projects. */
public final class Samples {
  /** Where the samples are, seen from the root of the checkout. */
  public static final Path ROOT = Path.of("samples");

  /** Where the patterns are: {@code PATTERN/STACK/before} and {@code PATTERN/STACK/after}. */
  public static final Path PATTERNS = ROOT.resolve("patterns");

  private Samples() {}

  /** Names of the sample applications, each with what the tool says of it in {@code expected}. */
  public static List<String> applications() throws IOException {
    return names(ROOT, folder -> Files.isDirectory(folder.resolve("src")));
  }

  /** Names of the patterns. */
  static List<String> patterns() throws IOException {
    return names(PATTERNS, folder -> true);
  }

  /** Folders of pairs, such as {@code samples/patterns/cache/spring}. */
  static List<Path> pairs() throws IOException {
    try (Stream<Path> all = Files.find(PATTERNS, 2, (path, kind) -> kind.isDirectory())) {
      return all.filter(f -> f.getNameCount() == PATTERNS.getNameCount() + 2).sorted().toList();
    }
  }

  /** The files of a sample, without what the tool is expected to say and what a build made. */
  public static List<Path> files(Path sample) throws IOException {
    try (Stream<Path> all = Files.walk(sample)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !made(sample.relativize(file)))
          .sorted()
          .toList();
    }
  }

  private static boolean made(Path file) {
    for (Path part : file) {
      if (part.endsWith("target") || part.endsWith("expected")) {
        return true;
      }
    }
    return false;
  }

  private static List<String> names(Path root, Predicate<Path> which) throws IOException {
    try (Stream<Path> folders = Files.list(root)) {
      return folders
          .filter(Files::isDirectory)
          .filter(which)
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    }
  }
}
