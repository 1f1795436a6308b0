package dev.aiaudit.cli;

import dev.aiaudit.engine.SettingsFile;
import dev.aiaudit.escape.Escape;
import dev.aiaudit.settings.StarterSettings;
import dev.aiaudit.workspace.AtomicFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a settings file to begin with. */
@Command(
    name = "init",
    abbreviateSynopsis = true,
    description = "Write a commented .ai-audit.yml from what is found in the tree.",
    footer = {"", "Exit codes: 0 written, 2 usage error or the file is there already."})
final class InitCommand extends AbstractCommand {
  private static final String SCHEMA = "/dev/aiaudit/settings.schema.json";

  @Mixin InputOptions input = new InputOptions();

  @Option(names = "--force", description = "Replace an existing file.")
  boolean force;

  @Option(names = "--schema", description = "Print the JSON Schema of the file; write nothing.")
  boolean schema;

  InitCommand(Host host) {
    super(host);
  }

  @Override
  void validate() {
    input.problem(host().directory()).ifPresent(SourceProblem::refuse);
    if (!schema && !force && Files.exists(target(), LinkOption.NOFOLLOW_LINKS)) {
      throw new UsageException("'" + SettingsFile.NAME + "' is there already: --force replaces it");
    }
  }

  @Override
  ExitCode execute() throws ScanRefusedException, IOException {
    if (schema) {
      host().out().print(schema());
      return ExitCode.OK;
    }
    if (force) {
      // A malformed file that is to be replaced must not stop the scan.
      Files.deleteIfExists(target());
    }
    ScanOutput scanned = host().scanner().scan(input.request(host().directory(), text -> {}));
    String text = StarterSettings.of(scanned.report());
    AtomicFile.write(target(), text.getBytes(StandardCharsets.UTF_8));
    String line = "ai-audit: " + Escape.terminal(SettingsFile.NAME + " written") + "\n";
    host().err().print(Escape.lineStartGuard(line));
    return ExitCode.OK;
  }

  private static String schema() throws IOException {
    try (InputStream in = InitCommand.class.getResourceAsStream(SCHEMA)) {
      if (in == null) {
        throw new IOException("the schema is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Path target() {
    return BaselineFile.folder(host().directory().resolve(input.path)).resolve(SettingsFile.NAME);
  }
}
