package dev.aiaudit.rule;

import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Inventory;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * Which of the equal calls of a method a call site is. Counted over all sites, also those without a
 * finding, so that fixing the first of two equal calls does not change the fingerprint of the
 * second.
 */
final class SiteOrdinals {

  private final Map<CallSite, Integer> ordinals = new HashMap<>();

  SiteOrdinals(Inventory inventory) {
    Ordinals counter = new Ordinals();
    inventory.callSites().stream()
        .sorted(Comparator.comparing(CallSite::location))
        .forEach(site -> ordinals.put(site, counter.next(site.enclosing(), site.callee())));
  }

  /** The fingerprint of a rule's finding at that site. */
  String fingerprint(String ruleId, CallSite site) {
    return Fingerprint.of(ruleId, site.enclosing(), site.callee(), ordinals.getOrDefault(site, 0));
  }
}
