package dev.aiaudit.configsource;

import dev.aiaudit.configsource.YamlReader.Document;
import dev.aiaudit.configsource.YamlReader.Leaf;
import dev.aiaudit.model.FactKind;
import dev.aiaudit.model.FactVerdict;
import dev.aiaudit.model.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The routes of Envoy AI Gateway: objects of several files that refer to each other by name. */
final class EnvoyRoutes implements GatewayKind {

  private record Resource(String file, String kind, String name, List<Leaf> leaves) {}

  /** A rule of a route: the models that it serves, and who serves them. */
  private record Rule(String route, List<String> models, Set<String> providers, Location at) {}

  private final List<Resource> resources = new ArrayList<>();
  private final Map<String, String> hosts = new HashMap<>();
  private final Map<String, String> backends = new HashMap<>();
  private final Map<String, String> routes = new HashMap<>();
  private final Map<String, FactVerdict> acting = new HashMap<>();
  private final List<Rule> rules = new ArrayList<>();

  @Override
  public String id() {
    return "envoy-ai-gateway";
  }

  @Override
  public boolean recognises(String path, String text) {
    return text.contains("aigateway.envoyproxy.io")
        || text.contains("gateway.envoyproxy.io/") && text.contains("BackendTrafficPolicy");
  }

  @Override
  public void read(ConfigFile file, Document document, GatewayFindings out) {
    String kind = document.value("kind").orElse("");
    String name = document.value("metadata.name").orElse("");
    resources.add(new Resource(file.path(), kind, name, document.leaves()));
  }

  @Override
  public void finish(GatewayFindings out) {
    of("Backend").forEach(r -> host(r, out));
    of("AIServiceBackend").forEach(r -> backend(r, out));
    of("AIGatewayRoute").forEach(r -> route(r, out));
    of("BackendTrafficPolicy").forEach(r -> policy(r, out));
    rules.forEach(r -> served(r, out));
  }

  private List<Resource> of(String kind) {
    return resources.stream().filter(r -> r.kind().equals(kind)).toList();
  }

  private static String id(Resource resource, String name) {
    return TreePath.parent(resource.file()) + "|" + name;
  }

  private void host(Resource backend, GatewayFindings out) {
    for (Leaf leaf : backend.leaves()) {
      if (leaf.last().equals("hostname")) {
        out.names()
            .host(leaf.value(), true)
            .ifPresent(
                provider -> {
                  hosts.put(id(backend, backend.name()), provider);
                  out.add(
                      backend.file(),
                      leaf.line(),
                      FactKind.BASE_URL,
                      provider,
                      "hostname " + leaf.value(),
                      FactVerdict.EFFECTIVE);
                });
      }
    }
  }

  private void backend(Resource backend, GatewayFindings out) {
    for (Leaf leaf : backend.leaves()) {
      if (leaf.last().equals("name") && leaf.path().contains("schema")) {
        String byHost = hosts.getOrDefault(id(backend, target(backend)), "");
        String schema = GatewayTargets.named(out.names(), leaf.value());
        boolean protocol = schema.equals("openai") && byHost.isEmpty();
        String provider = byHost.isEmpty() ? protocol ? "unknown" : schema : byHost;
        backends.put(id(backend, backend.name()), provider);
        if (!protocol) {
          out.add(
              backend.file(),
              leaf.line(),
              FactKind.GATEWAY,
              provider,
              "backend " + backend.name() + " with schema " + leaf.value(),
              FactVerdict.EFFECTIVE);
        }
      }
    }
  }

  private static String target(Resource backend) {
    return backend.leaves().stream()
        .filter(l -> l.last().equals("name") && l.path().contains("backendRef"))
        .map(Leaf::value)
        .findFirst()
        .orElse(backend.name());
  }

  /** The backends of each rule, in order; those after the first stand in for it. */
  private void route(Resource route, GatewayFindings out) {
    Map<String, List<Leaf>> byRule = new LinkedHashMap<>();
    for (Leaf leaf : route.leaves()) {
      if (leaf.last().equals("name") && leaf.path().contains("backendRefs")) {
        byRule.computeIfAbsent(leaf.path().get(2), r -> new ArrayList<>()).add(leaf);
      }
    }
    for (List<Leaf> refs : byRule.values()) {
      Set<String> providers = new TreeSet<>();
      refs.forEach(r -> providers.add(backends.getOrDefault(id(route, r.value()), "unknown")));
      String last = backends.getOrDefault(id(route, refs.get(refs.size() - 1).value()), "unknown");
      routes.putIfAbsent(id(route, route.name()), last);
      Leaf decides = refs.get(refs.size() - 1);
      Location at = Location.ofLine(route.file(), decides.line());
      List<String> models = models(route, refs.get(0).path().get(2));
      rules.add(new Rule(id(route, route.name()), models, providers, at));
      if (refs.size() > 1) {
        out.add(
            route.file(),
            decides.line(),
            FactKind.FALLBACK,
            last,
            "backends by priority: " + String.join(", ", refs.stream().map(Leaf::value).toList()),
            Gateways.crossing(providers.size() > 1));
      }
    }
  }

  /** The names that the header of a rule has to hold. */
  private static List<String> models(Resource route, String rule) {
    return route.leaves().stream()
        .filter(l -> l.path().size() > 4 && l.path().get(2).equals(rule))
        .filter(l -> l.path().contains("headers") && l.last().equals("value"))
        .map(Leaf::value)
        .toList();
  }

  /** The next backend is asked only if a policy of the route says for which failures. */
  private void served(Rule rule, GatewayFindings out) {
    boolean several = rule.providers().size() > 1;
    FactVerdict verdict =
        several ? acting.getOrDefault(rule.route(), FactVerdict.UNKNOWN) : FactVerdict.NONE;
    if (rule.models().isEmpty()) {
      out.route(id(), Optional.empty(), rule.providers(), verdict, rule.at());
    }
    rule.models()
        .forEach(m -> out.route(id(), Optional.of(m), rule.providers(), verdict, rule.at()));
  }

  private void policy(Resource policy, GatewayFindings out) {
    String provider =
        targets(policy).stream()
            .map(t -> routes.getOrDefault(id(policy, t), ""))
            .filter(p -> !p.isEmpty())
            .findFirst()
            .orElse("");
    if (provider.isEmpty()) {
      return;
    }
    Set<String> codes = new TreeSet<>();
    int codeLine = 0;
    for (Leaf leaf : policy.leaves()) {
      if (leaf.last().equals("numRetries")) {
        out.add(
            policy.file(),
            leaf.line(),
            FactKind.RETRY,
            provider,
            "numRetries = " + leaf.value(),
            FactVerdict.EFFECTIVE_CROSS_PROVIDER);
      } else if (leaf.last().equals("timeout") || leaf.last().equals("requestTimeout")) {
        out.add(
            policy.file(),
            leaf.line(),
            FactKind.TIMEOUT,
            provider,
            leaf.last() + " = " + leaf.value(),
            FactVerdict.EFFECTIVE);
      } else if (leaf.path().contains("httpStatusCodes")) {
        codeLine = codes.add(leaf.value()) && codeLine == 0 ? leaf.line() : codeLine;
      }
    }
    if (codeLine > 0) {
      out.add(
          policy.file(),
          codeLine,
          FactKind.FALLBACK,
          provider,
          "goes on to the next priority" + GatewayTargets.on(codes),
          acts(codes));
      targets(policy).forEach(t -> acting.put(id(policy, t), acts(codes)));
    }
  }

  private static FactVerdict acts(Set<String> codes) {
    return GatewayTargets.verdict(true, codes, Set.of());
  }

  private static List<String> targets(Resource policy) {
    return policy.leaves().stream()
        .filter(l -> l.last().equals("name") && l.path().contains("targetRefs"))
        .map(Leaf::value)
        .toList();
  }
}
