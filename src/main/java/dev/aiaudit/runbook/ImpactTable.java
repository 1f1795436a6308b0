package dev.aiaudit.runbook;

import static dev.aiaudit.runbook.MarkdownPage.code;
import static dev.aiaudit.runbook.MarkdownPage.text;

import dev.aiaudit.model.CallPath;
import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.model.Handling;
import dev.aiaudit.model.Outcome;
import dev.aiaudit.render.Outage;
import dev.aiaudit.render.Phrases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is hit, worst first; entry points that are hit in the same way share a row. */
final class ImpactTable {
  private static final int MOST_ROWS = 40;
  private static final int MOST_IN_ROW = 12;
  private static final List<Outcome> WORST_FIRST =
      List.of(Outcome.FAILS, Outcome.UNKNOWN, Outcome.DEGRADES, Outcome.SURVIVES);

  private final Runbook book;

  ImpactTable(Runbook book) {
    this.book = book;
  }

  /** Those with a waiting caller first, and then the worst. */
  static List<Outage.Effect> sorted(Runbook book) {
    List<Outage.Effect> effects = new ArrayList<>(book.outage().effects());
    effects.sort(
        Comparator.comparing((Outage.Effect e) -> !book.waits(e))
            .thenComparing(e -> WORST_FIRST.indexOf(e.outcome())));
    return effects;
  }

  void write(MarkdownPage page) {
    Map<List<String>, List<String>> groups = new LinkedHashMap<>();
    for (Outage.Effect effect : sorted(book)) {
      List<String> same =
          List.of(effect.outcome().word(), seen(page, effect), waits(effect), severity(effect));
      groups
          .computeIfAbsent(same, k -> new ArrayList<>())
          .add(
              code(ImpactSections.name(effect.entry()))
                  + " "
                  + page.place(effect.entry().location()));
    }
    List<List<String>> rows = new ArrayList<>();
    groups.forEach(
        (same, entries) ->
            rows.add(
                List.of(
                    "**" + same.get(0) + "** " + shortened(entries),
                    same.get(1),
                    same.get(2),
                    same.get(3))));
    page.table(
        List.of(
            "Entry points",
            "What the caller sees now",
            "Waits when it hangs?",
            "Severity (proposal)"),
        rows.stream().limit(MOST_ROWS).toList());
    if (rows.size() > MOST_ROWS) {
      page.paragraph("There are more: " + command() + " lists them all.");
    } else if (groups.values().stream().anyMatch(entries -> entries.size() > MOST_IN_ROW)) {
      page.paragraph("Each by name: " + command() + ".");
    }
  }

  private String command() {
    return SafeWord.name(book.provider().id())
        .map(id -> "`ai-audit outage " + id + "`")
        .orElse("`ai-audit outage`");
  }

  private static String shortened(List<String> entries) {
    int more = entries.size() - MOST_IN_ROW;
    return String.join(", ", entries.stream().limit(MOST_IN_ROW).toList())
        + (more > 0 ? " and " + more + " more" : "");
  }

  /** What the caller of an entry gets, with the places that decide it. */
  String seen(MarkdownPage page, Outage.Effect effect) {
    Optional<CallPath> path = book.decisive(effect);
    if (effect.spared()) {
      return "nothing: " + text(effect.why());
    }
    String call = effect.call().map(c -> "; call at " + page.place(c.location())).orElse("");
    if (path.isEmpty() || effect.outcome() == Outcome.UNKNOWN) {
      return "could not be told: " + text(Wording.withoutPlace(effect.why())) + call;
    }
    String at = path.get().handledAt().map(place -> ", decided at " + page.place(place)).orElse("");
    boolean waits = path.get().waits();
    return (waits ? answer(path.get().handling()) : behind(path.get().handling(), effect.entry()))
        + at
        + call;
  }

  private static String answer(Handling handling) {
    return switch (handling) {
      case NONE, RETHROW -> "an error: the exception gets out";
      case ERROR_RESPONSE -> "an error answer that the code builds";
      case SWALLOW -> "no error: null, empty or false, as if there were no answer";
      case STATIC -> "an answer without AI";
      case CACHE -> "an earlier answer, if there is one";
      case ALTERNATE_SAME_PROVIDER -> "an error: the fallback needs this provider, too";
      case ALTERNATE_OTHER_PROVIDER -> "an answer of another provider";
      case UNKNOWN -> "could not be told";
    };
  }

  private static String behind(Handling handling, EntryPoint entry) {
    String answered = entry.waits() ? "its usual answer; behind it, " : "";
    return answered
        + switch (handling) {
          case NONE, RETHROW -> "the work is not done: the exception gets out";
          case ERROR_RESPONSE -> "the failure is reported; the work is not done";
          case SWALLOW -> "the work is not done, and the failure is swallowed";
          case STATIC -> "it goes on without AI";
          case CACHE -> "it goes on with an earlier answer, if there is one";
          case ALTERNATE_SAME_PROVIDER ->
              "the work is not done: the fallback needs this provider, too";
          case ALTERNATE_OTHER_PROVIDER -> "another provider does it";
          case UNKNOWN -> "it could not be told";
        };
  }

  /** How long the callers of an entry hang before they learn of the failure. */
  private String waits(Outage.Effect effect) {
    if (!book.waits(effect)) {
      return effect.entry().waits() ? "no: the call is made behind the answer" : "nobody waits";
    }
    if (book.hangsWithoutEnd(effect.entry())) {
      return "yes, **without end**: no timeout on the way";
    }
    return effect
        .hang()
        .most()
        .map(wait -> "yes, up to " + Phrases.duration(wait))
        .orElse("yes; for how long is not known");
  }

  private String severity(Outage.Effect effect) {
    boolean waits = book.waits(effect);
    boolean replaced = effect.outcome() == Outcome.DEGRADES || effect.outcome() == Outcome.SURVIVES;
    if (effect.spared()) {
      return "none, as long as the other one is up";
    }
    if (replaced && book.hangsWithoutEnd(effect.entry())) {
      return "low on errors; **high when the provider hangs**: the replacement never gets its turn";
    }
    return switch (effect.outcome()) {
      case FAILS -> waits ? "high" : undone(effect.entry());
      case UNKNOWN -> waits ? "high until you have seen it" : "medium";
      case DEGRADES ->
          swallowed(effect)
              ? waits
                  ? "medium: looks like success, and empty answers may be stored"
                  : "medium: nobody is told that the work is missing"
              : "low: check that the replacement is good enough";
      case SURVIVES -> "none expected: check that the switch happened";
    };
  }

  private static String undone(EntryPoint entry) {
    return switch (entry.kind()) {
      case STARTUP -> "**high as soon as an instance restarts**: it may not come up";
      case MAIN, CLI -> "medium: the run fails";
      default -> "medium: work is lost or piles up";
    };
  }

  private boolean swallowed(Outage.Effect effect) {
    return book.decisive(effect).filter(p -> p.handling() == Handling.SWALLOW).isPresent();
  }
}
