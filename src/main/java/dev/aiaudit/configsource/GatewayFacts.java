package dev.aiaudit.configsource;

import dev.aiaudit.configsource.YamlReader.Document;
import dev.aiaudit.model.ConfigFact;
import dev.aiaudit.model.Diagnostic;
import dev.aiaudit.model.Evidence;
import dev.aiaudit.model.FactKind;
import dev.aiaudit.model.FactVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads the configuration of AI gateways: which models they route to, and whether a failing
 * provider is replaced by another one. The kind of gateway is told by what stands in the file.
 */
final class GatewayFacts {

  private final List<GatewayKind> kinds = kinds();
  private final GatewayFindings findings;

  GatewayFacts(AiNames names) {
    this.findings = new GatewayFindings(names);
  }

  /** Every kind of gateway, in the order in which a text is tried. */
  private static List<GatewayKind> kinds() {
    return List.of(
        new LiteLlmGateway(),
        new KongGateway(),
        new EnvoyRoutes(),
        new HeliconeGateway(),
        new PortkeyGateway(),
        new AgentCoreGateway());
  }

  /** Whether a text is the configuration of a gateway. */
  static boolean recognised(String path, String text) {
    return kinds().stream().anyMatch(k -> k.recognises(path, text));
  }

  List<Diagnostic> read(ConfigFile file) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    YamlReader reader = YamlReader.read(file);
    diagnostics.addAll(reader.diagnostics());
    for (GatewayKind kind : kinds) {
      if (kind.recognises(file.path(), file.text())) {
        for (Document document : reader.documents()) {
          kind.read(file, document, findings);
        }
        return diagnostics;
      }
    }
    return diagnostics;
  }

  List<ConfigFact> find() {
    kinds.forEach(k -> k.finish(findings));
    return findings.facts();
  }

  /** What is not known of gateways that are called and whose configuration is elsewhere. */
  static List<ConfigFact> outside(List<ConfigFact> facts, Gateways gateways, AiNames names) {
    Map<String, ConfigFact> first = new TreeMap<>();
    for (ConfigFact fact : facts) {
      String provider = fact.provider();
      if (fact.what() == FactKind.BASE_URL
          && names.gateway(provider)
          && !gateways.configures(provider)) {
        first.putIfAbsent(provider, fact);
      }
    }
    return first.values().stream()
        .map(
            f ->
                new ConfigFact(
                        f.location(),
                        FactKind.GATEWAY,
                        f.provider(),
                        "its configuration is not in the tree: it is not known whether another"
                            + " provider takes over",
                        Evidence.UNKNOWN)
                    .judged(FactVerdict.UNKNOWN))
        .toList();
  }

  List<GatewayRoute> routes() {
    return findings.routes();
  }
}
