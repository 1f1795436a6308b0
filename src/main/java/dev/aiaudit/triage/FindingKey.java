package dev.aiaudit.triage;

import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Inventory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a finding is recognised by in another state of the tree.
 *
 * @param rule id
 * @param file where it is, relative to the scanned root
 * @param method {@code package.Class.method} around the call site; empty when it is about no call
 * @param callee what is called there; empty when it is about no call
 * @param fingerprint the same as long as rule, class, method and callee are
 */
public record FindingKey(
    String rule, String file, String method, String callee, String fingerprint) {

  /** The keys of findings, in their order. */
  static List<FindingKey> of(List<Finding> findings, Inventory inventory) {
    Map<String, CallSite> sites = new HashMap<>();
    inventory.callSites().forEach(site -> sites.put(site.id(), site));
    return findings.stream()
        .map(finding -> of(finding, finding.callSite().map(sites::get)))
        .toList();
  }

  private static FindingKey of(Finding finding, Optional<CallSite> site) {
    return new FindingKey(
        finding.ruleId(),
        finding.location().file(),
        site.map(CallSite::enclosing).orElse(""),
        site.map(CallSite::callee).orElse(""),
        finding.fingerprint());
  }

  /** What stays when a class is renamed or goes to another package. */
  String withoutType() {
    return rule + '\0' + callee + '\0' + last(method);
  }

  /** What stays when a call goes to another method of its class. */
  String withoutMethod() {
    return rule + '\0' + callee + '\0' + method.substring(0, Math.max(0, method.lastIndexOf('.')));
  }

  /** The call that it is about. */
  String call() {
    return call(method, callee);
  }

  /** A call in a method. */
  static String call(String method, String callee) {
    return method + '\0' + callee;
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
