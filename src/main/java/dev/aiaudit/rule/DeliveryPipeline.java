package dev.aiaudit.rule;

import dev.aiaudit.model.CheckGate;
import dev.aiaudit.model.ConfigFact;
import dev.aiaudit.model.Evidence;
import dev.aiaudit.model.FactKind;
import dev.aiaudit.model.FactVerdict;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.model.Severity;
import java.util.stream.Stream;

/** AIA016: merging or releasing waits for a step that stops while an AI provider is down. */
final class DeliveryPipeline implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.on(
          "AIA016",
          "delivery-pipeline-dependency",
          Severity.WARNING,
          "A check that merging or releasing waits for needs an AI provider");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Inventory inventory) {
    Findings findings = new Findings(INFO, inventory);
    Ordinals ordinals = new Ordinals();
    return inventory.configFacts().stream()
        .filter(DeliveryPipeline::stops)
        .map(fact -> finding(fact, findings, ordinals));
  }

  /** What follows from such a step, the jobs behind it, is not reported again. */
  private static boolean stops(ConfigFact fact) {
    return fact.what() == FactKind.WORKFLOW
        && fact.evidence() == Evidence.DECLARED
        && fact.verdict().filter(v -> v == FactVerdict.BLOCKS_DELIVERY).isPresent()
        && fact.gate().filter(g -> g != CheckGate.NONE).isPresent();
  }

  private static Finding finding(ConfigFact fact, Findings findings, Ordinals ordinals) {
    boolean hard = fact.gate().filter(g -> g == CheckGate.HARD).isPresent();
    String provider =
        switch (fact.provider()) {
          case "multiple" -> "any of several AI providers";
          case "configured", "unknown" -> "its AI provider";
          default -> fact.provider();
        };
    String message =
        "This step ("
            + fact.detail()
            + ") fails while "
            + provider
            + " is down, and "
            + (hard ? "something here waits for it" : "its check turns red");
    String advice =
        "Let the step pass when the provider does not answer (continue-on-error, and a timeout of"
            + " minutes), or keep a documented way around it, such as a variable that switches the"
            + " job off.";
    String file = fact.location().file();
    Findings.Anchor anchor = Findings.Anchor.inFile(file, fact.detail(), ordinals);
    return findings.at(fact.location(), message, advice, anchor);
  }
}
