package dev.aiaudit.rule;

import dev.aiaudit.model.ConfigFact;
import dev.aiaudit.model.FactKind;
import dev.aiaudit.model.FactVerdict;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.model.Severity;
import java.util.stream.Stream;

/** AIA018: an AI API key is written in a file of the tree. The key itself is never shown. */
final class ExposedKey implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.on(
          "AIA018", "exposed-key", Severity.ERROR, "An AI API key is written in a tracked file");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Inventory inventory) {
    Findings findings = new Findings(INFO, inventory);
    Ordinals ordinals = new Ordinals();
    return inventory.configFacts().stream()
        .filter(fact -> fact.what() == FactKind.API_KEY_REF)
        .filter(fact -> fact.verdict().filter(v -> v == FactVerdict.EXPOSED).isPresent())
        .map(fact -> finding(fact, findings, ordinals));
  }

  private static Finding finding(ConfigFact fact, Findings findings, Ordinals ordinals) {
    String owner = fact.provider().equals("unknown") ? "an AI provider" : fact.provider();
    String message = "A key of " + owner + " is written here (" + fact.detail() + ")";
    String advice =
        "Revoke the key at the provider now: it stays in the history of the repository. Then read"
            + " the new one from the environment or a secret store.";
    String file = fact.location().file();
    Findings.Anchor anchor = Findings.Anchor.inFile(file, fact.detail(), ordinals);
    return findings.at(fact.location(), message, advice, anchor);
  }
}
