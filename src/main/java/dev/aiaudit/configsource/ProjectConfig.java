package dev.aiaudit.configsource;

import dev.aiaudit.catalog.Catalog;
import dev.aiaudit.configsource.ConfigReading.ContainerImage;
import dev.aiaudit.configsource.VersionCatalogReader.VersionCatalog;
import dev.aiaudit.model.ConfigFact;
import dev.aiaudit.model.Diagnostic;
import dev.aiaudit.model.Evidence;
import dev.aiaudit.model.FactKind;
import dev.aiaudit.model.FactVerdict;
import dev.aiaudit.workspace.Workspace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Builds and settings of a tree, read together.
 *
 * @param modules Maven and Gradle modules
 * @param configuration settings by module
 * @param gateways AI gateways, and where they send requests
 * @param facts AI facts in order of their locations
 * @param diagnostics what could not be read, sorted
 */
public record ProjectConfig(
    Modules modules,
    Configuration configuration,
    Gateways gateways,
    List<ConfigFact> facts,
    List<Diagnostic> diagnostics) {

  private static final Comparator<ConfigFact> ORDER =
      Comparator.comparing(ConfigFact::location)
          .thenComparing(ConfigFact::what)
          .thenComparing(ConfigFact::detail);

  /** Keeps the lists unmodifiable. */
  public ProjectConfig {
    facts = List.copyOf(facts);
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * Reads the build and settings files of a tree; no other file is opened.
   *
   * @param workspace listed tree
   * @param catalog knowledge about libraries and hosts
   */
  public static ProjectConfig read(Workspace workspace, Catalog catalog) {
    ConfigFiles opened = ConfigFiles.of(workspace);
    ProjectConfig config = read(opened.files(), catalog);
    List<Diagnostic> all = new ArrayList<>(opened.diagnostics());
    all.addAll(config.diagnostics());
    all.sort(null);
    return new ProjectConfig(
        config.modules(), config.configuration(), config.gateways(), config.facts(), all);
  }

  /**
   * Reads files.
   *
   * @param files decoded texts; those that {@link FileKind} does not know are passed over
   * @param catalog knowledge about libraries and hosts
   */
  public static ProjectConfig read(Collection<ConfigFile> files, Catalog catalog) {
    return new Reading(new AiNames(catalog), new PipelineNames(catalog)).read(files);
  }

  /**
   * The same with more facts.
   *
   * @param more facts from other files, in any order
   */
  public ProjectConfig with(Collection<ConfigFact> more) {
    Stream<ConfigFact> placed =
        more.stream().map(f -> f.in(modules.of(f.location().file()).map(Module::name)));
    List<ConfigFact> all = Stream.concat(facts.stream(), placed).sorted(ORDER).distinct().toList();
    return new ProjectConfig(modules, configuration, gateways, all, diagnostics);
  }

  /** One pass over the files. */
  private static final class Reading {

    private final AiNames names;
    private final PipelineNames pipeline;
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final List<ConfigFact> facts = new ArrayList<>();
    private final Map<FileKind, List<ConfigFile>> byKind = new TreeMap<>();

    Reading(AiNames names, PipelineNames pipeline) {
      this.names = names;
      this.pipeline = pipeline;
    }

    ProjectConfig read(Collection<ConfigFile> files) {
      files.stream().sorted(Comparator.comparing(ConfigFile::path)).forEach(this::sort);
      List<BuildFile> builds = builds();
      Modules modules = Modules.resolve(builds);
      Configuration configuration = new Configuration(modules, entries(modules));
      facts.addAll(new DependencyFacts(names).find(builds, modules));
      facts.addAll(new EntryFacts(names, configuration).find());
      ManifestFacts manifests = new ManifestFacts(names);
      for (FileKind kind : List.of(FileKind.COMPOSE, FileKind.KUBERNETES, FileKind.DOCKERFILE)) {
        of(kind).forEach(f -> facts.addAll(PulledModels.find(f)));
      }
      of(FileKind.MANIFEST).forEach(f -> facts.addAll(manifests.find(f)));
      facts.addAll(workflows());
      Gateways gateways = gateways();
      byKind.values().stream()
          .flatMap(List::stream)
          .forEach(f -> facts.addAll(CommentKeys.find(names, f)));
      around();
      facts.removeIf(f -> EntryCollector.testPath(f.location().file()));
      facts.sort(ORDER);
      diagnostics.sort(null);
      return new ProjectConfig(
          modules,
          configuration,
          gateways,
          facts.stream()
              .distinct()
              .map(f -> f.in(modules.of(f.location().file()).map(Module::name)))
              .toList(),
          diagnostics);
    }

    private void sort(ConfigFile file) {
      FileKind.of(file.path())
          .ifPresent(
              kind -> {
                if (file.text().length() > ConfigFile.MAX_CHARACTERS) {
                  diagnostics.add(
                      new Diagnostic(
                          Diagnostic.Level.WARNING,
                          file.path(),
                          Optional.empty(),
                          "too large for a settings file; not read"));
                } else {
                  byKind.computeIfAbsent(told(kind, file), k -> new ArrayList<>()).add(file);
                }
              });
    }

    /** The kind by path, unless the text is the configuration of a gateway. */
    private static FileKind told(FileKind kind, ConfigFile file) {
      boolean open =
          kind == FileKind.APPLICATION || kind == FileKind.KUBERNETES || kind == FileKind.OTHER;
      return open && GatewayFacts.recognised(file.path(), file.text()) ? FileKind.GATEWAY : kind;
    }

    private List<ConfigFile> of(FileKind kind) {
      return byKind.getOrDefault(kind, List.of());
    }

    private Gateways gateways() {
      GatewayFacts read = new GatewayFacts(names);
      of(FileKind.GATEWAY).forEach(f -> diagnostics.addAll(read.read(f)));
      facts.addAll(read.find());
      Set<String> configured = new TreeSet<>();
      read.routes().forEach(r -> configured.add(r.gateway()));
      GatewayHosts hosts = new GatewayHosts(names, configured);
      hosts.compose(of(FileKind.COMPOSE));
      hosts.kubernetes(of(FileKind.KUBERNETES));
      hosts.kubernetes(of(FileKind.GATEWAY));
      Gateways gateways = new Gateways(hosts.hosts(), read.routes());
      facts.addAll(GatewayFacts.outside(facts, gateways, names));
      return gateways;
    }

    /** Infrastructure and the tools of the developers. */
    private void around() {
      List<ConfigFile> infrastructure = of(FileKind.INFRASTRUCTURE);
      infrastructure.stream()
          .filter(f -> InfrastructureFacts.concerns(f.text()))
          .forEach(f -> facts.addAll(InfrastructureFacts.find(names, f, infrastructure)));
      of(FileKind.OTHER).stream()
          .filter(f -> f.text().contains("AWS::Bedrock"))
          .forEach(f -> facts.addAll(InfrastructureFacts.find(names, f, List.of())));
      ToolFacts tools = new ToolFacts(names, pipeline);
      GitlabFacts gitlab = new GitlabFacts(names, pipeline, this::yaml);
      for (ConfigFile file : of(FileKind.TOOL)) {
        boolean pipelines = file.name().startsWith(".gitlab-ci");
        diagnostics.addAll(pipelines ? gitlab.read(file) : tools.read(file));
      }
      facts.addAll(gitlab.facts());
      facts.addAll(tools.facts());
    }

    private Optional<ConfigFile> yaml(String path) {
      return byKind.values().stream()
          .flatMap(List::stream)
          .filter(f -> f.path().equals(path))
          .findFirst();
    }

    private List<ConfigFact> workflows() {
      WorkflowFacts workflows = new WorkflowFacts(names, pipeline);
      of(FileKind.WORKFLOW).stream()
          .filter(f -> workflows.concerns(f.text()))
          .forEach(f -> diagnostics.addAll(workflows.read(f)));
      return workflows.find();
    }

    private List<BuildFile> builds() {
      List<VersionCatalog> catalogs =
          of(FileKind.VERSION_CATALOG).stream().map(VersionCatalogReader::read).toList();
      List<BuildFile> builds = new ArrayList<>();
      of(FileKind.POM).forEach(f -> builds.add(PomReader.read(f)));
      of(FileKind.GRADLE).forEach(f -> builds.add(GradleReader.read(f, catalogs)));
      of(FileKind.GRADLE_PROPERTIES).forEach(f -> builds.add(properties(f)));
      builds.forEach(b -> diagnostics.addAll(b.diagnostics()));
      return builds;
    }

    private static BuildFile properties(ConfigFile file) {
      Map<String, String> values = new TreeMap<>();
      PropertiesReader.read(file).properties().forEach(p -> values.put(p.key(), p.value()));
      return new BuildFile(
          file.path(),
          "",
          "",
          "",
          Optional.empty(),
          values,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of());
    }

    private List<ConfigEntry> entries(Modules modules) {
      List<ConfigEntry> entries = new ArrayList<>();
      of(FileKind.APPLICATION).stream()
          .filter(f -> settings(f) || names.mentionedIn(f.text()))
          .forEach(f -> keep(ApplicationReader.read(f, modules.dirOf(f.path())), entries));
      of(FileKind.DOTENV).forEach(f -> keep(DotenvReader.read(f), entries));
      of(FileKind.COMPOSE).forEach(f -> keep(ComposeReader.read(f), entries));
      of(FileKind.KUBERNETES).stream()
          .filter(f -> names.mentionedIn(f.text()))
          .forEach(f -> keep(KubernetesReader.read(f), entries));
      of(FileKind.DOCKERFILE).forEach(f -> keep(DockerfileReader.read(f), entries));
      return entries;
    }

    /** Files that every application reads; others have to speak of AI before they are parsed. */
    private static boolean settings(ConfigFile file) {
      String name = file.name();
      return name.startsWith("application")
          || name.startsWith("bootstrap")
          || name.startsWith("microprofile-config")
          || file.text().contains("timeout")
          || file.text().contains("retry");
    }

    private void keep(ConfigReading reading, List<ConfigEntry> entries) {
      entries.addAll(reading.entries());
      diagnostics.addAll(reading.diagnostics());
      reading.images().forEach(this::image);
    }

    private void image(ContainerImage image) {
      names
          .image(image.name())
          .ifPresent(
              known ->
                  facts.add(
                      new ConfigFact(
                              image.location(),
                              known.gateway() ? FactKind.GATEWAY : FactKind.CONTAINER,
                              known.provider(),
                              "image " + image.name(),
                              Evidence.DECLARED)
                          .judged(FactVerdict.NONE)));
    }
  }
}
