package dev.aiaudit.detect.provider;

import dev.aiaudit.catalog.HostEntry;
import dev.aiaudit.model.Evidence;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells who answers at a base URL. */
final class Hosts {
  /** Providers whose protocol others speak as well, so that the URL decides who answers. */
  private static final Set<String> SPOKEN_BY_OTHERS =
      Set.of("openai", "anthropic", "deepseek", "mistral", "ollama");

  private static final Pattern OWN =
      Pattern.compile(
          "localhost|host\\.docker\\.internal|127\\..*|0\\.0\\.0\\.0|10\\..*|192\\.168\\..*"
              + "|172\\.(1[6-9]|2\\d|3[01])\\..*|[^.]+|.*\\.(internal|local|lan|corp|intranet|svc)");

  private final Basis at;

  Hosts(Basis at) {
    this.at = at;
  }

  /**
   * Who answers.
   *
   * @param url the values of the base URL
   * @param pin the provider that the client stands for without a URL
   */
  Clue clue(Text url, Optional<String> pin) {
    Clue out = Clue.NONE;
    for (String value : url.values()) {
      if (value.contains(".") || value.contains("://") || value.equals("localhost")) {
        out = out.or(Clue.of(provider(value, pin), Evidence.DERIVED));
      }
    }
    if (!url.open()) {
      return out;
    }
    // Without a value in the tree, only a protocol that anybody speaks leaves it open who answers.
    return pin.filter("openai"::equals).isPresent()
        ? out.or(Clue.pinned(pin, Evidence.ASSUMED)).opened()
        : out;
  }

  private String provider(String url, Optional<String> pin) {
    Optional<String> host =
        at.catalog()
            .host(url)
            .filter(h -> h.kind() != HostEntry.Kind.VECTOR_STORE)
            .map(HostEntry::provider);
    if (pin.isPresent() && !SPOKEN_BY_OTHERS.contains(pin.get())) {
      return host.filter(h -> !h.startsWith("azure") && !pin.get().startsWith("azure"))
          .filter(h -> !h.equals("self-hosted"))
          .orElse(pin.get());
    }
    if (host.isPresent()) {
      return host.get();
    }
    Optional<String> gateway = at.config().gateways().at(url);
    if (gateway.isPresent()) {
      return gateway.get();
    }
    return OWN.matcher(name(url)).matches() ? own(pin) : "unknown";
  }

  /** An own host runs the pinned server when that is one to run oneself. */
  private static String own(Optional<String> pin) {
    return pin.filter("ollama"::equals).orElse("self-hosted");
  }

  private static String name(String url) {
    String rest = url.substring(url.indexOf("://") < 0 ? 0 : url.indexOf("://") + 3);
    String authority = rest.split("[/?#]", 2)[0];
    return authority
        .substring(authority.lastIndexOf('@') + 1)
        .replaceFirst(":\\d*$", "")
        .toLowerCase(Locale.ROOT);
  }
}
