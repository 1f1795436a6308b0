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

/** The gateway of Helicone: routers that balance over models or providers. */
final class HeliconeGateway implements GatewayKind {

  @Override
  public String id() {
    return "helicone";
  }

  @Override
  public boolean recognises(String path, String text) {
    return text.contains("routers:") && text.contains("load-balance:");
  }

  @Override
  public void read(ConfigFile file, Document document, GatewayFindings out) {
    Map<String, List<Leaf>> byRouter = new LinkedHashMap<>();
    for (Leaf leaf : document.leaves()) {
      List<String> path = leaf.path();
      if (path.get(0).equals("routers") && path.size() > 4 && leaf.last().startsWith("[")) {
        byRouter.computeIfAbsent(path.get(1), r -> new ArrayList<>()).add(leaf);
      }
    }
    byRouter.forEach((router, targets) -> balanced(file, router, targets, out));
  }

  private void balanced(ConfigFile file, String router, List<Leaf> targets, GatewayFindings out) {
    Set<String> providers = new TreeSet<>();
    FactVerdict plain = FactVerdict.EFFECTIVE;
    for (Leaf target : targets) {
      String provider = GatewayTargets.ofModel(out.names(), target.value());
      providers.add(provider);
      out.add(file.path(), target.line(), FactKind.MODEL, provider, target.value(), plain);
    }
    Leaf first = targets.get(0);
    boolean several = first.path().contains("providers") && providers.size() > 1;
    String provider = several ? "multiple" : GatewayTargets.ofModel(out.names(), first.value());
    FactVerdict verdict = Gateways.crossing(providers.size() > 1);
    String detail = "router " + router + " balances over " + String.join(", ", providers);
    out.add(file.path(), first.line(), FactKind.FALLBACK, provider, detail, verdict);
    Location at = Location.ofLine(file.path(), first.line());
    out.route(id(), Optional.empty(), providers, verdict, at);
  }
}
