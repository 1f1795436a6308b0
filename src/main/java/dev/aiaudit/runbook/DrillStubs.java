package dev.aiaudit.runbook;

import static dev.aiaudit.runbook.MarkdownPage.code;

import dev.aiaudit.catalog.facts.AnswerShape;
import dev.aiaudit.model.ConfigFact;
import dev.aiaudit.model.FactKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Stubs that fail in each way in which the provider is known to fail, and hang as well. */
final class DrillStubs {
  private final Runbook book;
  private final MarkdownPage page;

  /** Status to body; the body is empty unless one is documented. */
  private final Map<String, String> answers = new LinkedHashMap<>();

  private DrillStubs(Runbook book, String toRoot) {
    this.book = book;
    this.page = new MarkdownPage(toRoot);
    for (AnswerShape shape : book.facts().outage()) {
      String status = shape.code().replace("xx", "00");
      if (status.matches("[45]\\d\\d")) {
        answers.putIfAbsent(status, "");
      }
    }
    book.facts()
        .sampleCode()
        .ifPresent(status -> answers.put(status, book.facts().sampleBody().orElse("")));
    if (answers.isEmpty()) {
      answers.put("503", "");
    }
  }

  static String of(Runbook book, String toRoot) {
    DrillStubs stubs = new DrillStubs(book, toRoot);
    stubs.write();
    return stubs.page.toString();
  }

  private void write() {
    page.heading("Stubs");
    page.paragraph("Point the base URL at them: " + baseUrl() + ".");
    page.paragraph(
        "Only the status codes are facts about the provider, and a body where one is documented:"
            + " compare with an answer that you have recorded.");
    page.small("WireMock: one at a time, as a file in `mappings/`");
    answers.forEach((status, body) -> page.fence("json", wireMock(status, body)));
    page.paragraph("No answer, for as long as the drill lasts:");
    page.fence("json", hang());
    page.small("MockWebServer (OkHttp 4)");
    page.fence("java", mockWebServer());
    page.small("Toxiproxy: no answer, slow, refused, and the end");
    page.fence("sh", toxiproxy());
    page.paragraph(
        "TLS goes through Toxiproxy untouched, so the client must reach it under the provider's"
            + " name, or talk to a stub behind it. `timeout=0` holds every answer back until it is"
            + " removed.");
  }

  private String baseUrl() {
    Optional<ConfigFact> fact =
        book.settings().stream().filter(f -> f.what() == FactKind.BASE_URL).findFirst();
    return fact.map(f -> code(SettingCommands.key(f)) + " " + page.place(f.location()))
        .orElse("`TODO(owner)`, the code sets none, so the SDK's own setting");
  }

  private static String wireMock(String status, String body) {
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
        .formatted(status, quoted(body));
  }

  private String hang() {
    return """
        {
          "request": {"method": "ANY", "urlPathPattern": "/.*"},
          "response": {"status": 200, "fixedDelayMilliseconds": %d}
        }
        """
        .formatted(book.length().toMillis());
  }

  private String mockWebServer() {
    StringBuilder lines = new StringBuilder();
    answers.forEach(
        (status, body) ->
            lines.append(
                """
                server.enqueue(new MockResponse()
                    .setResponseCode(%s)
                    .setHeader("Content-Type", "application/json")
                    .setBody(%s));
                """
                    .formatted(status, quoted(body))));
    return lines
        .append("server.enqueue(new MockResponse().setSocketPolicy(SocketPolicy.NO_RESPONSE));\n")
        .toString();
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
        toxiproxy-cli toxic add --type latency --attribute latency=30000 --toxicName slow %1$s
        toxiproxy-cli toxic remove --toxicName slow %1$s
        toxiproxy-cli toggle %1$s
        toxiproxy-cli toggle %1$s
        toxiproxy-cli delete %1$s
        """
        .formatted(name, host);
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
