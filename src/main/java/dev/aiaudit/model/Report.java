package dev.aiaudit.model;

import java.util.List;

/**
 * The whole result of a scan, from which every output is rendered.
 *
 * @param toolVersion version of ai-audit
 * @param catalog digest of the built-in catalogue and the user's additions
 * @param coverage what was looked at
 * @param providers sorted by id
 * @param inventory call sites, entry points and config facts
 * @param findings sorted by location, then rule
 * @param diagnostics sorted by file and line
 */
public record Report(
    String toolVersion,
    String catalog,
    Coverage coverage,
    List<Provider> providers,
    Inventory inventory,
    List<Finding> findings,
    List<Diagnostic> diagnostics) {

  /** Copies the lists. */
  public Report {
    providers = List.copyOf(providers);
    findings = List.copyOf(findings);
    diagnostics = List.copyOf(diagnostics);
  }

  /** The same report with its findings judged again. */
  public Report withFindings(List<Finding> newFindings) {
    return new Report(
        toolVersion, catalog, coverage, providers, inventory, newFindings, diagnostics);
  }
}
