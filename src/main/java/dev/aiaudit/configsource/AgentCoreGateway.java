package dev.aiaudit.configsource;

import dev.aiaudit.configsource.YamlReader.Document;
import dev.aiaudit.configsource.YamlReader.Leaf;
import dev.aiaudit.model.FactKind;
import dev.aiaudit.model.FactVerdict;

/**
 * The file in which the tools of Bedrock AgentCore note an agent and its gateway. Both stop with
 * Bedrock; the file knows no other provider.
 */
final class AgentCoreGateway implements GatewayKind {

  @Override
  public String id() {
    return "bedrock";
  }

  @Override
  public boolean recognises(String path, String text) {
    return TreePath.name(path).startsWith(".bedrock_agentcore.y") && text.contains("agents:");
  }

  @Override
  public void read(ConfigFile file, Document document, GatewayFindings out) {
    for (Leaf leaf : document.leaves()) {
      boolean entry =
          leaf.path().size() == 3
              && leaf.path().get(0).equals("agents")
              && leaf.last().equals("entrypoint");
      if (entry || leaf.last().equals("gateway_id")) {
        String detail =
            entry
                ? "agent " + leaf.path().get(1) + " runs on AgentCore without a fallback"
                : "gateway of AgentCore";
        out.add(file.path(), leaf.line(), FactKind.GATEWAY, id(), detail, FactVerdict.NONE);
      }
    }
  }
}
