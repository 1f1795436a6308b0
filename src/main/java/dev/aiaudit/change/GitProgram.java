package dev.aiaudit.change;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The git program of the user. This is the only class of ai-audit that starts a process, and only
 * for {@code --diff-base}: what a revision holds stands in packs that git alone reads well. It is
 * asked for names and contents of objects, never for anything that looks at the work tree or runs
 * what a repository configures: no hooks, filters, text conversion, pagers, monitors or transports.
 */
final class GitProgram {
  private static final int MAX_LINE = 300;
  private static final List<String> HARDENED =
      List.of(
          "--no-pager",
          "--no-replace-objects",
          "--no-optional-locks",
          "--literal-pathspecs",
          "-c",
          "core.fsmonitor=false",
          "-c",
          "core.hooksPath=" + File.separator + "nowhere",
          "-c",
          "protocol.allow=never",
          "-c",
          "safe.bareRepository=explicit");

  private final Path program;
  private final Map<String, String> environment;

  /**
   * What a run of git gave.
   *
   * @param code its exit code
   * @param out standard output
   * @param problem the first line on standard error; may be empty
   */
  record Answer(int code, byte[] out, String problem) {
    String text() {
      return new String(out, StandardCharsets.UTF_8).strip();
    }
  }

  private GitProgram(Path program, Map<String, String> environment) {
    this.program = program;
    this.environment = environment;
  }

  /**
   * Looks for git where the environment says. A relative folder in {@code PATH} is passed over:
   * what it holds may be part of the scanned tree.
   */
  static Optional<GitProgram> find(Map<String, String> environment) {
    String[] folders = environment.getOrDefault("PATH", "").split(File.pathSeparator, -1);
    for (String folder : folders) {
      for (String name : List.of("git", "git.exe")) {
        Optional<Path> found = absolute(folder, name);
        if (found.isPresent()) {
          return Optional.of(new GitProgram(found.get(), environment));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Path> absolute(String folder, String name) {
    try {
      return Optional.of(Path.of(folder))
          .filter(Path::isAbsolute)
          .map(path -> path.resolve(name))
          .filter(path -> Files.isRegularFile(path) && Files.isExecutable(path));
    } catch (InvalidPathException odd) {
      return Optional.empty();
    }
  }

  /**
   * Runs git to its end.
   *
   * @param folder where
   * @throws IOException when it cannot be started
   */
  Answer ask(Path folder, String... arguments) throws IOException {
    Process process = prepare(folder, arguments).start();
    process.getOutputStream().close();
    byte[] out = process.getInputStream().readAllBytes();
    // What little git says about an error fits into the pipe's buffer.
    String problem = firstLine(process.getErrorStream());
    try {
      return new Answer(process.waitFor(), out, problem);
    } catch (InterruptedException stopped) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", stopped);
    }
  }

  /**
   * Starts git; the caller ends it. What it says on standard error is dropped.
   *
   * @throws IOException when it cannot be started
   */
  Process start(Path folder, String... arguments) throws IOException {
    return prepare(folder, arguments).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private ProcessBuilder prepare(Path folder, String... arguments) {
    List<String> line = new ArrayList<>(List.of(program.toString(), "-C", folder.toString()));
    line.addAll(HARDENED);
    line.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(line);
    Map<String, String> inherited = builder.environment();
    inherited.clear();
    environment.forEach(
        (name, value) -> {
          if (isWanted(name.toUpperCase(Locale.ROOT))) {
            inherited.put(name, value);
          }
        });
    inherited.put("LC_ALL", "C");
    inherited.put("GIT_NO_LAZY_FETCH", "1");
    inherited.put("GIT_TERMINAL_PROMPT", "0");
    inherited.put("GIT_ALLOW_PROTOCOL", "");
    return builder;
  }

  /** Where the user's own settings are, such as {@code safe.directory}, and what Windows needs. */
  private static boolean isWanted(String name) {
    return List.of("PATH", "HOME", "USERPROFILE", "XDG_CONFIG_HOME", "SYSTEMROOT", "PROGRAMDATA")
            .contains(name)
        || name.startsWith("GIT_CONFIG_");
  }

  private static String firstLine(InputStream stream) throws IOException {
    String line =
        new String(stream.readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .findFirst()
            .orElse("")
            .replaceFirst("^(fatal|error): ", "");
    return line.length() > MAX_LINE ? line.substring(0, MAX_LINE) : line;
  }
}
