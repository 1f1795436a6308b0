package dev.aiaudit.rule;

import dev.aiaudit.model.CallPath;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Frame;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.model.Location;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Builds the findings of one rule over one inventory. */
final class Findings {

  private final RuleInfo rule;
  private final SiteOrdinals ordinals;
  private final Remediation remediation;

  Findings(RuleInfo rule, Inventory inventory) {
    this.rule = rule;
    this.ordinals = new SiteOrdinals(inventory);
    this.remediation = new Remediation(inventory);
  }

  Remediation remediation() {
    return remediation;
  }

  /** A finding at a call site, proven by a witness. */
  Finding atSite(CallSite site, Witness witness, String message, String advice) {
    return finding(
        site.location(),
        message,
        advice,
        Optional.of(site.id()),
        Optional.of(witness.path().entryPoint()),
        witness.path().frames(),
        ordinals.fingerprint(rule.id(), site));
  }

  /** A finding about a call site itself, whatever path leads to it; the shortest is shown. */
  Finding atSite(CallSite site, String message, String advice) {
    Optional<CallPath> shortest =
        site.paths().stream()
            .min(
                Comparator.<CallPath>comparingInt(path -> path.frames().size())
                    .thenComparing(CallPath::entryPoint));
    return finding(
        site.location(),
        message,
        advice,
        Optional.of(site.id()),
        shortest.map(CallPath::entryPoint),
        shortest.map(CallPath::frames).orElse(List.of()),
        ordinals.fingerprint(rule.id(), site));
  }

  /** A finding whose place is not a call site. */
  Finding at(Location location, String message, String advice, Anchor anchor) {
    return finding(
        location,
        message,
        advice,
        anchor.callSite(),
        anchor.entryPoint(),
        anchor.path(),
        Fingerprint.of(rule.id(), anchor.method(), anchor.callee(), anchor.ordinal()));
  }

  private Finding finding(
      Location location,
      String message,
      String advice,
      Optional<String> callSite,
      Optional<String> entryPoint,
      List<Frame> path,
      String fingerprint) {
    return new Finding(
        rule.id(),
        rule.severity(),
        message,
        advice,
        location,
        callSite,
        entryPoint,
        path,
        fingerprint,
        Optional.empty());
  }

  /**
   * What a finding that is not at a call site hangs on.
   *
   * @param method {@code package.Class.method} for the fingerprint
   * @param callee what distinguishes it in that method
   * @param ordinal among equal ones
   * @param callSite the site concerned
   * @param entryPoint where the path starts
   * @param path the frames that are shown
   */
  record Anchor(
      String method,
      String callee,
      int ordinal,
      Optional<String> callSite,
      Optional<String> entryPoint,
      List<Frame> path) {

    /**
     * What a finding in a file without methods hangs on: the file's path and what it says.
     *
     * @param said what distinguishes it in that file
     */
    static Anchor inFile(String file, String said, Ordinals ordinals) {
      return new Anchor(
          file, said, ordinals.next(file, said), Optional.empty(), Optional.empty(), List.of());
    }
  }
}
