package dev.aiaudit.runbook;

import static dev.aiaudit.runbook.MarkdownPage.code;
import static dev.aiaudit.runbook.MarkdownPage.text;

import dev.aiaudit.catalog.facts.AnswerShape;
import dev.aiaudit.catalog.facts.SourcedFact;
import dev.aiaudit.model.CallPath;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.ConfigFact;
import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.model.FactKind;
import dev.aiaudit.model.Handling;
import dev.aiaudit.model.Outcome;
import dev.aiaudit.render.Outage;
import dev.aiaudit.render.Phrases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The first minutes: what this page is about, who is hit, and whose fault it is. */
final class ImpactSections {
  private static final int MOST_ROWS = 40;
  private static final List<Outcome> WORST_FIRST =
      List.of(Outcome.FAILS, Outcome.UNKNOWN, Outcome.DEGRADES, Outcome.SURVIVES);

  private final Runbook book;

  ImpactSections(Runbook book) {
    this.book = book;
  }

  void header(MarkdownPage page) {
    page.paragraph("# " + text(book.provider().name()) + " is down");
    String owners =
        book.owners().isEmpty()
            ? "`TODO(owner)`: no CODEOWNERS or catalog-info.yaml names one for these files"
            : String.join(", ", book.owners().stream().map(MarkdownPage::code).toList());
    page.bullets(
        List.of(
            "Provider: " + code(book.provider().id()),
            "Owner: " + owners,
            "Models seen in the code: " + models()));
    if (!book.report().coverage().complete()) {
      page.paragraph("**The scan was incomplete: what is not listed here may fail, too.**");
    }
  }

  private String models() {
    List<String> models = book.provider().models();
    return models.isEmpty()
        ? "none found"
        : String.join(", ", models.stream().map(MarkdownPage::code).toList());
  }

  void meaning(MarkdownPage page) {
    long fails = book.outage().with(Outcome.FAILS).size();
    page.paragraph(
        "Every model of "
            + text(book.provider().name())
            + " fails at once. Entry points that can need it: "
            + book.outage().effects().size()
            + "; by the analysis "
            + fails
            + (fails == 1 ? " of them fails." : " of them fail."));
    page.bullets(
        List.of(
            "**hard**: errors at once (the codes are below). Callers learn it quickly.",
            "**slow**: no answer, until a timeout ends the wait. Threads fill up first.",
            "**wrong**: answers come and are useless. Nothing here detects that."));
  }

  void impact(MarkdownPage page) {
    List<Outage.Effect> effects = new ArrayList<>(book.outage().effects());
    effects.sort(
        Comparator.comparing((Outage.Effect e) -> !e.entry().waits())
            .thenComparing(e -> WORST_FIRST.indexOf(e.outcome())));
    if (effects.isEmpty()) {
      page.paragraph(
          "No entry point was found that reaches "
              + text(book.provider().name())
              + ". Calls without an entry point: "
              + sites());
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    effects.stream().limit(MOST_ROWS).forEach(effect -> rows.add(row(page, effect)));
    page.table(
        List.of("Entry point", "What its caller sees now", "Waits?", "Severity (proposal)"), rows);
    if (effects.size() > MOST_ROWS) {
      page.paragraph(
          "And " + (effects.size() - MOST_ROWS) + " more: `ai-audit outage` lists them all.");
    }
  }

  private String sites() {
    return String.join(
        ", ", book.sites().stream().limit(5).map(s -> code(s.location().toString())).toList());
  }

  private List<String> row(MarkdownPage page, Outage.Effect effect) {
    EntryPoint entry = effect.entry();
    return List.of(
        "**"
            + effect.outcome().word()
            + "** "
            + code(name(entry))
            + " "
            + page.place(entry.location()),
        seen(page, effect),
        entry.waits() ? waits(effect) : "nobody waits",
        severity(effect));
  }

  static String name(EntryPoint entry) {
    return Phrases.entry(entry);
  }

  private String seen(MarkdownPage page, Outage.Effect effect) {
    Optional<CallPath> path = effect.call().flatMap(call -> path(call, effect.entry()));
    if (path.isEmpty() || effect.outcome() == Outcome.UNKNOWN) {
      return "could not be told: " + text(effect.why());
    }
    String at = path.get().handledAt().map(place -> ", decided at " + page.place(place)).orElse("");
    String call = effect.call().map(c -> "; call at " + page.place(c.location())).orElse("");
    boolean waits = effect.entry().waits();
    String answer =
        switch (path.get().handling()) {
          case NONE, RETHROW ->
              waits
                  ? "an error: the exception gets out"
                  : "the work is not done: the exception gets out";
          case ERROR_RESPONSE ->
              waits
                  ? "an error answer that the code builds"
                  : "the failure is reported; the work is not done";
          case SWALLOW -> "no error: null, empty or false, as if there were no answer";
          case STATIC -> "an answer without AI";
          case CACHE -> "an earlier answer, if there is one";
          case ALTERNATE_SAME_PROVIDER -> "an error: the fallback needs this provider, too";
          case ALTERNATE_OTHER_PROVIDER -> "an answer of another provider";
          case UNKNOWN -> "could not be told";
        };
    return answer + at + call;
  }

  static Optional<CallPath> path(CallSite site, EntryPoint entry) {
    return site.paths().stream().filter(p -> p.entryPoint().equals(entry.id())).findFirst();
  }

  /** How long the callers of an entry hang before they learn of the failure. */
  private String waits(Outage.Effect effect) {
    if (book.hangsWithoutEnd(effect.entry())) {
      return "yes; **without end** when the provider hangs: no timeout on the way";
    }
    return effect
        .hang()
        .most()
        .map(wait -> "yes, up to " + Phrases.duration(wait) + " when the provider hangs")
        .orElse("yes; for how long is not known");
  }

  private String severity(Outage.Effect effect) {
    boolean replaced = effect.outcome() == Outcome.DEGRADES || effect.outcome() == Outcome.SURVIVES;
    if (replaced && book.hangsWithoutEnd(effect.entry())) {
      return "low on errors; **high when the provider hangs**: the replacement never gets its turn";
    }
    return switch (effect.outcome()) {
      case FAILS -> effect.entry().waits() ? "high" : "medium: " + undone(effect.entry());
      case UNKNOWN -> effect.entry().waits() ? "high until you have seen it" : "medium";
      case DEGRADES ->
          swallowed(effect)
              ? "medium: looks like success, and empty answers may be stored"
              : "low: check that the replacement is good enough";
      case SURVIVES -> "none expected: check that the switch happened";
    };
  }

  private static String undone(EntryPoint entry) {
    return switch (entry.kind()) {
      case MAIN, CLI, STARTUP -> "the run or the start may fail";
      default -> "work is lost or piles up";
    };
  }

  private static boolean swallowed(Outage.Effect effect) {
    return effect
        .call()
        .flatMap(call -> path(call, effect.entry()))
        .filter(path -> path.handling() == Handling.SWALLOW)
        .isPresent();
  }

  void themOrUs(MarkdownPage page) {
    List<String> status = book.facts().statusPages().stream().map(ImpactSections::sourced).toList();
    page.bullets(
        List.of(
            "Status page: " + (status.isEmpty() ? "`TODO(owner)`" : String.join(", ", status)),
            "Status pages lag behind. What your own logs say now counts more."));
    List<List<String>> rows = new ArrayList<>();
    book.facts().outage().forEach(shape -> rows.add(shape("**them**", shape)));
    book.facts().quota().forEach(shape -> rows.add(shape("us: limit or account", shape)));
    rows.add(
        List.of("them, or the way there", "no answer", "timeout, connection refused or reset", ""));
    rows.add(
        List.of(
            "us: key or rights",
            code("401") + ", " + code("403"),
            "the key is wrong, expired or withdrawn",
            ""));
    page.table(List.of("Whose", "Code and sign", "Means", "Source"), rows);
    List<String> ids = book.facts().requestId().stream().map(ImpactSections::sourced).toList();
    page.paragraph(
        "Request id for their support: "
            + (ids.isEmpty() ? "`TODO(owner)`" : String.join(", ", ids)));
    check(page);
  }

  private static List<String> shape(String whose, AnswerShape shape) {
    String sign = shape.sign().map(s -> " " + code(s)).orElse("");
    SourcedFact meaning = shape.meaning();
    return List.of(
        whose,
        code(shape.code()) + sign,
        text(meaning.text()),
        text(meaning.evidence() + ": " + meaning.source()));
  }

  static String sourced(SourcedFact fact) {
    return code(fact.text()) + " (" + text(fact.evidence()) + ")";
  }

  private void check(MarkdownPage page) {
    List<String> urls = new ArrayList<>();
    for (ConfigFact fact : book.settings()) {
      int start = fact.detail().indexOf("http");
      if (fact.what() == FactKind.BASE_URL && start >= 0) {
        SafeWord.url(fact.detail().substring(start).split("[\\s}\"']")[0])
            .filter(url -> !urls.contains(url))
            .ifPresent(urls::add);
      }
    }
    boolean configured = !urls.isEmpty();
    if (!configured) {
      book.facts().hosts().stream()
          .map(SourcedFact::text)
          .filter(host -> !host.contains("*") && !host.contains("REGION"))
          .filter(host -> !host.startsWith("localhost"))
          .forEach(host -> urls.add("https://" + host + "/"));
    }
    if (urls.isEmpty()) {
      page.paragraph("Check command: `TODO(owner)`, no base URL is known.");
      return;
    }
    page.paragraph(
        "Can you reach them at all? Run it **from a production host**. Base URL "
            + (configured ? "as configured:" : "as documented, none is configured in the code:"));
    StringBuilder commands = new StringBuilder();
    for (String url : urls) {
      commands
          .append("curl -sS -o /dev/null --max-time 20 ")
          .append("-w '%{http_code} after %{time_total} s\\n' '")
          .append(url)
          .append("'\n");
    }
    page.fence("sh", commands.toString());
    page.paragraph(
        "Any code below 500, even 401 or 404, says that the front door is open; it does not say"
            + " that a model answers. No code at all: them, or your network. Try another host too.");
  }
}
