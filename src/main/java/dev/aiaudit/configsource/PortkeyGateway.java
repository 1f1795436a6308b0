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

/** Portkey: integrations, and strategies that go on to the next target. */
final class PortkeyGateway implements GatewayKind {

  @Override
  public String id() {
    return "portkey";
  }

  @Override
  public boolean recognises(String path, String text) {
    return path.endsWith(".json")
        && (text.contains("\"integrations\"") && text.contains("\"provider\"")
            || text.contains("\"strategy\"") && text.contains("\"targets\""));
  }

  @Override
  public void read(ConfigFile file, Document document, GatewayFindings out) {
    for (Leaf leaf : document.leaves()) {
      List<String> path = leaf.path();
      boolean integration = path.get(0).equals("integrations");
      if (integration && path.size() == 3 && leaf.last().equals("provider")) {
        integration(file, leaf, out);
      } else if (integration && path.contains("models") && leaf.last().equals("slug")) {
        String provider =
            document
                .value("integrations" + path.get(1) + ".provider")
                .map(p -> GatewayTargets.named(out.names(), p))
                .orElse("unknown");
        FactVerdict plain = FactVerdict.EFFECTIVE;
        out.add(file.path(), leaf.line(), FactKind.MODEL, provider, leaf.value(), plain);
      } else if (leaf.last().equals("mode")
          && path.contains("strategy")
          && (leaf.value().equals("fallback") || leaf.value().equals("loadbalance"))) {
        strategy(file, document, leaf, out);
      }
    }
  }

  private void integration(ConfigFile file, Leaf leaf, GatewayFindings out) {
    String provider = GatewayTargets.named(out.names(), leaf.value());
    String detail = "integration " + leaf.value() + " has no fallback strategy";
    out.add(file.path(), leaf.line(), FactKind.FALLBACK, provider, detail, FactVerdict.NONE);
    Location at = Location.ofLine(file.path(), leaf.line());
    out.route(id(), Optional.empty(), List.of(provider), FactVerdict.NONE, at);
  }

  /** A strategy that goes on to the next target, on the status codes that it lists or on all. */
  private void strategy(ConfigFile file, Document document, Leaf mode, GatewayFindings out) {
    List<String> level = mode.path().subList(0, mode.path().size() - 2);
    List<String> providers = new ArrayList<>();
    Set<String> codes = new TreeSet<>();
    for (Leaf leaf : document.leaves()) {
      if (leaf.path().size() <= level.size()
          || !leaf.path().subList(0, level.size()).equals(level)) {
        continue;
      }
      if (leaf.last().equals("provider")) {
        providers.add(GatewayTargets.named(out.names(), leaf.value()));
      } else if (leaf.path().contains("on_status_codes") && leaf.path().contains("strategy")) {
        codes.add(leaf.value());
      }
    }
    String first = providers.isEmpty() ? "unknown" : providers.get(0);
    Set<String> all = new TreeSet<>(providers);
    boolean spreads = mode.value().equals("loadbalance");
    // A target of a balanced list is asked once; nobody is asked after it.
    FactVerdict verdict =
        spreads ? FactVerdict.NONE : GatewayTargets.verdict(all.size() > 1, codes, all);
    String what = spreads ? "spreads requests over " : "falls over between ";
    String detail = what + String.join(", ", all) + GatewayTargets.on(codes);
    out.add(file.path(), mode.line(), FactKind.FALLBACK, first, detail, verdict);
    Location at = Location.ofLine(file.path(), mode.line());
    out.route(id(), Optional.empty(), spreads ? all : List.of(first), verdict, at);
  }
}
