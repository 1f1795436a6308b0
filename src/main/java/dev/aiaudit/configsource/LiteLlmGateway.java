package dev.aiaudit.configsource;

import dev.aiaudit.configsource.YamlReader.Document;
import dev.aiaudit.configsource.YamlReader.Leaf;
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

/** The proxy of LiteLLM: groups of models, and which group takes over from which. */
final class LiteLlmGateway implements GatewayKind {

  /** One entry of {@code model_list}. */
  private record Leg(String group, int line, String provider) {}

  /** The groups that take over from one, at the line of the first. */
  private record Chain(int line, List<String> targets) {}

  @Override
  public String id() {
    return "litellm";
  }

  @Override
  public boolean recognises(String path, String text) {
    return text.contains("litellm_params");
  }

  @Override
  public void read(ConfigFile file, Document document, GatewayFindings out) {
    Map<String, Map<String, Leaf>> entries = new LinkedHashMap<>();
    for (Leaf leaf : document.leaves()) {
      if (leaf.path().get(0).equals("model_list") && leaf.path().size() > 2) {
        entries
            .computeIfAbsent(leaf.path().get(1), e -> new LinkedHashMap<>())
            .put(leaf.last(), leaf);
      }
      limits(file, leaf, out);
    }
    List<Leg> legs = new ArrayList<>();
    entries.values().forEach(e -> leg(file, e, out).ifPresent(legs::add));
    fallbacks(file, document, legs, out);
  }

  private static void limits(ConfigFile file, Leaf leaf, GatewayFindings out) {
    String top = leaf.path().get(0);
    if (top.equals("router_settings") || top.equals("litellm_settings")) {
      String said = GatewayFindings.said(leaf);
      if (leaf.last().equals("request_timeout") || leaf.last().equals("timeout")) {
        out.add(file.path(), leaf.line(), FactKind.TIMEOUT, "litellm", said, FactVerdict.EFFECTIVE);
      } else if (leaf.last().equals("num_retries")) {
        out.add(
            file.path(), leaf.line(), FactKind.RETRY, "litellm", said, FactVerdict.SAME_PROVIDER);
      }
    }
  }

  private static Optional<Leg> leg(ConfigFile file, Map<String, Leaf> entry, GatewayFindings out) {
    Leaf model = entry.get("model");
    if (model == null) {
      return Optional.empty();
    }
    Leaf name = Optional.ofNullable(entry.get("model_name")).orElse(model);
    Optional<Leaf> base = Optional.ofNullable(entry.get("api_base"));
    Optional<String> host = base.map(b -> GatewayTargets.host(out.names(), b.value()));
    String provider = host.orElseGet(() -> GatewayTargets.ofModel(out.names(), model.value()));
    boolean own = provider.equals("self-hosted");
    Leaf at = own ? Optional.ofNullable(entry.get("custom_llm_provider")).orElse(name) : model;
    FactVerdict plain = FactVerdict.EFFECTIVE;
    String path = file.path();
    out.add(path, at.line(), FactKind.MODEL, provider, GatewayFindings.said(model), plain);
    base.ifPresent(
        b -> out.add(path, b.line(), FactKind.BASE_URL, provider, GatewayFindings.said(b), plain));
    Optional.ofNullable(entry.get("api_key"))
        .filter(k -> k.value().startsWith("os.environ/"))
        .ifPresent(
            k ->
                out.add(
                    path,
                    k.line(),
                    FactKind.API_KEY_REF,
                    provider,
                    "api_key from " + k.value().substring(11),
                    FactVerdict.NONE));
    return Optional.of(new Leg(name.value(), name.line(), provider));
  }

  private void fallbacks(ConfigFile file, Document document, List<Leg> legs, GatewayFindings out) {
    Map<String, Set<String>> byGroup = new LinkedHashMap<>();
    legs.forEach(l -> byGroup.computeIfAbsent(l.group(), g -> new TreeSet<>()).add(l.provider()));
    Map<String, Chain> chains = chains(document);
    Optional<Chain> otherwise = Optional.ofNullable(chains.remove("*"));
    chains.forEach((group, chain) -> replaced(file, group, chain, byGroup, out));
    Set<String> seen = new TreeSet<>();
    boolean said = false;
    Set<String> targets = new TreeSet<>();
    chains.values().forEach(c -> targets.addAll(c.targets()));
    for (Leg leg : legs) {
      if (chains.containsKey(leg.group()) || !seen.add(leg.group())) {
        continue;
      }
      Set<String> from = byGroup.getOrDefault(leg.group(), Set.of());
      if (otherwise.isPresent()) {
        replaced(file, leg.group(), otherwise.get(), byGroup, out);
      } else if (from.size() > 1) {
        balanced(file, leg, from, out);
      } else {
        Location at = Location.ofLine(file.path(), leg.line());
        out.route(id(), Optional.of(leg.group()), from, FactVerdict.NONE, at);
        if (!targets.contains(leg.group()) && (!said || !chains.isEmpty())) {
          said = true;
          String detail = "model group " + leg.group() + " has no fallback";
          FactVerdict none = FactVerdict.NONE;
          out.add(file.path(), leg.line(), FactKind.FALLBACK, leg.provider(), detail, none);
        }
      }
    }
  }

  /** Groups that take over, by the group that failed; {@code *} for any. */
  private static Map<String, Chain> chains(Document document) {
    Map<String, Chain> chains = new LinkedHashMap<>();
    for (Leaf leaf : document.leaves()) {
      List<String> path = leaf.path();
      int at = path.indexOf("fallbacks");
      boolean any = path.contains("default_fallbacks");
      if (any || at >= 0 && path.size() == at + 4) {
        chains
            .computeIfAbsent(
                any ? "*" : path.get(at + 2), g -> new Chain(leaf.line(), new ArrayList<>()))
            .targets()
            .add(leaf.value());
      }
    }
    return chains;
  }

  /** Requests that fail at one deployment of a group are repeated at another one. */
  private void balanced(ConfigFile file, Leg leg, Set<String> from, GatewayFindings out) {
    FactVerdict verdict = FactVerdict.EFFECTIVE_CROSS_PROVIDER;
    String detail = "model group " + leg.group() + " is spread over " + String.join(", ", from);
    out.add(file.path(), leg.line(), FactKind.FALLBACK, "multiple", detail, verdict);
    Location at = Location.ofLine(file.path(), leg.line());
    out.route(id(), Optional.of(leg.group()), from, verdict, at);
  }

  private void replaced(
      ConfigFile file,
      String group,
      Chain chain,
      Map<String, Set<String>> byGroup,
      GatewayFindings out) {
    Set<String> from = byGroup.getOrDefault(group, Set.of());
    Set<String> to = new TreeSet<>();
    chain.targets().stream()
        .filter(t -> !t.equals(group))
        .forEach(t -> to.addAll(byGroup.getOrDefault(t, Set.of())));
    String provider = from.isEmpty() ? "unknown" : from.iterator().next();
    boolean known = from.stream().noneMatch("unknown"::equals);
    boolean crosses =
        from.size() > 1
            || known && to.stream().anyMatch(t -> !from.contains(t) && !t.equals("unknown"));
    FactVerdict verdict =
        to.isEmpty() && from.size() < 2 ? FactVerdict.INEFFECTIVE : Gateways.crossing(crosses);
    String detail = "model group " + group + " falls over to " + String.join(", ", to);
    out.add(file.path(), chain.line(), FactKind.FALLBACK, provider, detail, verdict);
    Location at = Location.ofLine(file.path(), chain.line());
    out.route(id(), Optional.of(group), from, verdict, at);
  }
}
