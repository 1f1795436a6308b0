package dev.aiaudit.rule;

import dev.aiaudit.model.CallPath;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Circumstance;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.model.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** AIA005: a list of status codes leaves out what the provider answers in an outage. */
final class OutageCodeNotCovered extends SiteRule {

  OutageCodeNotCovered() {
    super(
        RuleInfo.off(
            "AIA005",
            "outage-code-not-covered",
            Severity.ERROR,
            "A list of status codes leaves out what the provider answers in an outage"));
  }

  @Override
  Optional<Finding> judge(CallSite site, Inventory inventory, Findings findings) {
    List<Circumstance> found = inventory.circumstances(site, Circumstance.Kind.CODE_MISSED);
    return found.stream()
        .findFirst()
        .filter(c -> first(c, site, inventory))
        .flatMap(
            c ->
                site.paths().stream()
                    .min(Comparator.comparingInt((CallPath path) -> path.frames().size()))
                    .map(path -> finding(site, path, c, findings)));
  }

  /** One list serves many calls; it is reported once, at the first of them. */
  private static boolean first(Circumstance list, CallSite site, Inventory inventory) {
    return inventory.circumstances().stream()
        .filter(c -> c.kind() == list.kind() && c.location().equals(list.location()))
        .findFirst()
        .filter(c -> c.callSite().equals(site.id()))
        .isPresent();
  }

  private static Finding finding(
      CallSite site, CallPath path, Circumstance list, Findings findings) {
    Findings.Anchor anchor =
        new Findings.Anchor(
            site.enclosing(),
            "codes " + list.detail(),
            0,
            Optional.of(site.id()),
            Optional.of(path.entryPoint()),
            path.frames());
    String message =
        "This list decides what is tried again or given up for "
            + Clauses.provider(site)
            + ", and in an outage the provider also answers what it leaves out: "
            + list.detail();
    return findings.at(list.location(), message, advice(), anchor);
  }

  private static String advice() {
    return "Treat every 5xx status like an outage (and a timeout or refused connection too) instead"
        + " of listing single codes; some providers answer codes of their own, such as 529.";
  }
}
