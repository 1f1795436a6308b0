package dev.aiaudit.cli;

import dev.aiaudit.catalog.Catalog;
import dev.aiaudit.model.Closest;
import dev.aiaudit.model.Named;
import dev.aiaudit.model.Provider;
import dev.aiaudit.model.Report;
import dev.aiaudit.render.Outage;
import dev.aiaudit.render.OutageRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers which entry points fail while providers are down. */
@Command(
    name = "outage",
    description = {
      "Tell which entry points fail, degrade or survive while providers are down, and why.",
    },
    footer = {
      "",
      "Several providers are down together; --all takes each provider alone.",
      "Example: ai-audit outage openai anthropic --minutes 20 ."
    })
final class OutageCommand extends AbstractCommand {
  private static final int MOST_MINUTES = 525_600;

  @Parameters(
      arity = "0..*",
      paramLabel = "PROVIDER",
      description = "Provider ids, such as openai; then the directory to scan (default: .).")
  List<String> words = new ArrayList<>();

  @Option(
      names = "--minutes",
      paramLabel = "N",
      description = "How long the outage lasts (default: 20).")
  int minutes = 20;

  @Option(names = "--all", description = "A table: each provider of the project down alone.")
  boolean all;

  @Option(names = "--format", paramLabel = "FORMAT", description = "text or json (default: text).")
  Shape format = Shape.TEXT;

  @Option(
      names = "--from",
      paramLabel = "REPORT",
      description = "Read a saved JSON report instead of scanning.")
  Optional<String> from = Optional.empty();

  /** How the answer is written. */
  enum Shape implements Named {
    TEXT,
    JSON
  }

  private final InputOptions input = new InputOptions();
  private final Set<String> providers = new TreeSet<>();

  OutageCommand(Host host) {
    super(host);
  }

  @Override
  void validate() {
    if (minutes < 1 || minutes > MOST_MINUTES) {
      throw new UsageException("--minutes must be from 1 to " + MOST_MINUTES);
    }
    TreeSet<String> known = new TreeSet<>(Catalog.load().providers().keySet());
    known.addAll(Set.of("configured", "unknown"));
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      boolean path = i == words.size() - 1 && Files.exists(host().directory().resolve(word));
      if (known.contains(word)) {
        providers.add(word);
      } else if (path) {
        input.path = word;
      } else {
        throw new UsageException(
            "'" + word + "' is neither a provider nor a directory" + Closest.question(word, known));
      }
    }
    if (all != providers.isEmpty()) {
      throw new UsageException(all ? "--all takes no provider" : "name a provider, or --all");
    }
    input.problem(host().directory()).ifPresent(SourceProblem::refuse);
  }

  @Override
  ExitCode execute() throws ScanRefusedException, IOException {
    Report report = SourceReport.get(host(), from, input);
    List<Outage> outages = new ArrayList<>();
    if (all) {
      for (Provider provider : report.providers()) {
        outages.add(Outage.of(report, List.of(provider.id())));
      }
    } else {
      outages.add(Outage.of(report, List.copyOf(providers)));
    }
    OutageRenderer renderer = new OutageRenderer(report, Duration.ofMinutes(minutes));
    if (format == Shape.JSON) {
      renderer.json(outages, host().out());
    } else if (all) {
      renderer.matrix(outages, host().out());
    } else {
      renderer.text(outages.get(0), host().out());
    }
    // What was not analysed may fail, too; a script must not read the answer as complete.
    return report.coverage().complete() ? ExitCode.OK : ExitCode.INCOMPLETE;
  }
}
