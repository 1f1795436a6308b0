package dev.aiaudit.configsource;

import dev.aiaudit.model.FactVerdict;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The AI gateways of a tree.
 *
 * @param hosts names under which a service of the tree is reached to the id of its gateway; a port
 *     follows where only the port tells
 * @param routes what their configuration says; a gateway without routes is not configured here
 */
public record Gateways(Map<String, String> hosts, List<GatewayRoute> routes) {

  /** Worst first: what is not certain to survive does not. */
  private static final Comparator<GatewayRoute> WORST_FIRST =
      Comparator.comparing(GatewayRoute::survives).thenComparing(GatewayRoute::at);

  /** Keeps the parts unmodifiable. */
  public Gateways {
    hosts = Map.copyOf(hosts);
    routes = routes.stream().sorted(Comparator.comparing(GatewayRoute::at)).toList();
  }

  /**
   * The gateway that runs at an address inside the deployment.
   *
   * @param url URL, or host with or without port
   */
  public Optional<String> at(String url) {
    int scheme = url.indexOf("://");
    String authority = url.substring(scheme < 0 ? 0 : scheme + 3).split("[/?#]", 2)[0];
    String place = authority.substring(authority.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    String host = place.split(":", 2)[0];
    return Optional.ofNullable(hosts.get(place))
        .or(() -> Optional.ofNullable(hosts.get(host)))
        .or(
            () ->
                Optional.ofNullable(hosts.get(host.split("\\.", 2)[0])).filter(g -> inside(host)));
  }

  /** Whether a longer name of a host is one of a cluster, not of the public network. */
  private static boolean inside(String host) {
    return host.endsWith(".svc") || host.contains(".svc.") || host.endsWith(".internal");
  }

  /**
   * Where a gateway sends a request.
   *
   * @param gateway provider id of the gateway
   * @param model what is asked for, if that is known
   * @return the worst of the routes that may serve it; all their providers; empty when the tree
   *     does not configure the gateway
   */
  public Optional<GatewayRoute> route(String gateway, Optional<String> model) {
    List<GatewayRoute> own = routes.stream().filter(r -> r.gateway().equals(gateway)).toList();
    List<GatewayRoute> named =
        own.stream().filter(r -> model.isPresent() && r.model().equals(model)).toList();
    List<GatewayRoute> open = own.stream().filter(r -> r.model().isEmpty()).toList();
    List<GatewayRoute> fitting = !named.isEmpty() ? named : model.isPresent() ? open : own;
    return merged(fitting);
  }

  private static Optional<GatewayRoute> merged(Collection<GatewayRoute> all) {
    List<String> providers = all.stream().flatMap(r -> r.providers().stream()).toList();
    return all.stream()
        .min(WORST_FIRST)
        .map(r -> new GatewayRoute(r.gateway(), r.model(), providers, r.verdict(), r.at()));
  }

  /** Whether the tree configures a gateway. */
  boolean configures(String gateway) {
    return routes.stream().anyMatch(r -> r.gateway().equals(gateway));
  }

  /** A verdict for a chain of providers of which the first ones fail. */
  static FactVerdict crossing(boolean crosses) {
    return crosses ? FactVerdict.EFFECTIVE_CROSS_PROVIDER : FactVerdict.SAME_PROVIDER;
  }
}
