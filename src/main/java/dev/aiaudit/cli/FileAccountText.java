package dev.aiaudit.cli;

import dev.aiaudit.engine.FileAccount;
import dev.aiaudit.escape.Escape;
import dev.aiaudit.model.CallSite;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;

/** Shows what was understood of a file. */
final class FileAccountText {
  private FileAccountText() {}

  static void print(FileAccount account, PrintStream out) {
    line(out, account.path() + " " + account.state());
    section(out, "AI libraries and HTTP clients imported", account.libraries().stream());
    section(out, "Types", account.types().stream());
    section(out, "Clients", notes(account.clients()));
    section(out, "Call sites", account.sites().stream().map(FileAccountText::site));
    section(out, "Not call sites", notes(account.ruledOut()));
    section(
        out,
        "Facts",
        account.facts().stream()
            .map(
                f ->
                    f.location().startLine()
                        + ": "
                        + f.what().word()
                        + " "
                        + f.provider()
                        + ": "
                        + f.detail()));
    section(
        out,
        "Diagnostics",
        account.diagnostics().stream()
            .map(
                d ->
                    d.line().map(l -> l + ": ").orElse("")
                        + d.severity().word()
                        + ": "
                        + d.message()));
  }

  private static Stream<String> notes(List<FileAccount.Note> notes) {
    return notes.stream().map(n -> n.line() + ": " + n.text());
  }

  private static String site(CallSite site) {
    String provider =
        site.provider()
            + (site.candidates().isEmpty()
                ? ""
                : " (" + String.join(", ", site.candidates()) + ")");
    return site.location().startLine()
        + ": "
        + site.callee()
        + ": "
        + String.join(
            ", ",
            provider,
            site.sdk(),
            site.operation().word(),
            site.coupling().word(),
            site.handling().word(),
            site.paths().size() + " entry points");
  }

  private static void section(PrintStream out, String title, Stream<String> lines) {
    List<String> all = lines.toList();
    if (!all.isEmpty()) {
      line(out, "");
      line(out, title);
      all.forEach(l -> line(out, "  " + l));
    }
  }

  private static void line(PrintStream out, String text) {
    out.print(Escape.terminal(text) + "\n");
  }
}
