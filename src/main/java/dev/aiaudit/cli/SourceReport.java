package dev.aiaudit.cli;

import dev.aiaudit.model.Report;
import dev.aiaudit.terminal.ColorChoice;
import dev.aiaudit.terminal.ConsoleProbe;
import dev.aiaudit.terminal.ProgressLine;
import dev.aiaudit.terminal.Terminal;
import java.io.IOException;
import java.util.Optional;

/** The report that a question is asked about: a saved one, or that of a scan made for it. */
final class SourceReport {
  private SourceReport() {}

  static Report get(Host host, Optional<String> saved, InputOptions input)
      throws ScanRefusedException, IOException {
    if (saved.isPresent()) {
      return SavedReport.read(host.directory(), saved.get());
    }
    ConsoleProbe console = host.console();
    Terminal terminal =
        Terminal.of(
            console.tty(ConsoleProbe.STDERR),
            console.columns(ConsoleProbe.STDERR),
            host.environment(),
            ColorChoice.AUTO);
    try (ProgressLine line = new ProgressLine(host.err(), terminal, host.nanoTime())) {
      return host.scanner().scan(input.request(host.directory(), line::show)).report();
    }
  }
}
