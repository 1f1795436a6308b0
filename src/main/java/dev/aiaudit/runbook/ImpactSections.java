package dev.aiaudit.runbook;

import static dev.aiaudit.runbook.MarkdownPage.code;
import static dev.aiaudit.runbook.MarkdownPage.text;

import dev.aiaudit.catalog.facts.AnswerShape;
import dev.aiaudit.catalog.facts.SourcedFact;
import dev.aiaudit.model.ConfigFact;
import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.model.FactKind;
import dev.aiaudit.render.FallbackLoad;
import dev.aiaudit.render.Phrases;
import java.util.ArrayList;
import java.util.List;

/** The first minutes: what this page is about, who is hit, and whose fault it is. */
final class ImpactSections {
  private final Runbook book;

  ImpactSections(Runbook book) {
    this.book = book;
  }

  void header(MarkdownPage page) {
    page.paragraph("# " + text(book.title()) + " is down");
    if (book.isChosenAtRunTime()) {
      page.paragraph(
          "Which provider it is, a setting or a person decides at run time." + candidates());
    }
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

  private String candidates() {
    List<String> ids = book.candidates().stream().map(MarkdownPage::code).toList();
    return ids.isEmpty()
        ? " What is set in production: `TODO(owner)`."
        : " The code can use "
            + String.join(", ", ids)
            + ". What is set in production: `TODO(owner)`.";
  }

  private String models() {
    List<String> models = book.provider().models();
    return models.isEmpty()
        ? "none found"
        : String.join(", ", models.stream().map(MarkdownPage::code).toList());
  }

  void meaning(MarkdownPage page) {
    page.paragraph(
        "Every model of "
            + text(book.name())
            + " fails at once. Entry points that can need it: "
            + book.outage().effects().size()
            + counts());
    page.bullets(
        List.of(
            "**hard**: errors at once (the codes are below). Callers learn it quickly.",
            "**slow**: no answer, until a timeout ends the wait. Threads fill up first.",
            "**wrong**: answers come and are useless. Nothing here detects that."));
  }

  private String counts() {
    String counts = Wording.outcomes(book.outage());
    return counts.isEmpty() ? "." : "; by the analysis: " + counts + ".";
  }

  void impact(MarkdownPage page) {
    if (book.outage().effects().isEmpty()) {
      page.paragraph(
          "No entry point was found that reaches "
              + text(book.name())
              + ". Calls without an entry point: "
              + sites());
      return;
    }
    new ImpactTable(book).write(page);
    load(page);
  }

  /** Who gets the traffic that the fallbacks move. */
  private void load(MarkdownPage page) {
    page.bullets(book.outage().load().stream().map(ImpactSections::load).toList());
  }

  private static String load(FallbackLoad load) {
    String moved =
        "The fallbacks move " + Phrases.count(load.entries().size(), "entry point") + " to ";
    String check = " Check its rate limit before it becomes the next outage.";
    if (load.provider().equals(FallbackLoad.UNSEEN)) {
      return moved
          + "another provider, which the scan did not see. Which one: `TODO(owner)`."
          + check;
    }
    String daily = load.usual() == 0 ? "" : " on top of " + load.usual() + " that use it every day";
    return moved + code(load.provider()) + daily + "." + check;
  }

  private String sites() {
    return String.join(
        ", ", book.sites().stream().limit(5).map(s -> code(s.location().toString())).toList());
  }

  static String name(EntryPoint entry) {
    return Phrases.entry(entry);
  }

  void themOrUs(MarkdownPage page) {
    List<String> status = book.facts().statusPages().stream().map(ImpactSections::sourced).toList();
    page.bullets(
        List.of(
            book.selfRun()
                ? "It runs on your own machines: there is no status page and nobody else to ask."
                : "Status page: "
                    + (status.isEmpty() ? "`TODO(owner)`" : String.join(", ", status))
                    + ". Status pages lag behind: what your own logs say now counts more."));
    List<List<String>> rows = new ArrayList<>();
    String them = book.selfRun() ? "**the model server**" : "**them**";
    book.facts().outage().forEach(shape -> rows.add(shape(them, shape)));
    book.facts().quota().forEach(shape -> rows.add(shape("us: limit or account", shape)));
    if (book.facts().outage().isEmpty()) {
      rows.add(
          List.of(
              them + ", as a rule",
              code("500") + ", " + code("502") + ", " + code("503") + ", " + code("504"),
              "what HTTP means by it; this provider's own codes are not known to this tool",
              "RFC 9110"));
    }
    if (book.facts().quota().isEmpty() && !book.selfRun()) {
      rows.add(
          List.of("us: limit or account", code("429"), "too many requests of ours", "RFC 6585"));
    }
    rows.add(
        List.of(
            book.selfRun() ? "the model server, or the way there" : "them, or the way there",
            "no answer",
            "timeout, connection refused or reset",
            ""));
    if (!book.selfRun()) {
      rows.add(
          List.of(
              "us: key or rights",
              code("401") + ", " + code("403"),
              "the key is wrong, expired or withdrawn",
              ""));
    }
    page.table(List.of("Whose", "Code and sign", "Means", "Source"), rows);
    if (!book.facts().checkedOn().isEmpty()) {
      page.paragraph(
          "What is said of the provider was checked on "
              + text(book.facts().checkedOn())
              + ". Verify before relying on it.");
    }
    List<String> ids = book.facts().requestId().stream().map(ImpactSections::sourced).toList();
    if (!book.selfRun()) {
      page.paragraph(
          "Request id for their support: "
              + (ids.isEmpty() ? "`TODO(owner)`" : String.join(", ", ids)));
    }
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
    String said = SafeWord.url(fact.text()).map(url -> "<" + url + ">").orElse(code(fact.text()));
    return said + " (" + text(fact.evidence()) + ")";
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
          .forEach(
              host ->
                  urls.add((host.startsWith("localhost") ? "http://" : "https://") + host + "/"));
    }
    if (urls.isEmpty()) {
      page.paragraph("Check command: `TODO(owner)`, no base URL is known.");
      return;
    }
    page.paragraph(
        (book.selfRun() ? "Does it answer at all?" : "Can you reach them at all?")
            + " Run it **from a production host**. Base URL "
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
