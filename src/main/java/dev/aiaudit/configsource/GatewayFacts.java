package dev.aiaudit.configsource;

import dev.aiaudit.configsource.YamlReader.Document;
import dev.aiaudit.configsource.YamlReader.Leaf;
import dev.aiaudit.model.ConfigFact;
import dev.aiaudit.model.Diagnostic;
import dev.aiaudit.model.Evidence;
import dev.aiaudit.model.FactKind;
import dev.aiaudit.model.FactVerdict;
import dev.aiaudit.model.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads the configuration of AI gateways: which models they route to, and whether a failing
 * provider is replaced by another one. The kind of gateway is told by what stands in the file.
 */
final class GatewayFacts {

  private final AiNames names;
  private final EnvoyRoutes envoy;
  private final List<ConfigFact> facts = new ArrayList<>();

  GatewayFacts(AiNames names) {
    this.names = names;
    this.envoy = new EnvoyRoutes(names);
  }

  /** Whether a text is the configuration of a gateway; a cheap test before it is parsed. */
  static boolean recognised(String text) {
    return text.contains("litellm_params")
        || text.contains("aigateway.envoyproxy.io")
        || text.contains("gateway.envoyproxy.io/") && text.contains("BackendTrafficPolicy")
        || text.contains("routers:") && text.contains("load-balance:")
        || text.contains("\"integrations\"") && text.contains("\"provider\"")
        || text.contains("\"strategy\"") && text.contains("\"targets\"");
  }

  List<Diagnostic> read(ConfigFile file) {
    YamlReader reader = YamlReader.read(file);
    for (Document document : reader.documents()) {
      if (file.text().contains("litellm_params")) {
        litellm(file, document);
      } else if (file.text().contains("load-balance:")) {
        helicone(file, document);
      } else if (file.path().endsWith(".json")) {
        portkey(file, document);
      } else {
        envoy.read(file, document);
      }
    }
    return reader.diagnostics();
  }

  List<ConfigFact> find() {
    facts.addAll(envoy.find());
    return facts;
  }

  /** One entry of {@code model_list}. */
  private record Leg(String group, int line, String provider) {}

  private void litellm(ConfigFile file, Document document) {
    Map<String, Map<String, Leaf>> entries = new LinkedHashMap<>();
    for (Leaf leaf : document.leaves()) {
      if (leaf.path().get(0).equals("model_list") && leaf.path().size() > 2) {
        entries
            .computeIfAbsent(leaf.path().get(1), e -> new LinkedHashMap<>())
            .put(leaf.last(), leaf);
      }
      limits(file, leaf);
    }
    List<Leg> legs = new ArrayList<>();
    entries.values().forEach(e -> leg(file, e).ifPresent(legs::add));
    litellmFallbacks(file, document, legs);
  }

  private void limits(ConfigFile file, Leaf leaf) {
    String top = leaf.path().get(0);
    if (top.equals("router_settings") || top.equals("litellm_settings")) {
      if (leaf.last().equals("request_timeout") || leaf.last().equals("timeout")) {
        add(file, leaf.line(), FactKind.TIMEOUT, "litellm", said(leaf), FactVerdict.EFFECTIVE);
      } else if (leaf.last().equals("num_retries")) {
        add(file, leaf.line(), FactKind.RETRY, "litellm", said(leaf), FactVerdict.SAME_PROVIDER);
      }
    }
  }

  private Optional<Leg> leg(ConfigFile file, Map<String, Leaf> entry) {
    Leaf model = entry.get("model");
    if (model == null) {
      return Optional.empty();
    }
    Leaf name = Optional.ofNullable(entry.get("model_name")).orElse(model);
    Optional<Leaf> base = Optional.ofNullable(entry.get("api_base"));
    Optional<String> host = base.map(b -> GatewayTargets.host(names, b.value()));
    String provider = host.orElseGet(() -> GatewayTargets.ofModel(names, model.value()));
    boolean own = provider.equals("self-hosted");
    Leaf at = own ? Optional.ofNullable(entry.get("custom_llm_provider")).orElse(name) : model;
    add(file, at.line(), FactKind.MODEL, provider, said(model), FactVerdict.EFFECTIVE);
    base.ifPresent(
        b -> add(file, b.line(), FactKind.BASE_URL, provider, said(b), FactVerdict.EFFECTIVE));
    Optional.ofNullable(entry.get("api_key"))
        .filter(k -> k.value().startsWith("os.environ/"))
        .ifPresent(
            k ->
                add(
                    file,
                    k.line(),
                    FactKind.API_KEY_REF,
                    provider,
                    "api_key from " + k.value().substring(11),
                    FactVerdict.NONE));
    return Optional.of(new Leg(name.value(), name.line(), provider));
  }

  private void litellmFallbacks(ConfigFile file, Document document, List<Leg> legs) {
    Map<String, Set<String>> byGroup = new LinkedHashMap<>();
    legs.forEach(l -> byGroup.computeIfAbsent(l.group(), g -> new TreeSet<>()).add(l.provider()));
    Set<String> covered = new TreeSet<>();
    Set<String> targets = new TreeSet<>();
    for (Leaf leaf : document.leaves()) {
      List<String> path = leaf.path();
      int at = path.indexOf("fallbacks");
      if (at >= 0 && path.size() == at + 4 && covered.add(path.get(at + 2))) {
        String group = path.get(at + 2);
        Set<String> other = byGroup.getOrDefault(leaf.value(), Set.of());
        targets.add(leaf.value());
        replaced(file, leaf.line(), group, byGroup.getOrDefault(group, Set.of()), other);
      } else if (path.contains("default_fallbacks")) {
        covered.addAll(byGroup.keySet());
      }
    }
    boolean any = !covered.isEmpty();
    for (Leg leg : legs) {
      boolean balanced = byGroup.getOrDefault(leg.group(), Set.of()).size() > 1;
      if (!balanced && !covered.contains(leg.group()) && !targets.contains(leg.group())) {
        add(
            file,
            leg.line(),
            FactKind.FALLBACK,
            leg.provider(),
            "model group " + leg.group() + " has no fallback",
            FactVerdict.NONE);
        if (!any) {
          return;
        }
      }
    }
  }

  private void replaced(ConfigFile file, int line, String group, Set<String> from, Set<String> to) {
    String provider = from.isEmpty() ? "unknown" : from.iterator().next();
    boolean crosses = to.stream().anyMatch(t -> !from.contains(t));
    add(
        file,
        line,
        FactKind.FALLBACK,
        provider,
        "model group " + group + " falls over to " + String.join(", ", to),
        to.isEmpty()
            ? FactVerdict.INEFFECTIVE
            : crosses ? FactVerdict.EFFECTIVE_CROSS_PROVIDER : FactVerdict.SAME_PROVIDER);
  }

  private void helicone(ConfigFile file, Document document) {
    Map<String, List<Leaf>> byRouter = new LinkedHashMap<>();
    for (Leaf leaf : document.leaves()) {
      List<String> path = leaf.path();
      if (path.get(0).equals("routers") && path.size() > 4 && leaf.last().startsWith("[")) {
        byRouter.computeIfAbsent(path.get(1), r -> new ArrayList<>()).add(leaf);
      }
    }
    byRouter.forEach((router, targets) -> balanced(file, router, targets));
  }

  private void balanced(ConfigFile file, String router, List<Leaf> targets) {
    Set<String> providers = new TreeSet<>();
    for (Leaf target : targets) {
      String provider = GatewayTargets.ofModel(names, target.value());
      providers.add(provider);
      add(file, target.line(), FactKind.MODEL, provider, target.value(), FactVerdict.EFFECTIVE);
    }
    boolean whole = targets.get(0).path().contains("providers");
    add(
        file,
        targets.get(0).line(),
        FactKind.FALLBACK,
        whole && providers.size() > 1
            ? "multiple"
            : GatewayTargets.ofModel(names, targets.get(0).value()),
        "router " + router + " balances over " + String.join(", ", providers),
        providers.size() > 1 ? FactVerdict.EFFECTIVE_CROSS_PROVIDER : FactVerdict.SAME_PROVIDER);
  }

  private void portkey(ConfigFile file, Document document) {
    for (Leaf leaf : document.leaves()) {
      List<String> path = leaf.path();
      if (path.get(0).equals("integrations")
          && path.size() == 3
          && leaf.last().equals("provider")) {
        String provider = GatewayTargets.named(names, leaf.value());
        add(
            file,
            leaf.line(),
            FactKind.FALLBACK,
            provider,
            "integration " + leaf.value() + " has no fallback strategy",
            FactVerdict.NONE);
      } else if (path.get(0).equals("integrations")
          && path.contains("models")
          && leaf.last().equals("slug")) {
        String provider =
            document
                .value("integrations" + path.get(1) + ".provider")
                .map(p -> GatewayTargets.named(names, p))
                .orElse("unknown");
        add(file, leaf.line(), FactKind.MODEL, provider, leaf.value(), FactVerdict.EFFECTIVE);
      } else if (leaf.last().equals("mode") && leaf.value().equals("fallback")) {
        strategy(file, document, leaf);
      }
    }
  }

  /** A strategy that goes on to the next target, on the status codes that it lists or on all. */
  private void strategy(ConfigFile file, Document document, Leaf mode) {
    List<String> level = mode.path().subList(0, mode.path().size() - 2);
    Set<String> providers = new TreeSet<>();
    String first = "unknown";
    Set<String> codes = new TreeSet<>();
    for (Leaf leaf : document.leaves()) {
      if (leaf.path().size() <= level.size()
          || !leaf.path().subList(0, level.size()).equals(level)) {
        continue;
      }
      if (leaf.last().equals("provider")) {
        String provider = GatewayTargets.named(names, leaf.value());
        first = providers.isEmpty() ? provider : first;
        providers.add(provider);
      } else if (leaf.path().contains("on_status_codes")) {
        codes.add(leaf.value());
      }
    }
    add(
        file,
        mode.line(),
        FactKind.FALLBACK,
        first,
        "falls over between " + String.join(", ", providers) + GatewayTargets.on(codes),
        GatewayTargets.verdict(providers.size() > 1, codes));
  }

  private static String said(Leaf leaf) {
    return leaf.last() + " = " + leaf.value();
  }

  private void add(
      ConfigFile file, int line, FactKind kind, String provider, String detail, FactVerdict worth) {
    facts.add(
        new ConfigFact(
                Location.ofLine(file.path(), line), kind, provider, detail, Evidence.DECLARED)
            .judged(worth));
  }
}
