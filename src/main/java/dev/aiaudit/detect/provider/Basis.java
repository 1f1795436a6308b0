package dev.aiaudit.detect.provider;

import dev.aiaudit.catalog.Catalog;
import dev.aiaudit.configsource.AiNames;
import dev.aiaudit.configsource.ConfigValue;
import dev.aiaudit.configsource.ProjectConfig;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.resolve.Project;
import dev.aiaudit.resolve.Typer;
import dev.aiaudit.syntax.Expr;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the classes of this package ask: types, catalogue, settings. */
final class Basis {
  /** How variables are called that hold the id of a model. */
  private static final Pattern MODEL_NAME =
      Pattern.compile("(?i)(model|model_?name|model_?id|engine|deployment|deployment_?name)$");

  private final Typer typer;
  private final Catalog catalog;
  private final ProjectConfig config;
  private final AiNames names;
  private final ModelConstants constants;
  private final Map<Expr, Construction> constructions = new IdentityHashMap<>();
  private final Map<String, Boolean> ofAi = new HashMap<>();
  private final Map<String, Optional<String>> pins = new HashMap<>();

  Basis(Typer typer, Catalog catalog, ProjectConfig config) {
    this.typer = typer;
    this.catalog = catalog;
    this.config = config;
    this.names = new AiNames(catalog);
    this.constants = new ModelConstants(catalog::isModel);
  }

  Project project() {
    return typer.project();
  }

  Typer typer() {
    return typer;
  }

  Catalog catalog() {
    return catalog;
  }

  ProjectConfig config() {
    return config;
  }

  /** What is known of constructions; the calls that led to an expression do not change it. */
  Map<Expr, Construction> constructions() {
    return constructions;
  }

  AiNames names() {
    return names;
  }

  /** Folder of the module whose settings hold for a type. */
  String moduleOf(DeclaredType type) {
    return config.modules().dirOf(type.file().path());
  }

  /** Folder of the module whose settings hold for some code. */
  String moduleOf(Code code) {
    return moduleOf(code.owner());
  }

  /**
   * The setting that holds for a module: of the module, of those it uses or that run it, and of
   * folders around it. What only an unrelated module sets does not count.
   */
  Optional<ConfigValue> setting(String module, String key) {
    return config
        .configuration()
        .value(module, key)
        .filter(v -> related(v, module))
        .map(v -> v.withLosers(v.losers().stream().filter(l -> related(l, module)).toList()));
  }

  private boolean related(ConfigValue value, String module) {
    String dir = config.modules().dirOf(value.location().file());
    return config.modules().related(module, dir);
  }

  /** Whether a type belongs to an AI library, or to the tree but implements a type of one. */
  boolean isAi(JavaType type) {
    if (!type.isKnown() || type.dimensions() > 0) {
      return false;
    }
    return project().find(type).isEmpty()
        ? isLibraryAi(type.name())
        : implemented(type).isPresent();
  }

  /** The type of an AI library that a type of the tree implements. */
  Optional<JavaType> implemented(JavaType type) {
    return project().supertypes(type).stream()
        .filter(t -> project().find(t).isEmpty() && isLibraryAi(t.name()))
        .findFirst();
  }

  /** Whether a type is an AI client or leads to one, not merely a part of a request. */
  boolean answers(JavaType type) {
    return isAi(type)
        && (project().find(type).isPresent()
            || pin(type.name()).isPresent()
            || catalog.inProcess(type.name())
            || catalog.sdkOfType(type.name()).isPresent() && !type.simpleName().endsWith("Name"));
  }

  /** Whether an argument is the id of a model: by its text, or a text called like one. */
  boolean namesModel(Expr arg, Code code) {
    if (arg instanceof Expr.Literal literal) {
      return literal.is(Expr.Literal.Kind.STRING)
          && literal.value().length() > 4
          && literal.value().indexOf(' ') < 0
          && catalog.isModel(literal.value());
    }
    String name =
        arg instanceof Expr.Name n ? n.id() : arg instanceof Expr.FieldAccess f ? f.name() : "";
    return MODEL_NAME.matcher(name).find() && typer.typeOf(arg, code).is("java.lang.String");
  }

  /** The id of a model that a constant of a library stands for. */
  Optional<String> modelConstant(String name) {
    return constants.id(name);
  }

  private boolean isLibraryAi(String name) {
    return ofAi.computeIfAbsent(name, this::knownAsAi);
  }

  private boolean knownAsAi(String name) {
    return catalog.sdkOfType(name).or(() -> catalog.sdkOfPackage(name)).isPresent()
        && catalog.sdkOfType(name).filter(s -> s.http()).isEmpty();
  }

  /**
   * The provider that a library type is bound to by the catalogue, or by its name if that is not
   * listed.
   */
  Optional<String> pin(String type) {
    return pins.computeIfAbsent(type, this::pinned);
  }

  private Optional<String> pinned(String type) {
    Optional<String> listed = catalog.provider(type).filter(p -> !p.equals("configured"));
    Optional<String> named =
        listed.isPresent() || catalog.sdkOfPackage(type).isEmpty() ? listed : names.words(type);
    return named.filter(this::servesModels);
  }

  /** Whether models answer at a provider; a vector database only keeps what others embed. */
  boolean servesModels(String provider) {
    return Optional.ofNullable(catalog.providers().get(provider))
        .filter(p -> p.kind().equals("vector-store"))
        .isEmpty();
  }
}
