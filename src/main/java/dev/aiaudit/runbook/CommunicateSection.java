package dev.aiaudit.runbook;

import static dev.aiaudit.runbook.MarkdownPage.text;

import dev.aiaudit.model.Outcome;
import dev.aiaudit.render.Outage;
import dev.aiaudit.render.Phrases;
import java.util.ArrayList;
import java.util.List;

/** Words to fill in and send. */
final class CommunicateSection {
  private final Runbook book;

  CommunicateSection(Runbook book) {
    this.book = book;
  }

  void write(MarkdownPage page) {
    page.paragraph("Fill in and send. Who, where and how often: `TODO(owner)`.");
    page.bullets(
        List.of(
            "Inside: \""
                + text(book.title())
                + " has not answered since `TODO(time)`. "
                + whoIsHit()
                + " We are doing `TODO(step)`. Next word at `TODO(time)`.\"",
            "Customers: \"`TODO(owner): feature name` does not work as usual at the moment."
                + (book.selfRun() ? "" : " The cause is a supplier.")
                + " What else is affected: `TODO(owner)`. Next word at `TODO(time)`.\""));
  }

  private String whoIsHit() {
    List<Outage.Effect> waiting = book.outage().effects().stream().filter(book::waits).toList();
    if (waiting.isEmpty()) {
      return "By our analysis nobody waits for it; work in the background is hit.";
    }
    List<String> hit = new ArrayList<>();
    for (Outcome outcome : Outcome.values()) {
      int number = (int) waiting.stream().filter(e -> e.outcome() == outcome).count();
      if (number > 0) {
        hit.add(number + " " + said(outcome, number));
      }
    }
    return "By our analysis, of "
        + Phrases.count(waiting.size(), "entry point")
        + " with waiting callers "
        + Wording.and(hit)
        + ".";
  }

  private static String said(Outcome outcome, int number) {
    return switch (outcome) {
      case DEGRADES -> number == 1 ? "gives a lesser answer" : "give a lesser answer";
      case UNKNOWN -> number == 1 ? "is not known" : "are not known";
      default -> Wording.outcome(outcome, number);
    };
  }
}
