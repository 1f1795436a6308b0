package dev.aiaudit.engine;

import dev.aiaudit.catalog.Catalog;
import dev.aiaudit.catalog.data.DataNode;
import dev.aiaudit.catalog.data.YamlForm;
import dev.aiaudit.catalog.type.LibraryTypes;
import dev.aiaudit.configsource.ConfigFile;
import dev.aiaudit.configsource.FileKind;
import dev.aiaudit.configsource.ProjectConfig;
import dev.aiaudit.detect.CallSites;
import dev.aiaudit.detect.CatalogLibraries;
import dev.aiaudit.detect.RequestSite;
import dev.aiaudit.detect.Surroundings;
import dev.aiaudit.flow.around.Circumstances;
import dev.aiaudit.model.Diagnostic;
import dev.aiaudit.model.Report;
import dev.aiaudit.resolve.Project;
import dev.aiaudit.resolve.Typer;
import dev.aiaudit.rule.Rules;
import dev.aiaudit.workspace.ReadLimits;
import dev.aiaudit.workspace.SkippedFileException;
import dev.aiaudit.workspace.SourceFile;
import dev.aiaudit.workspace.WalkOptions;
import dev.aiaudit.workspace.Workspace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * One audit of one tree: runs the stages in order and gives the report. It reads files under the
 * root and nothing else, starts no process and writes nothing.
 */
public final class Audit {
  private static final String SETTINGS = ".ai-audit.yml";

  private final AuditRequest request;
  private final AuditListener listener;
  private final String toolVersion;
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private BooleanSupplier timeUp = () -> false;
  private int unfollowed;

  /**
   * An audit.
   *
   * @param toolVersion what the report names as the version of the tool
   */
  public Audit(AuditRequest request, AuditListener listener, String toolVersion) {
    this.request = request;
    this.listener = listener;
    this.toolVersion = toolVersion;
  }

  /**
   * Sets a limit. When the time is up, nothing more is parsed or followed, the report holds what is
   * known, and the scan is incomplete.
   *
   * @param up whether the time is up; asked often
   */
  public Audit limitedBy(BooleanSupplier up) {
    timeUp = up;
    return this;
  }

  /**
   * Runs the audit.
   *
   * @throws dev.aiaudit.catalog.data.DataException when the settings file or an entry in it is
   *     malformed
   * @throws IOException when the root itself does not exist or cannot be listed
   * @throws InterruptedException when the thread was interrupted while it waited for workers
   */
  public AuditResult run() throws IOException, InterruptedException {
    listener.stage("listing files");
    Workspace workspace = Workspace.open(request.root(), walkOptions());
    workspace.problems().forEach(p -> report(Diagnostic.Level.WARNING, p.file(), p.message()));
    Catalog catalog = Catalog.load();
    List<DataNode> added = new ArrayList<>(request.catalog());
    added.addAll(ownEntries(workspace));
    if (!added.isEmpty()) {
      catalog = catalog.with(added);
    }
    listener.stage("reading " + workspace.files().size() + " files");
    ProjectConfig config = ProjectConfig.read(configFiles(workspace), catalog);
    diagnostics.addAll(config.diagnostics());
    try (JavaSources sources = new JavaSources(workspace, request.threads(), timeUp)) {
      return analyse(workspace, sources, catalog, config);
    }
  }

  private AuditResult analyse(
      Workspace workspace, JavaSources sources, Catalog catalog, ProjectConfig config) {
    PlatformSources platforms = new PlatformSources(catalog, sources.index());
    sources.hide(platforms.files());
    diagnostics.addAll(platforms.diagnostics());
    LibraryTypes types = LibraryTypes.load(catalog.data());
    Project project = new Project(sources, new CatalogLibraries(catalog, types));
    Surroundings at = new Surroundings(project, new Typer(project), catalog, config);
    listener.stage("finding call sites");
    List<RequestSite> sites = new CallSites(at).find();
    listener.stage("following " + sites.size() + " call sites to their entry points");
    Tracing tracing = new Tracing(at, types, sites);
    List<TracedSite> traced = sites.stream().map(site -> trace(tracing, site)).toList();
    diagnostics.addAll(sources.diagnostics());
    if (timeUp.getAsBoolean()) {
      report(
          Diagnostic.Level.ERROR,
          "",
          "the time limit ended the scan: "
              + sources.passedOver()
              + " files were not parsed, "
              + unfollowed
              + " call sites were not followed to their entry points");
    }
    Report report =
        new Assembly(request, toolVersion, workspace, sources, catalog, Rules.enabledByDefault())
            .report(traced, config, new Circumstances(at), diagnostics);
    Optional<FileAccount> account =
        request.explained().map(new FileAccounts(workspace, sources, at, report)::of);
    return new AuditResult(report, workspace, account);
  }

  /** A site that breaks the analysis is still reported, with nothing known of its callers. */
  private TracedSite trace(Tracing tracing, RequestSite site) {
    if (timeUp.getAsBoolean()) {
      unfollowed++;
      return TracedSite.unknown(site);
    }
    try {
      return tracing.trace(site);
    } catch (RuntimeException | StackOverflowError bug) {
      String lost = "the callers of line " + site.code().location(site.node()).startLine();
      diagnostics.add(
          Bugs.diagnostic(site.code().owner().file().path(), lost + " were not found", bug));
      return TracedSite.unknown(site);
    }
  }

  /** Catalogue entries in the settings file at the root. */
  private static List<DataNode> ownEntries(Workspace workspace) throws SkippedFileException {
    Optional<SourceFile> settings = workspace.find(SETTINGS);
    if (settings.isEmpty()) {
      return List.of();
    }
    DataNode root = YamlForm.read(SETTINGS, workspace.readText(settings.get()).text());
    root.allowOnly(Set.of("catalog"));
    return root.items("catalog");
  }

  private WalkOptions walkOptions() {
    return new WalkOptions(
        request.gitignore(), request.excludes(), request.includes(), ReadLimits.defaults());
  }

  private List<ConfigFile> configFiles(Workspace workspace) {
    List<ConfigFile> out = new ArrayList<>();
    for (SourceFile file : workspace.files()) {
      if (!file.isJava() && FileKind.of(file.path()).isPresent()) {
        try {
          out.add(new ConfigFile(file.path(), workspace.readText(file).text()));
        } catch (SkippedFileException skipped) {
          report(Diagnostic.Level.WARNING, file.path(), "not read: " + skipped.reason().text());
        }
      }
    }
    return out;
  }

  private void report(Diagnostic.Level level, String file, String message) {
    diagnostics.add(new Diagnostic(level, file, Optional.empty(), message));
  }
}
