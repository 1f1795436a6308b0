package dev.aiaudit.cli;

import dev.aiaudit.model.Report;
import dev.aiaudit.render.Format;
import dev.aiaudit.render.Renderer;
import dev.aiaudit.workspace.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A report written to a file of the user's choice: the old content or the new one, never half. */
final class ReportFile {
  private ReportFile() {}

  /** Why the file cannot be written, as far as that can be known before a long scan. */
  static Optional<String> problem(String file, Path directory) {
    if (Format.ofFileName(file).isEmpty()) {
      String known =
          Stream.of(Format.values())
              .map(f -> "." + f.extension())
              .collect(Collectors.joining(", "));
      return Optional.of("cannot tell the format of '" + file + "'; known endings are " + known);
    }
    Path target = directory.resolve(file).toAbsolutePath();
    if (Files.isDirectory(target)) {
      return Optional.of("'" + file + "' is a directory");
    }
    Path folder = target.resolveSibling("");
    return Files.isDirectory(folder)
        ? Optional.empty()
        : Optional.of("the directory of '" + file + "' does not exist");
  }

  static void write(Path target, Renderer renderer, Report report) throws IOException {
    StringBuilder text = new StringBuilder();
    renderer.render(report, text);
    AtomicFile.write(target, text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
