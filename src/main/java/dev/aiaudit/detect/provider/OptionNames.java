package dev.aiaudit.detect.provider;

import java.util.List;
import java.util.Set;

/** Names that tell which objects have a say in how long a client waits. */
final class OptionNames {
  private OptionNames() {}

  /** Setters that take what holds the limits. */
  static final Set<String> FEEDERS =
      Set.of(
          "requestFactory",
          "setRequestFactory",
          "clientConnector",
          "httpClient",
          "retryPolicy",
          "retryStrategy",
          "overrideConfiguration",
          "httpClientBuilder",
          "retryTemplate");

  /** Parts of names of types that serve a client and have no say in how long it waits. */
  static final List<String> ASIDE =
      List.of(
          "Advisor",
          "Store",
          "Retriev",
          "Memory",
          "Tool",
          "Listener",
          "Prompt",
          "Splitter",
          "Document",
          "Guardrail",
          "Message",
          "Callback",
          "Moderation",
          "Media",
          "Schema");
}
