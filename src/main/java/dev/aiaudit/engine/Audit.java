package dev.aiaudit.engine;

import dev.aiaudit.catalog.Catalog;
import dev.aiaudit.catalog.data.DataNode;
import dev.aiaudit.catalog.type.LibraryTypes;
import dev.aiaudit.configsource.ConfigFile;
import dev.aiaudit.configsource.FileKind;
import dev.aiaudit.configsource.JavaKeys;
import dev.aiaudit.configsource.ProjectConfig;
import dev.aiaudit.detect.CallSites;
import dev.aiaudit.detect.CatalogLibraries;
import dev.aiaudit.detect.RequestSite;
import dev.aiaudit.detect.Surroundings;
import dev.aiaudit.flow.around.Circumstances;
import dev.aiaudit.model.ConfigFact;
import dev.aiaudit.model.Diagnostic;
import dev.aiaudit.model.Report;
import dev.aiaudit.resolve.Project;
import dev.aiaudit.resolve.Typer;
import dev.aiaudit.settings.CommentedFile;
import dev.aiaudit.settings.IgnoreComment;
import dev.aiaudit.settings.KnownWords;
import dev.aiaudit.settings.Settings;
import dev.aiaudit.workspace.ReadLimits;
import dev.aiaudit.workspace.SkippedFileException;
import dev.aiaudit.workspace.SourceFile;
import dev.aiaudit.workspace.WalkOptions;
import dev.aiaudit.workspace.Workspace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * One audit of one tree: runs the stages in order and gives the report. It reads files under the
 * root and nothing else, starts no process and writes nothing.
 */
public final class Audit {
  private final AuditRequest request;
  private final AuditListener listener;
  private final String toolVersion;
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private BooleanSupplier timeUp = () -> false;
  private RunbookCheck runbooks = RunbookCheck.NONE;
  private boolean decided;
  private boolean cutShort;
  private int unfollowed;
  private final List<String> marked = new ArrayList<>();
  private Settings settings = Settings.NONE;

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

  /** Sets who knows which runbooks are out of date; without it, none is held for stale. */
  public Audit checking(RunbookCheck check) {
    runbooks = check;
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
    Catalog catalog = Catalog.load();
    settings = SettingsFile.read(request.root(), request.settings(), catalog);
    List<DataNode> added = new ArrayList<>(request.catalog());
    added.addAll(settings.catalog());
    if (!added.isEmpty()) {
      catalog = catalog.with(added);
    }
    listener.stage("listing files");
    Workspace workspace = workspace();
    workspace.problems().forEach(p -> report(Diagnostic.Level.WARNING, p.file(), p.message()));
    listener.stage("reading " + workspace.files().size() + " files");
    ProjectConfig config = ProjectConfig.read(configFiles(workspace), catalog);
    diagnostics.addAll(config.diagnostics());
    try (JavaSources sources = new JavaSources(workspace, request.threads(), this::timeIsUp)) {
      JavaKeys keys = new JavaKeys(catalog);
      List<ConfigFact> written =
          sources.withKeys().stream().flatMap(f -> keys.find(f).stream()).toList();
      return analyse(workspace, sources, catalog, config.with(written));
    }
  }

  private Workspace workspace() throws IOException {
    Workspace now = Workspace.open(request.root(), walkOptions());
    return request.past().isPresent() ? now.before(request.past().get()) : now;
  }

  private AuditResult analyse(
      Workspace workspace, JavaSources sources, Catalog catalog, ProjectConfig config) {
    PlatformSources platforms = new PlatformSources(catalog, sources.index());
    sources.hide(platforms.files());
    diagnostics.addAll(platforms.diagnostics());
    List<String> java =
        workspace.files().stream().filter(SourceFile::isJava).map(SourceFile::path).toList();
    diagnostics.addAll(UnbuiltSources.notes(config.modules(), java));
    LibraryTypes types = LibraryTypes.load(catalog.data());
    Project project = new Project(sources, new CatalogLibraries(catalog, types));
    Surroundings at = new Surroundings(project, new Typer(project), catalog, config);
    listener.stage("finding call sites");
    List<RequestSite> sites = new CallSites(at).find();
    listener.stage("following " + sites.size() + " call sites to their entry points");
    Tracing tracing = new Tracing(at, types, sites, settings.entryPoints());
    List<TracedSite> traced = sites.stream().map(site -> trace(tracing, site)).toList();
    diagnostics.addAll(sources.diagnostics());
    if (decide()) {
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
        new Assembly(request, toolVersion, workspace, sources, catalog)
            .checking(runbooks)
            .report(
                traced,
                config,
                new Circumstances(at),
                diagnostics,
                new Judgement(settings, request.ignoring()),
                comments(workspace, sources, catalog));
    Optional<FileAccount> account =
        request.explained().map(new FileAccounts(workspace, sources, at, report)::of);
    return new AuditResult(report, workspace, account);
  }

  private boolean timeIsUp() {
    return decided ? cutShort : timeUp.getAsBoolean();
  }

  /**
   * Whether the limit left something out. From here on nothing changes that: what is only put
   * together afterwards is either whole, or as far as the files that were read go.
   */
  private boolean decide() {
    cutShort = timeIsUp();
    decided = true;
    return cutShort;
  }

  /** A site that breaks the analysis is still reported, with nothing known of its callers. */
  private TracedSite trace(Tracing tracing, RequestSite site) {
    if (timeIsUp()) {
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

  /** Only files with the marker in them are looked at again. */
  private List<CommentedFile> comments(Workspace workspace, JavaSources sources, Catalog catalog) {
    KnownWords words = SettingsFile.words(catalog);
    Stream<String> java = sources.marked().stream();
    return Stream.concat(java, marked.stream())
        .sorted()
        .flatMap(
            path -> text(workspace, path).map(t -> CommentedFile.read(path, t, words)).stream())
        .toList();
  }

  private static Optional<String> text(Workspace workspace, String path) {
    try {
      SourceFile file = workspace.find(path).orElseThrow();
      return Optional.of(workspace.readText(file).text());
    } catch (SkippedFileException gone) {
      return Optional.empty();
    }
  }

  private WalkOptions walkOptions() {
    List<String> excludes = new ArrayList<>(settings.excludes());
    excludes.addAll(request.excludes());
    return new WalkOptions(
        request.gitignore(), excludes, request.includes(), ReadLimits.defaults());
  }

  private List<ConfigFile> configFiles(Workspace workspace) {
    List<ConfigFile> out = new ArrayList<>();
    for (SourceFile file : workspace.files()) {
      if (!file.isJava() && FileKind.of(file.path()).isPresent()) {
        try {
          String text = workspace.readText(file).text();
          out.add(new ConfigFile(file.path(), text));
          if (text.contains(IgnoreComment.MARKER)) {
            marked.add(file.path());
          }
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
