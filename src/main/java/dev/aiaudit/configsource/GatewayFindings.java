package dev.aiaudit.configsource;

import dev.aiaudit.configsource.YamlReader.Leaf;
import dev.aiaudit.model.ConfigFact;
import dev.aiaudit.model.Evidence;
import dev.aiaudit.model.FactKind;
import dev.aiaudit.model.FactVerdict;
import dev.aiaudit.model.Location;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What the configurations of gateways say. */
final class GatewayFindings {

  private final AiNames names;
  private final List<ConfigFact> facts = new ArrayList<>();
  private final List<GatewayRoute> routes = new ArrayList<>();

  GatewayFindings(AiNames names) {
    this.names = names;
  }

  AiNames names() {
    return names;
  }

  List<ConfigFact> facts() {
    return facts;
  }

  List<GatewayRoute> routes() {
    return routes;
  }

  static String said(Leaf leaf) {
    return leaf.last() + " = " + leaf.value();
  }

  void add(
      String file, int line, FactKind kind, String provider, String detail, FactVerdict worth) {
    facts.add(
        new ConfigFact(Location.ofLine(file, line), kind, provider, detail, Evidence.DECLARED)
            .judged(worth));
  }

  void route(
      String gateway,
      Optional<String> model,
      Collection<String> providers,
      FactVerdict verdict,
      Location at) {
    routes.add(new GatewayRoute(gateway, model, List.copyOf(providers), verdict, at));
  }
}
