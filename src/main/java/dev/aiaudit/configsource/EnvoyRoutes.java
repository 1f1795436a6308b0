package dev.aiaudit.configsource;

import dev.aiaudit.configsource.YamlReader.Document;
import dev.aiaudit.configsource.YamlReader.Leaf;
import dev.aiaudit.model.ConfigFact;
import dev.aiaudit.model.Evidence;
import dev.aiaudit.model.FactKind;
import dev.aiaudit.model.FactVerdict;
import dev.aiaudit.model.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The routes of Envoy AI Gateway: objects of several files that refer to each other by name. */
final class EnvoyRoutes {

  private record Resource(String file, String kind, String name, List<Leaf> leaves) {}

  private final AiNames names;
  private final List<Resource> resources = new ArrayList<>();
  private final Map<String, String> hosts = new HashMap<>();
  private final Map<String, String> backends = new HashMap<>();
  private final Map<String, String> routes = new HashMap<>();
  private final List<ConfigFact> facts = new ArrayList<>();

  EnvoyRoutes(AiNames names) {
    this.names = names;
  }

  void read(ConfigFile file, Document document) {
    String kind = document.value("kind").orElse("");
    String name = document.value("metadata.name").orElse("");
    resources.add(new Resource(file.path(), kind, name, document.leaves()));
  }

  List<ConfigFact> find() {
    of("Backend").forEach(this::host);
    of("AIServiceBackend").forEach(this::backend);
    of("AIGatewayRoute").forEach(this::route);
    of("BackendTrafficPolicy").forEach(this::policy);
    return facts;
  }

  private List<Resource> of(String kind) {
    return resources.stream().filter(r -> r.kind().equals(kind)).toList();
  }

  private static String id(Resource resource, String name) {
    return TreePath.parent(resource.file()) + "|" + name;
  }

  private void host(Resource backend) {
    for (Leaf leaf : backend.leaves()) {
      if (leaf.last().equals("hostname")) {
        names
            .host(leaf.value(), true)
            .ifPresent(
                provider -> {
                  hosts.put(id(backend, backend.name()), provider);
                  add(
                      backend,
                      leaf.line(),
                      FactKind.BASE_URL,
                      provider,
                      "hostname " + leaf.value(),
                      FactVerdict.EFFECTIVE);
                });
      }
    }
  }

  private void backend(Resource backend) {
    for (Leaf leaf : backend.leaves()) {
      if (leaf.last().equals("name") && leaf.path().contains("schema")) {
        String byHost = hosts.getOrDefault(id(backend, target(backend)), "");
        String schema = GatewayTargets.named(names, leaf.value());
        boolean protocol = schema.equals("openai") && byHost.isEmpty();
        String provider = byHost.isEmpty() ? protocol ? "unknown" : schema : byHost;
        backends.put(id(backend, backend.name()), provider);
        if (!protocol) {
          add(
              backend,
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
  private void route(Resource route) {
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
      if (refs.size() > 1) {
        add(
            route,
            refs.get(refs.size() - 1).line(),
            FactKind.FALLBACK,
            last,
            "backends by priority: " + String.join(", ", refs.stream().map(Leaf::value).toList()),
            GatewayTargets.verdict(providers.size() > 1, Set.of()));
      }
    }
  }

  private void policy(Resource policy) {
    String provider =
        policy.leaves().stream()
            .filter(l -> l.last().equals("name") && l.path().contains("targetRefs"))
            .map(l -> routes.getOrDefault(id(policy, l.value()), ""))
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
        add(
            policy,
            leaf.line(),
            FactKind.RETRY,
            provider,
            "numRetries = " + leaf.value(),
            FactVerdict.EFFECTIVE_CROSS_PROVIDER);
      } else if (leaf.last().equals("timeout") || leaf.last().equals("requestTimeout")) {
        add(
            policy,
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
      add(
          policy,
          codeLine,
          FactKind.FALLBACK,
          provider,
          "goes on to the next priority" + GatewayTargets.on(codes),
          GatewayTargets.verdict(true, codes));
    }
  }

  private void add(
      Resource at, int line, FactKind kind, String provider, String detail, FactVerdict worth) {
    facts.add(
        new ConfigFact(Location.ofLine(at.file(), line), kind, provider, detail, Evidence.DECLARED)
            .judged(worth));
  }
}
