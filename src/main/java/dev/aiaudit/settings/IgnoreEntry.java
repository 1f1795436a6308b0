package dev.aiaudit.settings;

import dev.aiaudit.model.EntryPick;
import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Location;
import dev.aiaudit.workspace.PathFilter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An ignore written in the settings file. It is for findings that all its selectors fit.
 *
 * @param location the entry in the settings file
 * @param rules ids; empty for any rule
 * @param paths where the finding is; empty for anywhere
 * @param entry the entry point of its path; empty for any
 * @param fingerprint the finding itself
 * @param reason why it does not count
 * @param owner who answers for it
 * @param expires the last day on which it holds
 */
public record IgnoreEntry(
    Location location,
    List<String> rules,
    Optional<PathFilter> paths,
    Optional<EntryPick> entry,
    Optional<String> fingerprint,
    String reason,
    Optional<String> owner,
    Optional<LocalDate> expires) {

  /** Copies the list. */
  public IgnoreEntry {
    rules = List.copyOf(rules);
  }

  /**
   * Whether it is for this finding.
   *
   * @param entryPoint that of the finding's path
   */
  public boolean covers(Finding finding, Optional<EntryPoint> entryPoint) {
    return (rules.isEmpty() || rules.contains(finding.ruleId()))
        && paths.map(p -> p.covers(finding.location().file())).orElse(true)
        && entry.map(pick -> entryPoint.filter(pick::matches).isPresent()).orElse(true)
        && fingerprint.map(finding.fingerprint()::equals).orElse(true);
  }
}
