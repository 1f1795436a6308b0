package dev.aiaudit.configsource;

import dev.aiaudit.model.Diagnostic;
import dev.aiaudit.workspace.DecodedText;
import dev.aiaudit.workspace.SkippedFileException;
import dev.aiaudit.workspace.SourceFile;
import dev.aiaudit.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The build and settings files of a tree, opened by name.
 *
 * @param files decoded, in order of their paths
 * @param diagnostics files that could not be opened or have an odd encoding
 */
record ConfigFiles(List<ConfigFile> files, List<Diagnostic> diagnostics) {

  static ConfigFiles of(Workspace workspace) {
    List<ConfigFile> files = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (SourceFile file : workspace.files()) {
      if (FileKind.of(file.path()).isPresent()) {
        open(workspace, file, files, diagnostics);
      }
    }
    return new ConfigFiles(files, diagnostics);
  }

  private static void open(
      Workspace workspace, SourceFile file, List<ConfigFile> files, List<Diagnostic> diagnostics) {
    try {
      DecodedText decoded = workspace.readText(file);
      if (decoded.replaced()) {
        diagnostics.add(warning(file, "some bytes are not text"));
      } else if (!StandardCharsets.UTF_8.equals(decoded.charset())) {
        diagnostics.add(warning(file, "not UTF-8; read as " + decoded.charset().name()));
      }
      files.add(new ConfigFile(file.path(), decoded.text()));
    } catch (SkippedFileException skipped) {
      diagnostics.add(warning(file, "not read: " + skipped.reason().text()));
    }
  }

  private static Diagnostic warning(SourceFile file, String message) {
    return new Diagnostic(Diagnostic.Level.WARNING, file.path(), Optional.empty(), message);
  }
}
