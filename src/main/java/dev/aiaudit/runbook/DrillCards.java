package dev.aiaudit.runbook;

import static dev.aiaudit.runbook.MarkdownPage.code;
import static dev.aiaudit.runbook.MarkdownPage.text;

import dev.aiaudit.model.ConfigFact;
import dev.aiaudit.model.FactKind;
import dev.aiaudit.model.Outcome;
import dev.aiaudit.render.Outage;
import dev.aiaudit.render.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Drill cards for the waiting entry points of a provider, with stubs to make it fail. */
final class DrillCards {
  private static final int MOST_CARDS = 25;
  private final Runbook book;
  private final String toRoot;

  DrillCards(Runbook book, String toRoot) {
    this.book = book;
    this.toRoot = toRoot;
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block(
            "cards", cards(), "Results: `TODO(owner): date, what happened, what differed`\n"));
    blocks.add(new Block("stubs", stubs(), ""));
    blocks.add(new Block("skeleton", TestSkeleton.of(book, toRoot), ""));
    return blocks;
  }

  private String cards() {
    MarkdownPage page = new MarkdownPage(toRoot);
    page.paragraph("# Drill: " + text(book.provider().name()) + " is down");
    page.paragraph(
        "Outside of production first. Length: "
            + Phrases.duration(book.length())
            + ". Cost while it lasts: "
            + "`TODO(owner): requests per minute x value`; neither is in the code.");
    List<Outage.Effect> waiting =
        book.outage().effects().stream().filter(e -> e.entry().waits()).toList();
    if (waiting.isEmpty()) {
      page.paragraph("No entry point was found whose caller waits for this provider.");
    }
    waiting.stream().limit(MOST_CARDS).forEach(effect -> card(page, effect));
    if (waiting.size() > MOST_CARDS) {
      page.paragraph("And " + (waiting.size() - MOST_CARDS) + " more waiting entry points.");
    }
    return page.toString();
  }

  private void card(MarkdownPage page, Outage.Effect effect) {
    page.paragraph("## " + text(Phrases.entry(effect.entry())));
    List<String> items = new ArrayList<>();
    items.add("Code: " + page.place(effect.entry().location()) + call(page, effect));
    items.add(
        "Inject: each stub below in turn in place of " + target() + ": error, slow, no answer");
    items.add(
        "Expect by the analysis: **"
            + effect.outcome().word()
            + "**: "
            + text(effect.why())
            + "; "
            + wait(effect));
    items.add(
        "Observe: the answer and how long it takes, "
            + (effect.outcome() == Outcome.SURVIVES
                ? "and that the other provider was called"
                : "the error rate, busy threads")
            + "; other routes must stay fast");
    items.add("End: remove the stub, then watch the first real answers and any breaker close");
    page.bullets(items);
  }

  private static String call(MarkdownPage page, Outage.Effect effect) {
    return effect.call().map(c -> ", call at " + page.place(c.location())).orElse("");
  }

  private String wait(Outage.Effect effect) {
    return book.hangsWithoutEnd(effect.entry())
        ? "when it hangs, the caller hangs without end"
        : effect
            .hang()
            .most()
            .map(w -> "when it hangs, the caller learns it within " + Phrases.duration(w))
            .orElse("how long the caller waits is not known");
  }

  private String target() {
    List<String> hosts = book.facts().hosts().stream().map(h -> code(h.text())).toList();
    return hosts.isEmpty() ? "the provider's host (`TODO(owner)`)" : String.join(" or ", hosts);
  }

  private String stubs() {
    MarkdownPage page = new MarkdownPage(toRoot);
    page.heading("Stubs");
    page.paragraph("Point the base URL at them: " + baseUrl(page) + ".");
    String code = book.facts().sampleCode().orElseGet(this::firstCode);
    String body = book.facts().sampleBody().orElse("");
    page.paragraph(
        body.isEmpty()
            ? "The body of an outage answer is not known for this provider; add a recorded one."
            : "The body below follows the documented shape; compare it with a recorded answer.");
    page.small("WireMock");
    page.fence("json", wireMock(code, body));
    page.paragraph(
        "Slow: add `\"fixedDelayMilliseconds\"` to `response`. No answer: a delay longer than the outage.");
    page.small("MockWebServer (OkHttp 4)");
    page.fence("java", mockWebServer(code, body));
    page.small("Toxiproxy");
    page.fence("sh", toxiproxy());
    page.paragraph(
        "TLS goes through Toxiproxy untouched, so the client must reach it under the provider's"
            + " name, or talk to a stub behind it. `timeout=0` holds every answer back until it is removed.");
    return page.toString();
  }

  private String firstCode() {
    return book.facts().outage().stream()
        .map(shape -> shape.code())
        .filter(c -> c.matches("5\\d\\d"))
        .findFirst()
        .orElse("503");
  }

  private String baseUrl(MarkdownPage page) {
    Optional<ConfigFact> fact =
        book.settings().stream().filter(f -> f.what() == FactKind.BASE_URL).findFirst();
    return fact.map(f -> code(ActionSections.key(f)) + " " + page.place(f.location()))
        .orElse("`TODO(owner)`, the code sets none, so the SDK's own setting");
  }

  private static String wireMock(String code, String body) {
    return """
        {
          "request": {"method": "ANY", "urlPathPattern": "/.*"},
          "response": {
            "status": %s,
            "headers": {"Content-Type": "application/json"},
            "body": %s
          }
        }
        """
        .formatted(code, quoted(body));
  }

  private static String mockWebServer(String code, String body) {
    return """
        server.enqueue(new MockResponse()
            .setResponseCode(%s)
            .setHeader("Content-Type", "application/json")
            .setBody(%s));
        server.enqueue(new MockResponse().setSocketPolicy(SocketPolicy.NO_RESPONSE));
        """
        .formatted(code, quoted(body));
  }

  private String toxiproxy() {
    String name = RunbookNames.file(book.provider().id());
    String host =
        book.facts().hosts().stream()
            .map(h -> h.text())
            .filter(h -> !h.contains("*") && !h.contains("REGION"))
            .findFirst()
            .map(h -> h.contains(":") ? h : h + ":443")
            .orElse("TODO_OWNER_HOST:443");
    return """
        toxiproxy-cli create --listen 127.0.0.1:18080 --upstream %2$s %1$s
        toxiproxy-cli toxic add --type timeout --attribute timeout=0 --toxicName hang %1$s
        toxiproxy-cli toxic remove --toxicName hang %1$s
        toxiproxy-cli toggle %1$s
        """
        .formatted(name, host);
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
