package dev.aiaudit.rule;

import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.EntryKind;
import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.model.Operation;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Entry points whose task is to tell how the provider fares: health probes, connection tests, and
 * lists of what an account has. That they fail with it is their answer.
 */
final class Checkup {
  /** The methods that the catalogue's patterns of health checks select; those have no route. */
  private static final Set<String> PROBES =
      Set.of(
          "health",
          "getHealth",
          "doHealthCheck",
          "getHealthInformation",
          "getResult",
          "call",
          "check");

  private static final Pattern TEST_METHOD =
      Pattern.compile(
          "(?:ping|health|healthCheck|diagnose|diagnostics)"
              + "|(?:test|check|verify|validate|ping|debug)[A-Z]\\w*(?:Connection|Connectivity|Health"
              + "|Status|Api|ApiKey|Key|Provider|Availability)\\w*"
              + "|(?:test|ping)(?:Connection|Connectivity|OpenAi|OpenAI|Ai|AI|Llm|LLM|Ollama|Gemini"
              + "|Claude|Chat|Model|Key|Provider)\\w*|(?:check|get)?(?:Health|Status|health|status)"
              + "(?:Check)?");

  private static final Pattern TEST_ROUTE =
      Pattern.compile(
          "(?:.*/)?(?:ping|health|health-?check|probe|status|diagnostics|test[-_/]?connection"
              + "|test[-_](?:ai|llm|openai|ollama|gemini|claude|key|api)"
              + "|(?:ai|llm|openai|ollama|gemini|claude)[-_]test"
              + "|connection[-_]test)/?");

  private static final Pattern OF_ACCOUNT =
      Pattern.compile(
          "(?i).*(?:models?|credits?|grants?|balance|usage|billing|subscription|available|running"
              + "|reachable|alive|online|connected|version)");

  private Checkup() {}

  /** Whether a platform calls the entry at short intervals to learn whether the service works. */
  static boolean isProbe(EntryPoint entry) {
    return entry.kind() == EntryKind.HTTP
        && entry.route().isEmpty()
        && PROBES.contains(name(entry.method()));
  }

  /** Whether the entry asks the provider only to tell what came of it. */
  static boolean is(Optional<EntryPoint> entry, CallSite site) {
    return entry.filter(e -> isProbe(e) || tests(e) || asksForAccount(e, site)).isPresent();
  }

  private static boolean tests(EntryPoint entry) {
    return TEST_METHOD.matcher(name(entry.method())).matches()
        || path(entry).filter(p -> TEST_ROUTE.matcher(p).matches()).isPresent();
  }

  /** What a request asks for that is no answer of a model. */
  private static boolean asksForAccount(EntryPoint entry, CallSite site) {
    return site.operation() == Operation.OTHER
        && (OF_ACCOUNT.matcher(name(entry.method())).matches()
            || OF_ACCOUNT.matcher(name(site.enclosing())).matches()
            || path(entry).filter(p -> OF_ACCOUNT.matcher(p).matches()).isPresent());
  }

  /** The path of {@code POST /admin/ai/Test/{id}}: {@code /admin/ai/test}. */
  private static Optional<String> path(EntryPoint entry) {
    return entry
        .route()
        .map(r -> r.substring(r.indexOf(' ') + 1).replaceAll("(?:/\\{[^/]*})+$", ""))
        .filter(r -> r.startsWith("/"))
        .map(r -> r.toLowerCase(Locale.ROOT));
  }

  private static String name(String method) {
    int paren = method.indexOf('(');
    String plain = paren < 0 ? method : method.substring(0, paren);
    return plain.substring(plain.lastIndexOf('.') + 1);
  }
}
