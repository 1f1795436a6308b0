package dev.aiaudit.configsource;

import dev.aiaudit.configsource.YamlReader.Document;
import dev.aiaudit.configsource.YamlReader.Leaf;
import dev.aiaudit.model.FactKind;
import dev.aiaudit.model.FactVerdict;
import dev.aiaudit.model.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Kong: its plugins {@code ai-proxy} with one target and {@code ai-proxy-advanced} with several, in
 * a declarative file or a Kubernetes resource, and plain services in front of an AI host.
 */
final class KongGateway implements GatewayKind {

  private static final Set<String> PLUGINS = Set.of("ai-proxy", "ai-proxy-advanced");

  @Override
  public String id() {
    return "kong";
  }

  @Override
  public boolean recognises(String path, String text) {
    return text.contains("_format_version:") && text.contains("services:")
        || text.contains("ai-proxy")
            && (text.contains("plugins:") || text.contains("kind: KongPlugin"));
  }

  @Override
  public void read(ConfigFile file, Document document, GatewayFindings out) {
    for (Leaf leaf : document.leaves()) {
      boolean names = leaf.last().equals("name") || leaf.last().equals("plugin");
      if (names && PLUGINS.contains(leaf.value())) {
        plugin(file, document, leaf, out);
      } else if (leaf.path().get(0).equals("services")
          && leaf.path().size() == 3
          && (leaf.last().equals("url") || leaf.last().equals("host"))) {
        service(file, leaf, out);
      }
    }
  }

  private void service(ConfigFile file, Leaf leaf, GatewayFindings out) {
    Optional<String> provider = out.names().host(leaf.value(), false);
    if (provider.isPresent()) {
      String said = GatewayFindings.said(leaf);
      FactVerdict plain = FactVerdict.EFFECTIVE;
      out.add(file.path(), leaf.line(), FactKind.BASE_URL, provider.get(), said, plain);
      Location at = Location.ofLine(file.path(), leaf.line());
      out.route(id(), Optional.empty(), List.of(provider.get()), FactVerdict.NONE, at);
    }
  }

  private void plugin(ConfigFile file, Document document, Leaf plugin, GatewayFindings out) {
    List<String> level = new ArrayList<>(plugin.path().subList(0, plugin.path().size() - 1));
    level.add("config");
    List<String> targets = new ArrayList<>();
    Set<String> criteria = new TreeSet<>();
    int line = plugin.line();
    String provider = "unknown";
    for (Leaf leaf : document.leaves()) {
      List<String> path = leaf.path();
      if (path.size() <= level.size() || !path.subList(0, level.size()).equals(level)) {
        continue;
      }
      boolean model = path.size() > 1 && path.get(path.size() - 2).equals("model");
      if (model && leaf.last().equals("provider")) {
        provider = GatewayTargets.named(out.names(), leaf.value());
        targets.add(provider);
        String detail = "target " + leaf.value();
        out.add(
            file.path(), leaf.line(), FactKind.GATEWAY, provider, detail, FactVerdict.EFFECTIVE);
      } else if (model && leaf.last().equals("name")) {
        model(file, document, leaf, out);
      } else if (path.contains("failover_criteria")) {
        line = criteria.isEmpty() ? leaf.line() : line;
        criteria.add(leaf.value());
      }
    }
    verdict(file, targets, criteria, line, out);
  }

  /** The model of a target; its provider may stand before or after it. */
  private static void model(ConfigFile file, Document document, Leaf name, GatewayFindings out) {
    List<String> beside = name.path().subList(0, name.path().size() - 1);
    String provider =
        document.leaves().stream()
            .filter(l -> l.last().equals("provider"))
            .filter(l -> l.path().subList(0, l.path().size() - 1).equals(beside))
            .map(l -> GatewayTargets.named(out.names(), l.value()))
            .findFirst()
            .orElse("unknown");
    String said = "model = " + name.value();
    out.add(file.path(), name.line(), FactKind.MODEL, provider, said, FactVerdict.EFFECTIVE);
  }

  private void verdict(
      ConfigFile file, List<String> targets, Set<String> criteria, int line, GatewayFindings out) {
    if (targets.isEmpty()) {
      return;
    }
    Set<String> providers = new TreeSet<>(targets);
    FactVerdict verdict;
    String detail;
    if (targets.size() == 1) {
      verdict = FactVerdict.NONE;
      detail = "the only target has no fallback";
    } else if (!criteria.contains("http_500") || !criteria.contains("http_503")) {
      // Without a list, only connection errors and time-outs lead on to the next target.
      verdict = FactVerdict.INEFFECTIVE;
      detail = "goes on to the next target, but not when one answers HTTP 500 and 503";
    } else {
      verdict = Gateways.crossing(providers.size() > 1);
      detail = "goes on to the next target of " + String.join(", ", providers);
    }
    out.add(file.path(), line, FactKind.FALLBACK, targets.get(0), detail, verdict);
    Location at = Location.ofLine(file.path(), line);
    out.route(id(), Optional.empty(), providers, verdict, at);
  }
}
