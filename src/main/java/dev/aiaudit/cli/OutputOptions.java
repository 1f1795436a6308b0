package dev.aiaudit.cli;

import dev.aiaudit.render.Detail;
import dev.aiaudit.render.Format;
import dev.aiaudit.render.Look;
import dev.aiaudit.terminal.ColorChoice;
import dev.aiaudit.terminal.ConsoleProbe;
import dev.aiaudit.terminal.Hyperlink;
import dev.aiaudit.terminal.Style;
import dev.aiaudit.terminal.Terminal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the report goes and how it looks. */
final class OutputOptions {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      completionCandidates = FormatWords.class,
      description = {"Format on the screen (default: text), one of:", "${COMPLETION-CANDIDATES}."})
  Optional<Format> format = Optional.empty();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = {
        "Also write the report to a file; its ending chooses",
        "the format: txt, json, sarif, md, html, github.txt,",
        "gitlab.json, xml, csv, cdx.json, mmd, dot; repeatable."
      })
  List<String> files = new ArrayList<>();

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      description = "auto, always or never (default: auto).")
  ColorChoice color = ColorChoice.AUTO;

  @Option(
      names = "--hyperlink",
      paramLabel = "PROGRAM",
      description = {
        "Which program opens places in files: file, vscode,",
        "idea or none (default: file on a terminal)."
      })
  Optional<Hyperlink.Scheme> hyperlink = Optional.empty();

  @Option(
      names = {"-q", "--quiet"},
      description = "Print only the last line; no progress.")
  boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "Show the code of every step and all diagnostics.")
  boolean verbose;

  /** What is wrong with the values, if anything. */
  Optional<String> problem(Path directory) {
    if (quiet && verbose) {
      return Optional.of("--quiet and --verbose exclude each other");
    }
    return files.stream().flatMap(file -> ReportFile.problem(file, directory).stream()).findFirst();
  }

  Format stdoutFormat() {
    return format.orElse(Format.TEXT);
  }

  /** When the report went to a file, the screen gets the summary, unless a format was asked for. */
  Detail stdoutDetail() {
    if (quiet) {
      return Detail.COUNTS;
    }
    if (verbose) {
      return Detail.EVERYTHING;
    }
    return files.isEmpty() || format.isPresent() ? Detail.FINDINGS : Detail.SUMMARY;
  }

  Look look(Host host, Path root) {
    Terminal terminal = terminal(host, ConsoleProbe.STDOUT);
    Hyperlink.Scheme scheme =
        hyperlink.orElse(terminal.hyperlinks() ? Hyperlink.Scheme.FILE : Hyperlink.Scheme.NONE);
    return new Look(
        new Style(terminal.color()),
        terminal.glyphs(),
        terminal.width(),
        new Hyperlink(scheme, root.toString().replace('\\', '/')),
        stdoutDetail());
  }

  Terminal terminal(Host host, int stream) {
    ConsoleProbe console = host.console();
    boolean tty = console.tty(stream);
    return Terminal.of(tty, console.columns(stream), host.environment(), color);
  }
}
