package dev.aiaudit.detect;

import dev.aiaudit.configsource.GatewayRoute;
import dev.aiaudit.model.Evidence;
import java.util.List;
import java.util.Optional;

/**
 * Who must be up for a request, and how that is known.
 *
 * @param provider provider id; {@code configured} when it is one of several, {@code unknown} when
 *     nothing tells
 * @param evidence how it is known
 * @param candidates the providers it may be, sorted; empty unless {@code configured}
 * @param model id of the model when known
 * @param via the route of a gateway through which the request goes; empty without a gateway, or
 *     when the tree does not configure it
 */
public record ProviderAnswer(
    String provider,
    Evidence evidence,
    List<String> candidates,
    Optional<String> model,
    Optional<GatewayRoute> via) {

  /** Nothing tells who it is. */
  public static final ProviderAnswer UNKNOWN =
      new ProviderAnswer(
          "unknown", Evidence.UNKNOWN, List.of(), Optional.empty(), Optional.empty());

  /** The id of an answer that is only known at run time. */
  public static final String CONFIGURED = "configured";

  /** Copies the candidates. */
  public ProviderAnswer {
    candidates = List.copyOf(candidates);
  }

  /** A known provider. */
  public static ProviderAnswer of(String provider, Evidence evidence) {
    return new ProviderAnswer(provider, evidence, List.of(), Optional.empty(), Optional.empty());
  }

  /** One of several, which run-time configuration decides. */
  public static ProviderAnswer configured(List<String> candidates) {
    List<String> sorted = candidates.stream().distinct().sorted().toList();
    return new ProviderAnswer(
        CONFIGURED, Evidence.DERIVED, sorted, Optional.empty(), Optional.empty());
  }

  /** Whether one provider is named. */
  public boolean known() {
    return !provider.equals("unknown") && !provider.equals(CONFIGURED);
  }

  /** The same answer with a model. */
  public ProviderAnswer withModel(Optional<String> newModel) {
    return new ProviderAnswer(provider, evidence, candidates, newModel, via);
  }

  /** The answer when a gateway passes the request on. */
  public ProviderAnswer through(GatewayRoute route) {
    List<String> behind =
        route.providers().stream().filter(p -> !p.equals("unknown")).distinct().toList();
    if (behind.isEmpty()) {
      return new ProviderAnswer(provider, evidence, candidates, model, Optional.of(route));
    }
    boolean one = behind.size() == 1;
    return new ProviderAnswer(
        one ? behind.get(0) : CONFIGURED,
        Evidence.DERIVED,
        one ? List.of() : behind,
        model,
        Optional.of(route));
  }
}
