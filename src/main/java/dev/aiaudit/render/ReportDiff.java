package dev.aiaudit.render;

import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Guard;
import dev.aiaudit.model.Provider;
import dev.aiaudit.model.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What changed between two reports of the same system. Findings are the same when their
 * fingerprints are, call sites when their ids are: both stay when lines move.
 *
 * @param newFindings in the new report only, suppressed ones left out
 * @param goneFindings in the old report only, or suppressed since
 * @param newSites call sites in main code that were not there before
 * @param goneSites call sites in main code that are not there any more
 * @param newProviders ids
 * @param goneProviders ids
 * @param lostGuards effective guards of call sites that are still there
 * @param complete whether both reports are; what is gone from an incomplete one may still exist
 */
public record ReportDiff(
    List<Finding> newFindings,
    List<Finding> goneFindings,
    List<CallSite> newSites,
    List<CallSite> goneSites,
    List<String> newProviders,
    List<String> goneProviders,
    List<LostGuard> lostGuards,
    boolean complete) {

  /**
   * A guard that acted in the old report and is missing, or cannot act any more, in the new one.
   *
   * @param site the call site as it is now
   * @param guard the guard as it was
   */
  public record LostGuard(CallSite site, Guard guard) {}

  /** Copies the lists. */
  public ReportDiff {
    newFindings = List.copyOf(newFindings);
    goneFindings = List.copyOf(goneFindings);
    newSites = List.copyOf(newSites);
    goneSites = List.copyOf(goneSites);
    newProviders = List.copyOf(newProviders);
    goneProviders = List.copyOf(goneProviders);
    lostGuards = List.copyOf(lostGuards);
  }

  /** Compares. */
  public static ReportDiff of(Report before, Report after) {
    List<Finding> oldFindings = open(before);
    List<Finding> newFindings = open(after);
    List<CallSite> oldSites = main(before);
    List<CallSite> newSites = main(after);
    List<String> oldProviders = before.providers().stream().map(Provider::id).toList();
    List<String> newProviders = after.providers().stream().map(Provider::id).toList();
    return new ReportDiff(
        minus(newFindings, oldFindings, Finding::fingerprint),
        minus(oldFindings, newFindings, Finding::fingerprint),
        minus(newSites, oldSites, CallSite::id),
        minus(oldSites, newSites, CallSite::id),
        minus(newProviders, oldProviders, id -> id),
        minus(oldProviders, newProviders, id -> id),
        lost(oldSites, newSites),
        before.coverage().complete() && after.coverage().complete());
  }

  /** Whether nothing changed. */
  public boolean isEmpty() {
    return newFindings.isEmpty()
        && goneFindings.isEmpty()
        && newSites.isEmpty()
        && goneSites.isEmpty()
        && newProviders.isEmpty()
        && goneProviders.isEmpty()
        && lostGuards.isEmpty();
  }

  private static List<Finding> open(Report report) {
    return report.findings().stream().filter(f -> f.suppression().isEmpty()).toList();
  }

  private static List<CallSite> main(Report report) {
    return report.inventory().callSites().stream().filter(site -> !site.inTest()).toList();
  }

  /** Keys may repeat; then the surplus ones count, so that a second finding is not overlooked. */
  private static <T> List<T> minus(List<T> all, List<T> others, Function<T, String> key) {
    Map<String, Integer> known = new LinkedHashMap<>();
    others.forEach(other -> known.merge(key.apply(other), 1, Integer::sum));
    List<T> left = new ArrayList<>();
    for (T value : all) {
      int number = known.merge(key.apply(value), -1, Integer::sum);
      if (number < 0) {
        left.add(value);
      }
    }
    return left;
  }

  private static List<LostGuard> lost(List<CallSite> before, List<CallSite> after) {
    Map<String, CallSite> now = new LinkedHashMap<>();
    after.forEach(site -> now.putIfAbsent(site.id(), site));
    List<LostGuard> lost = new ArrayList<>();
    for (CallSite old : before) {
      CallSite site = now.get(old.id());
      if (site != null) {
        TreeSet<String> kept = new TreeSet<>();
        effective(site).forEach(guard -> kept.add(key(guard)));
        effective(old).stream()
            .filter(guard -> kept.add(key(guard)))
            .forEach(guard -> lost.add(new LostGuard(site, guard)));
      }
    }
    return lost;
  }

  private static List<Guard> effective(CallSite site) {
    return site.guards().stream().filter(Guard::effective).toList();
  }

  /** Its value may change without the guard being lost. */
  private static String key(Guard guard) {
    return guard.kind().word() + " " + guard.by();
  }
}
