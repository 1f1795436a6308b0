package dev.aiaudit.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The help of all commands as one page for {@code man}, in the language of its {@code an} macros.
 */
final class ManualPage {
  private final StringBuilder text = new StringBuilder();

  private ManualPage() {}

  /** The page: lines of ASCII, each ended by a line feed. */
  static String of(CommandLine root, Version version) {
    ManualPage page = new ManualPage();
    CommandSpec spec = root.getCommandSpec();
    page.head(spec, version);
    page.heading("SH", "OPTIONS");
    page.arguments(spec);
    page.heading("SH", "COMMANDS");
    root.getSubcommands().values().forEach(command -> page.command(command.getCommandSpec()));
    page.heading("SH", "FILES");
    page.entry(".ai-audit.yml", List.of("Settings, read from the scanned directory."));
    page.entry(".ai-audit-baseline.json", List.of("Findings that do not count for the gate."));
    return page.text.toString();
  }

  private void head(CommandSpec spec, Version version) {
    String name = spec.name();
    line(".TH " + name.toUpperCase(Locale.ROOT) + " 1 \"\" \"" + escape(version.source()) + "\"");
    heading("SH", "NAME");
    line(escape(name) + " \\- dependency auditor for code bases that call AI APIs");
    heading("SH", "SYNOPSIS");
    line(".B " + escape(name));
    line("[\\fIOPTIONS\\fR] [\\fICOMMAND\\fR]");
    heading("SH", "DESCRIPTION");
    paragraph(spec.usageMessage().description());
    paragraph(spec.usageMessage().footer());
  }

  private void command(CommandSpec spec) {
    StringBuilder usage = new StringBuilder(spec.qualifiedName());
    if (spec.options().size() > 1) {
      usage.append(" [OPTIONS]");
    }
    shown(spec.positionalParameters())
        .forEach(value -> usage.append(' ').append(bracketed((PositionalParamSpec) value)));
    heading("SS", usage.toString());
    paragraph(spec.usageMessage().description());
    arguments(spec);
    paragraph(spec.usageMessage().footer());
  }

  private static String bracketed(PositionalParamSpec value) {
    String label = value.paramLabel().replaceAll("[\\[\\]]", "");
    String more = value.arity().max() > 1 || value.index().isVariable() ? "..." : "";
    return value.required() ? label + more : "[" + label + more + "]";
  }

  private void arguments(CommandSpec spec) {
    shown(spec.positionalParameters())
        .forEach(value -> entry(value.paramLabel(), description(value)));
    for (ArgSpec option : shown(spec.options())) {
      entry(names((OptionSpec) option), description(option));
    }
  }

  private static List<String> description(ArgSpec value) {
    String words =
        value.completionCandidates() == null ? "" : String.join(", ", value.completionCandidates());
    return Arrays.stream(value.description())
        .map(line -> line.replace("${COMPLETION-CANDIDATES}", words))
        .toList();
  }

  private static List<ArgSpec> shown(List<? extends ArgSpec> specs) {
    List<ArgSpec> out = new ArrayList<>(specs);
    out.removeIf(ArgSpec::hidden);
    return out;
  }

  private static String names(OptionSpec option) {
    String names = String.join(", ", option.names());
    return option.arity().max() == 0 ? names : names + "=" + option.paramLabel();
  }

  private void heading(String macro, String title) {
    line("." + macro + " \"" + escape(title) + "\"");
  }

  private void entry(String term, List<String> description) {
    line(".TP");
    line(".B \"" + escape(term) + "\"");
    lines(description);
  }

  private void paragraph(String... lines) {
    if (lines.length > 0) {
      line(".PP");
      lines(List.of(lines));
    }
  }

  /** Empty lines part paragraphs. */
  private void lines(List<String> lines) {
    for (String given : lines) {
      for (String part : given.split("\\R|%n")) {
        line(part.isBlank() ? ".PP" : escape(part.strip()));
      }
    }
  }

  private void line(String written) {
    text.append(written).append('\n');
  }

  /** Hyphens are to be copied into a shell, and no line may begin like a macro. */
  private static String escape(String plain) {
    String escaped =
        plain.replace("\\", "\\e").replace("-", "\\-").replace("\"", "\\(dq").replace("…", "...");
    return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
  }
}
