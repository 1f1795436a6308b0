package dev.aiaudit.cli;

import dev.aiaudit.model.Report;
import dev.aiaudit.render.JsonReader;
import dev.aiaudit.render.ReportFormatException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A JSON report that an earlier scan wrote. */
final class SavedReport {
  private static final long MAX_BYTES = 256L * 1024 * 1024;

  private SavedReport() {}

  /** Reads it; {@link UsageException} when there is no such file or it is no report. */
  static Report read(Path directory, String file) throws IOException {
    Path path = directory.resolve(file);
    if (!Files.isRegularFile(path)) {
      throw new UsageException("no such file: " + file);
    }
    if (Files.size(path) > MAX_BYTES) {
      throw new UsageException("'" + file + "' is larger than any report");
    }
    try {
      return JsonReader.read(new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
    } catch (ReportFormatException e) {
      throw new UsageException("'" + file + "': " + e.getMessage());
    }
  }
}
