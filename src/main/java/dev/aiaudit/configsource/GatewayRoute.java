package dev.aiaudit.configsource;

import dev.aiaudit.model.FactVerdict;
import dev.aiaudit.model.Location;
import java.util.List;
import java.util.Optional;

/**
 * Where a gateway sends a request, and what happens there while that provider is down.
 *
 * @param gateway provider id of the gateway
 * @param model name that an application asks for; empty when the route serves any
 * @param providers who may answer first, sorted; more than one when requests are spread over them
 * @param verdict {@code EFFECTIVE_CROSS_PROVIDER} only if another provider answers in an outage
 * @param at the line that decides
 */
public record GatewayRoute(
    String gateway,
    Optional<String> model,
    List<String> providers,
    FactVerdict verdict,
    Location at) {

  /** Sorts the providers. */
  public GatewayRoute {
    providers = providers.stream().distinct().sorted().toList();
  }

  /** Whether a request is answered although the provider behind the gateway is down. */
  public boolean survives() {
    return verdict == FactVerdict.EFFECTIVE_CROSS_PROVIDER;
  }
}
