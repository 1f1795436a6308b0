package dev.aiaudit.configsource;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The kinds of files this package opens, told by path alone. */
public enum FileKind {
  /** Maven project. */
  POM,
  /** Gradle build script, Groovy or Kotlin. */
  GRADLE,
  /** Gradle settings script. */
  GRADLE_SETTINGS,
  /** Gradle version catalogue. */
  VERSION_CATALOG,
  /** gradle.properties. */
  GRADLE_PROPERTIES,
  /** Settings of a Spring, Quarkus, Micronaut or MicroProfile application, or another resource. */
  APPLICATION,
  /** Environment file. */
  DOTENV,
  /** Docker compose. */
  COMPOSE,
  /** Kubernetes manifest, Helm chart or values. */
  KUBERNETES,
  /** Dockerfile. */
  DOCKERFILE,
  /** GitHub Actions workflow or composite action. */
  WORKFLOW,
  /** Terraform, Bicep or CloudFormation. */
  INFRASTRUCTURE,
  /** Settings or instructions of an assistant, a review bot, a hook or a build script. */
  TOOL,
  /** Configuration of an AI gateway; told by its text. */
  GATEWAY,
  /** Any other YAML, or JSON that may configure a gateway: looked at only if its words say so. */
  OTHER,
  /** Manifest of another language. */
  MANIFEST;

  private static final Set<String> DEPLOY_DIRS =
      Set.of(
          "k8s",
          "kubernetes",
          "deploy",
          "deployment",
          "deployments",
          "manifests",
          "helm",
          "charts",
          "chart",
          "kustomize",
          "overlays",
          "openshift",
          "templates",
          "kube");

  private static final Set<String> MANIFESTS =
      Set.of("pyproject.toml", "package.json", "go.mod", "pipfile", "environment.yml");

  private static final Set<String> SKIPPED_DIRS =
      Set.of("node_modules", "target", "build", ".git", ".gradle", ".idea", "vendor");

  /**
   * The kind of a file.
   *
   * @param path relative to the scanned root
   * @return empty if this package has no use for it
   */
  public static Optional<FileKind> of(String path) {
    String[] segments = path.toLowerCase(Locale.ROOT).split("/");
    for (int i = 0; i < segments.length - 1; i++) {
      if (SKIPPED_DIRS.contains(segments[i])) {
        return Optional.empty();
      }
    }
    String name = withoutExample(segments[segments.length - 1]);
    if (workflow(segments, name)) {
      return Optional.of(WORKFLOW);
    }
    if (ToolFacts.known(path)) {
      return Optional.of(TOOL);
    }
    if (name.endsWith(".tf") || name.endsWith(".bicep")) {
      return Optional.of(INFRASTRUCTURE);
    }
    Optional<FileKind> build = build(name);
    if (build.isPresent()) {
      return build;
    }
    return deployment(name).or(() -> settings(segments, name)).or(() -> other(name));
  }

  /** {@code application.yml.example} is read as {@code application.yml}. */
  static String withoutExample(String name) {
    for (String suffix : new String[] {".example", ".sample", ".template", ".dist"}) {
      if (name.endsWith(suffix) && name.startsWith("application")) {
        return name.substring(0, name.length() - suffix.length());
      }
    }
    return name;
  }

  private static boolean workflow(String[] segments, String name) {
    int above = segments.length - 2;
    boolean listed =
        above > 0 && segments[above].equals("workflows") && segments[above - 1].equals(".github");
    return yaml(name) && (listed || name.equals("action.yml") || name.equals("action.yaml"));
  }

  private static Optional<FileKind> build(String name) {
    if (name.equals("pom.xml") || name.endsWith(".pom.xml")) {
      return Optional.of(POM);
    }
    if (name.startsWith("settings.gradle")) {
      return Optional.of(GRADLE_SETTINGS);
    }
    if (name.endsWith(".gradle") || name.endsWith(".gradle.kts")) {
      return Optional.of(GRADLE);
    }
    if (name.endsWith(".versions.toml")) {
      return Optional.of(VERSION_CATALOG);
    }
    if (name.equals("gradle.properties")) {
      return Optional.of(GRADLE_PROPERTIES);
    }
    if (MANIFESTS.contains(name) || name.startsWith("requirements") && name.endsWith(".txt")) {
      return Optional.of(MANIFEST);
    }
    return Optional.empty();
  }

  private static Optional<FileKind> deployment(String name) {
    if (name.equals(".env") || name.startsWith(".env.") || name.endsWith(".env")) {
      return Optional.of(DOTENV);
    }
    if (yaml(name) && (name.startsWith("docker-compose") || name.startsWith("compose"))) {
      return Optional.of(COMPOSE);
    }
    if (name.equals("dockerfile") || name.startsWith("dockerfile.")) {
      return Optional.of(DOCKERFILE);
    }
    return Optional.empty();
  }

  private static Optional<FileKind> other(String name) {
    boolean json =
        name.endsWith(".json")
            && (name.startsWith("conf") || name.contains("gateway") || name.contains("portkey"));
    return json || yaml(name) ? Optional.of(OTHER) : Optional.empty();
  }

  private static Optional<FileKind> settings(String[] segments, String name) {
    boolean properties = name.endsWith(".properties");
    if (!properties && !yaml(name)) {
      return Optional.empty();
    }
    if (name.startsWith("application")
        || name.startsWith("bootstrap")
        || name.startsWith("microprofile-config")) {
      return Optional.of(APPLICATION);
    }
    if (!properties && kubernetes(segments, name)) {
      return Optional.of(KUBERNETES);
    }
    return resource(segments, name) ? Optional.of(APPLICATION) : Optional.empty();
  }

  private static boolean kubernetes(String[] segments, String name) {
    if (name.startsWith("values")) {
      return true;
    }
    for (int i = 0; i < segments.length - 1; i++) {
      if (DEPLOY_DIRS.contains(segments[i])) {
        return !String.join("/", segments).contains("/resources/");
      }
    }
    return name.contains("configmap") || name.contains("deployment") || name.contains("k8s");
  }

  /** Any other settings file among the resources, or next to the application. */
  private static boolean resource(String[] segments, String name) {
    if (name.startsWith("messages") || name.startsWith("log") || name.contains("i18n")) {
      return false;
    }
    for (int i = 0; i < segments.length - 1; i++) {
      if (segments[i].equals("resources") || segments[i].equals("config")) {
        return true;
      }
    }
    return segments.length == 1 && name.endsWith(".properties");
  }

  private static boolean yaml(String name) {
    return name.endsWith(".yml") || name.endsWith(".yaml");
  }
}
