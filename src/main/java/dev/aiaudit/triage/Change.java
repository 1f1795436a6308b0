package dev.aiaudit.triage;

import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Report;
import dev.aiaudit.model.Suppression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * What a change brought: of the findings of the new tree only those count that the old one did not
 * have, or had in a milder form.
 *
 * @param report the new tree's, in which what was there before does not count
 * @param gone findings of the old tree that are there no more
 */
public record Change(Report report, List<FindingKey> gone) {

  /** Copies the list. */
  public Change {
    gone = List.copyOf(gone);
  }

  /**
   * Compares two trees that were analysed under the same settings.
   *
   * @param base what the old tree is called
   * @param stillThere whether a file of the old tree is in the new one
   */
  public static Change of(Report before, Report now, String base, Predicate<String> stillThere) {
    Counterparts parts =
        Counterparts.of(FindingKey.of(before.findings(), before.inventory()), now, stillThere);
    Worsening worsening = new Worsening(before.inventory(), now.inventory());
    Suppression same =
        new Suppression(Suppression.Kind.BASELINE, "the same at " + base, Optional.empty());
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < now.findings().size(); i++) {
      Finding finding = now.findings().get(i);
      OptionalInt old = parts.before(i);
      if (old.isPresent() && finding.suppression().isEmpty()) {
        Finding earlier = before.findings().get(old.getAsInt());
        finding =
            worsening
                .of(earlier, finding)
                .map(finding.message()::concat)
                .map(finding::withMessage)
                .orElse(finding.suppressedBy(same));
      }
      findings.add(finding);
    }
    return new Change(now.withFindings(findings), parts.gone());
  }
}
