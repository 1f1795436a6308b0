package dev.aiaudit.runbook;

import static dev.aiaudit.runbook.MarkdownPage.code;
import static dev.aiaudit.runbook.MarkdownPage.text;

import dev.aiaudit.model.CallPath;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.ConfigFact;
import dev.aiaudit.model.EntryKind;
import dev.aiaudit.model.FactKind;
import dev.aiaudit.model.Frame;
import dev.aiaudit.model.Guard;
import dev.aiaudit.model.GuardKind;
import dev.aiaudit.model.Handling;
import dev.aiaudit.model.Outcome;
import dev.aiaudit.render.Outage;
import dev.aiaudit.render.Phrases;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What to do now, and what to do when the provider is back. */
final class ActionSections {
  private static final Set<EntryKind> QUEUED =
      Set.of(EntryKind.MESSAGE, EntryKind.SCHEDULED, EntryKind.BATCH, EntryKind.EVENT);

  /** Switches of the platform: they turn something off, and never the feature. */
  private static final Pattern PLUMBING =
      Pattern.compile(
          "^(?:server|management|logging|springdoc|springfox|swagger|eureka|spring\\.(?!ai\\b))"
              + "|(?:^|\\.)ssl\\.");

  private final Runbook book;
  private final Set<String> files = new LinkedHashSet<>();

  ActionSections(Runbook book) {
    this.book = book;
    for (CallSite site : book.sites()) {
      files.add(site.location().file());
      for (CallPath path : site.paths()) {
        for (Frame frame : path.frames()) {
          files.add(frame.location().file());
        }
      }
    }
  }

  /** Files with a frame between an entry point and a call. */
  Set<String> files() {
    return files;
  }

  void mitigate(MarkdownPage page) {
    List<String> steps = new ArrayList<>();
    if (book.selfRun()) {
      steps.add(
          "It is yours: is the model server up, and does it answer the check above? Restart it."
              + " Command: `TODO(owner)`.");
    }
    switches(page).ifPresent(steps::add);
    settings(page, "Move traffic to another provider or base URL", ActionSections::moves)
        .ifPresent(steps::add);
    settings(page, "Let callers fail fast: lower timeouts and attempts", ActionSections::bounds)
        .ifPresent(steps::add);
    consumers(page).ifPresent(steps::add);
    if (steps.isEmpty()) {
      page.paragraph(
          "**The scan found nothing that turns the feature off or moves it without a rebuild.**"
              + (http() ? " What remains: take the routes above out at the gateway." : "")
              + " Tell users before they try. `TODO(owner)`: how, and who may.");
    }
    page.steps(steps);
    commands(page);
  }

  private boolean http() {
    return book.outage().effects().stream().anyMatch(e -> e.entry().kind() == EntryKind.HTTP);
  }

  private Optional<String> switches(MarkdownPage page) {
    List<String> found = new ArrayList<>();
    Set<String> named = new LinkedHashSet<>();
    for (Clue clue : book.clues(Clue.Kind.SWITCH)) {
      if (aboutAi(clue.name())
          || files.contains(clue.location().file()) && !PLUMBING.matcher(clue.name()).find()) {
        if (!named.add(clue.name())) {
          continue;
        }
        found.add(code(clue.name()) + " " + page.place(clue.location()));
      }
    }
    for (CallSite site : book.sites()) {
      for (Guard guard : site.guards()) {
        if (guard.kind() == GuardKind.KILL_SWITCH) {
          found.add(code(Wording.guard(guard)) + " " + page.place(guard.location()));
        }
      }
    }
    return sentence("Turn the feature off. Switches in the code (read what each does)", found);
  }

  private static Optional<String> sentence(String start, List<String> found) {
    Set<String> once = new LinkedHashSet<>(found);
    return once.isEmpty() ? Optional.empty() : Optional.of(start + ": " + String.join(", ", once));
  }

  private boolean aboutAi(String name) {
    String key = "." + name.toLowerCase(Locale.ROOT).replace('-', '.') + ".";
    return key.contains(".ai.")
        || key.contains(".llm.")
        || key.contains("langchain4j")
        || key.contains("." + book.provider().id().toLowerCase(Locale.ROOT) + ".");
  }

  private static boolean moves(ConfigFact fact) {
    String key = key(fact);
    return fact.what() == FactKind.BASE_URL
        || fact.what() == FactKind.FALLBACK
        || fact.what() == FactKind.GATEWAY
        || key.endsWith(".provider");
  }

  private static boolean bounds(ConfigFact fact) {
    return fact.what() == FactKind.TIMEOUT || fact.what() == FactKind.RETRY;
  }

  private Optional<String> settings(
      MarkdownPage page, String start, java.util.function.Predicate<ConfigFact> wanted) {
    List<String> found = new ArrayList<>();
    for (ConfigFact fact : book.settings()) {
      if (wanted.test(fact)) {
        found.add(code(fact.detail()) + " " + page.place(fact.location()));
      }
    }
    return sentence(start, found);
  }

  static String key(ConfigFact fact) {
    return fact.detail().split(" (?:=|from) ", 2)[0].strip();
  }

  private Optional<String> consumers(MarkdownPage page) {
    List<String> found = new ArrayList<>();
    for (Outage.Effect effect : queued()) {
      found.add(
          code(ImpactSections.name(effect.entry())) + " " + page.place(effect.entry().location()));
    }
    return sentence(
        "Pause what nobody waits for, so that no work is lost. Command: `TODO(owner)`", found);
  }

  List<Outage.Effect> queued() {
    return book.outage().effects().stream()
        .filter(e -> QUEUED.contains(e.entry().kind()) && e.outcome() != Outcome.SURVIVES)
        .toList();
  }

  private void commands(MarkdownPage page) {
    List<ConfigFact> useful =
        book.settings().stream().filter(fact -> moves(fact) || bounds(fact)).toList();
    new SettingCommands(useful).write(page);
  }

  void recover(MarkdownPage page) {
    List<String> steps = new ArrayList<>();
    steps.add(
        "Wait until the error rate of your own calls is down, not only until the status page is green.");
    List<String> queues =
        queued().stream().map(e -> code(ImpactSections.name(e.entry()))).distinct().toList();
    if (!queues.isEmpty()) {
      steps.add(
          "Drain slowly, one consumer first: "
              + String.join(", ", queues)
              + ". Dead letters and how to replay them: `TODO(owner)`.");
    }
    List<String> breakers = breakers();
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

  List<String> breakers() {
    Set<String> found = new LinkedHashSet<>();
    for (CallSite site : book.sites()) {
      site.guards().stream()
          .filter(g -> g.kind() == GuardKind.CIRCUIT_BREAKER && g.effective())
          .forEach(g -> found.add(code(Wording.guard(g) + " at " + g.location())));
    }
    return List.copyOf(found);
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

  void communicate(MarkdownPage page) {
    page.paragraph("Fill in and send. Who, where and how often: `TODO(owner)`.");
    page.bullets(
        List.of(
            "Inside: \""
                + text(book.name())
                + " does not answer since `TODO(time)`. "
                + whoIsHit()
                + " We are doing `TODO(step)`. Next word at `TODO(time)`.\"",
            "Customers: \"`TODO(owner): feature name` does not work as usual at the moment."
                + (book.selfRun() ? "" : " The cause is a supplier.")
                + " What else is affected: `TODO(owner)`. Next word at `TODO(time)`.\""));
  }

  private String whoIsHit() {
    List<Outage.Effect> waiting = book.outage().effects().stream().filter(book::waits).toList();
    int fails = (int) waiting.stream().filter(e -> e.outcome() == Outcome.FAILS).count();
    int worse = (int) waiting.stream().filter(e -> e.outcome() == Outcome.DEGRADES).count();
    String hit =
        "By our analysis, of "
            + Phrases.count(waiting.size(), "entry point")
            + " with waiting callers ";
    return waiting.isEmpty()
        ? "By our analysis nobody waits for it; work in the background is hit."
        : hit + fails + " fail and " + worse + " give a lesser answer.";
  }
}
