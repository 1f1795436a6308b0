package dev.aiaudit.cli;

import dev.aiaudit.triage.Baseline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where baselines are kept. */
final class BaselineFile {
  private static final long MAX_BYTES = 64L << 20;

  private BaselineFile() {}

  /** The scanned folder, or that of a single scanned file. */
  static Path folder(Path root) {
    return Files.isDirectory(root) ? root : root.toAbsolutePath().resolveSibling("");
  }

  /**
   * Reads one.
   *
   * @throws ScanRefusedException when there is none or it is malformed
   */
  static Baseline read(Path directory, String file) throws ScanRefusedException, IOException {
    Path path = directory.resolve(file);
    if (!Files.isRegularFile(path)) {
      throw new ScanRefusedException("no such baseline: " + file);
    }
    if (Files.size(path) > MAX_BYTES) {
      throw new ScanRefusedException("'" + file + "' is larger than any baseline");
    }
    try {
      return Baseline.read(new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
    } catch (Baseline.MalformedException e) {
      throw new ScanRefusedException("'" + file + "', " + e.getMessage());
    }
  }
}
