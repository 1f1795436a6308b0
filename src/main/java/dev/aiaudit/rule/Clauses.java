package dev.aiaudit.rule;

import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.EntryKind;
import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.model.Handling;
import java.time.Duration;
import java.util.Optional;

/** The words in which messages name entries, providers, handling and waits. */
final class Clauses {

  private Clauses() {}

  /** {@code HTTP entry POST /orders (OrderController.create)}; never empty. */
  static String entry(Optional<EntryPoint> entryPoint) {
    return entryPoint.map(Clauses::entry).orElse("An entry point");
  }

  private static String entry(EntryPoint entry) {
    String method = shortMethod(entry.method());
    String name = entry.route().map(route -> route + " (" + method + ")").orElse(method);
    return kind(entry.kind()) + " entry " + name;
  }

  private static String kind(EntryKind kind) {
    return switch (kind) {
      case HTTP -> "HTTP";
      case GRPC -> "gRPC";
      case GRAPHQL -> "GraphQL";
      case WEBSOCKET -> "WebSocket";
      case RPC -> "RPC";
      case LAMBDA -> "Lambda";
      case UI -> "UI";
      case CHATBOT -> "Chat bot";
      case MESSAGE -> "Message";
      case SCHEDULED -> "Scheduled";
      case ASYNC -> "Async";
      case EVENT -> "Event";
      case STARTUP -> "Startup";
      case CLI -> "CLI";
      case MAIN -> "Main";
      case BATCH -> "Batch";
    };
  }

  /** {@code OrderController.create} of {@code shop.OrderController.create(Order)}. */
  static String shortMethod(String method) {
    int paren = method.indexOf('(');
    String plain = paren < 0 ? method : method.substring(0, paren);
    int last = plain.lastIndexOf('.');
    int before = last <= 0 ? -1 : plain.lastIndexOf('.', last - 1);
    return plain.substring(before + 1);
  }

  /** The provider's id, with the candidates when it is chosen at run time. */
  static String provider(CallSite site) {
    return switch (site.provider()) {
      case "unknown" -> "an AI provider";
      case "configured" ->
          site.candidates().isEmpty()
              ? "the configured AI provider"
              : "the configured AI provider (one of " + String.join(", ", site.candidates()) + ")";
      default -> site.provider();
    };
  }

  /** A clause that says what happens to a failure on the way to the caller. */
  static String handling(Handling handling) {
    return switch (handling) {
      case NONE -> "nothing on the way catches a failure";
      case RETHROW -> "a failure is caught only to be thrown again";
      case ERROR_RESPONSE -> "a failure is only turned into an error answer";
      case SWALLOW -> "a failure is dropped and the caller gets an empty answer";
      case UNKNOWN -> "what happens to a failure is unknown";
      case STATIC -> "a useful answer without AI is given instead";
      case CACHE -> "an earlier answer is given instead";
      case ALTERNATE_SAME_PROVIDER -> "the alternate needs the same provider";
      case ALTERNATE_OTHER_PROVIDER -> "another provider answers";
    };
  }

  /** An empty text for one entry point, else a clause that starts with a semicolon. */
  static String affected(int entryPoints) {
    return entryPoints <= 1 ? "" : "; " + entryPoints + " entry points are affected";
  }

  /** {@code 45 s}, {@code 10 min}, {@code 1 h 30 min}. */
  static String duration(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds == 0) {
      return duration.toMillis() + " ms";
    }
    if (seconds < 60 || seconds < 120 && seconds % 60 != 0) {
      return seconds + " s";
    }
    if (seconds < 3600) {
      return minutes(seconds / 60, seconds % 60, " min", " s");
    }
    return minutes(seconds / 3600, seconds / 60 % 60, " h", " min");
  }

  private static String minutes(long whole, long rest, String wholeUnit, String restUnit) {
    return whole + wholeUnit + (rest == 0 ? "" : " " + rest + restUnit);
  }
}
