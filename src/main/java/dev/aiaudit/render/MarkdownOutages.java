package dev.aiaudit.render;

import dev.aiaudit.escape.Escape;
import dev.aiaudit.escape.Redact;
import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.model.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What the fallbacks load and what an outage costs, provider by provider, as Markdown lists. */
final class MarkdownOutages {
  private static final int MAX_PROVIDERS = 12;
  private static final int MAX_LINE = 600;
  private final Report report;
  private final OutageNumbers numbers;

  MarkdownOutages(Report report) {
    this.report = report;
    this.numbers = new OutageNumbers(report, Outage.USUAL_LENGTH);
  }

  /** Nothing where no traffic moves and no cost is stated. */
  void write(StringBuilder text) {
    TreeSet<String> providers = new TreeSet<>();
    for (EntryPoint entry : report.inventory().entryPoints()) {
      providers.addAll(entry.outage().keySet());
    }
    List<Outage> outages =
        providers.stream()
            .limit(MAX_PROVIDERS)
            .map(provider -> Outage.of(report, List.of(provider)))
            .toList();
    List<OutageNumbers.Item> moved = new ArrayList<>();
    for (Outage outage : outages) {
      String down = "while " + String.join(" and ", outage.providers()) + " is down";
      for (OutageNumbers.Item item : numbers.load(outage)) {
        moved.add(new OutageNumbers.Item(item.head() + ", " + down, item.below()));
      }
    }
    section("What the fallbacks then load", moved, text);
    if (numbers.knowsCosts()) {
      String title = "Cost of " + Phrases.duration(Outage.USUAL_LENGTH) + " without a provider";
      section(title, numbers.costs(outages), text);
    }
    int left = providers.size() - outages.size();
    if (left > 0 && (numbers.knowsCosts() || !moved.isEmpty())) {
      text.append("The first ").append(MAX_PROVIDERS).append(" of ").append(providers.size());
      text.append(" providers; `ai-audit outage --all` tells the rest.\n\n");
    }
  }

  private static void section(String title, List<OutageNumbers.Item> items, StringBuilder text) {
    if (items.isEmpty()) {
      return;
    }
    text.append(title).append(":\n\n");
    for (OutageNumbers.Item item : items) {
      text.append("- ").append(safe(item.head())).append('\n');
      item.below().forEach(line -> text.append("  - ").append(safe(line)).append('\n'));
    }
    text.append('\n');
  }

  private static String safe(String prose) {
    return Escape.markdownText(Escape.cap(Redact.secrets(prose), MAX_LINE));
  }
}
