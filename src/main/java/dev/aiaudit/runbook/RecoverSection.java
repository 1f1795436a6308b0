package dev.aiaudit.runbook;

import static dev.aiaudit.runbook.MarkdownPage.code;

import dev.aiaudit.model.CallPath;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.EntryKind;
import dev.aiaudit.model.GuardKind;
import dev.aiaudit.model.Handling;
import dev.aiaudit.model.Outcome;
import dev.aiaudit.render.Outage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What to do when the provider is back. */
final class RecoverSection {
  /** What can be paused. An event inside the process can not: it is gone when its work fails. */
  private static final Set<EntryKind> QUEUED =
      Set.of(EntryKind.MESSAGE, EntryKind.SCHEDULED, EntryKind.BATCH);

  private static final Set<EntryKind> IN_MEMORY = Set.of(EntryKind.EVENT, EntryKind.ASYNC);

  private final Runbook book;

  RecoverSection(Runbook book) {
    this.book = book;
  }

  /** Entries without a waiting caller that can be paused and that the outage hurts. */
  static List<Outage.Effect> queued(Runbook book) {
    return hurt(book, QUEUED);
  }

  private static List<Outage.Effect> hurt(Runbook book, Set<EntryKind> kinds) {
    return book.outage().effects().stream()
        .filter(e -> kinds.contains(e.entry().kind()) && e.outcome() != Outcome.SURVIVES)
        .toList();
  }

  void write(MarkdownPage page) {
    List<String> steps = new ArrayList<>();
    steps.add(
        "Wait until the error rate of your own calls is down, not only until the status page is green.");
    Set<String> queues = named(page, Set.of(EntryKind.MESSAGE));
    if (!queues.isEmpty()) {
      steps.add(
          "Drain slowly, one consumer first: "
              + String.join(", ", queues)
              + ". Dead letters and how to replay them: `TODO(owner)`.");
    }
    Set<String> jobs = named(page, Set.of(EntryKind.SCHEDULED, EntryKind.BATCH));
    if (!jobs.isEmpty()) {
      steps.add(
          "Let the jobs run again, one after the other: "
              + String.join(", ", jobs)
              + ". Runs that were missed: `TODO(owner)`.");
    }
    Set<String> memory = named(page, IN_MEMORY);
    if (!memory.isEmpty()) {
      steps.add(
          "Start again what was lost, as no queue keeps it: " + String.join(", ", memory) + ".");
    }
    Set<String> breakers = breakers(page);
    if (!breakers.isEmpty()) {
      steps.add("Watch the circuit breakers close: " + String.join(", ", breakers) + ".");
    }
    steps.add(
        "Expect a wave: callers and SDKs retry at the same time, and the first answers may be 429.");
    steps.add("Undo every change of \"Mitigate now\", with the old values.");
    Set<String> swallowed = swallowed(page);
    if (!swallowed.isEmpty()) {
      steps.add(
          "Look for harm done meanwhile: empty answers that were stored, and work that was dropped."
              + " Failures are swallowed at "
              + String.join(", ", swallowed)
              + ".");
    }
    page.steps(steps);
  }

  private Set<String> named(MarkdownPage page, Set<EntryKind> kinds) {
    Set<String> names = new LinkedHashSet<>();
    for (Outage.Effect effect : hurt(book, kinds)) {
      names.add(
          code(ImpactSections.name(effect.entry())) + " " + page.place(effect.entry().location()));
    }
    return names;
  }

  private Set<String> breakers(MarkdownPage page) {
    Set<String> found = new LinkedHashSet<>();
    for (CallSite site : book.sites()) {
      site.guards().stream()
          .filter(g -> g.kind() == GuardKind.CIRCUIT_BREAKER && g.effective())
          .forEach(g -> found.add(code(Wording.guard(g)) + " " + page.place(g.location())));
    }
    return found;
  }

  private Set<String> swallowed(MarkdownPage page) {
    Set<String> found = new LinkedHashSet<>();
    for (CallSite site : book.sites()) {
      for (CallPath path : site.paths()) {
        if (path.handling() == Handling.SWALLOW) {
          path.handledAt().ifPresent(at -> found.add(page.place(at)));
        }
      }
    }
    return found;
  }
}
