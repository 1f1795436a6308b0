package dev.aiaudit.catalog;

import dev.aiaudit.catalog.data.CatalogData;
import dev.aiaudit.catalog.data.DataNode;
import dev.aiaudit.model.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The knowledge about AI libraries and providers. Types are given by their full name with a dot
 * before nested types; type arguments are ignored. Safe for use by several threads.
 */
public final class Catalog {
  private final CatalogData data;
  private final List<DataNode> additions;
  private final Entries entries;
  private final TypeIndex types = new TypeIndex();
  private final Signals signals;
  private final Map<String, Set<String>> sets = new ConcurrentHashMap<>();

  private Catalog(CatalogData data, List<DataNode> additions) {
    this.data = data;
    this.additions = List.copyOf(additions);
    this.entries = Entries.of(data, additions);
    entries.addTypesTo(types);
    for (DataNode file : data.section("jdk-types")) {
      for (Map.Entry<String, DataNode> type : file.entries("types").entrySet()) {
        types.addSupertypes(type.getKey(), type.getValue().texts());
      }
    }
    this.signals = new Signals(data);
  }

  /** The catalogue that ships with this program. */
  public static Catalog load() {
    return of(CatalogData.load());
  }

  /** A catalogue from other data. */
  public static Catalog of(CatalogData data) {
    return new Catalog(data, List.of());
  }

  /**
   * This catalogue and entries of a user, which are preferred to the shipped ones.
   *
   * @param added nodes in the form of a file of {@code src/main/catalog/sdk}
   * @throws dev.aiaudit.catalog.data.DataException when an entry is malformed
   */
  public Catalog with(List<DataNode> added) {
    List<DataNode> all = new ArrayList<>(added);
    all.addAll(additions);
    Catalog catalog = new Catalog(data, all);
    catalog.entries.check(added);
    return catalog;
  }

  /** The data of which this catalogue was made, for sections that other packages own. */
  public CatalogData data() {
    return data;
  }

  /** All entries: a user's first, then by file name. */
  public List<Sdk> sdks() {
    return entries.all();
  }

  /**
   * The methods of a library that make requests, by the full name of their type.
   *
   * @throws java.util.NoSuchElementException when there is no such library
   */
  public SortedMap<String, List<String>> requests(Sdk sdk) {
    return entries.requests(sdk.id());
  }

  /** All providers by id. */
  public Map<String, ProviderEntry> providers() {
    Map<String, ProviderEntry> providers = new LinkedHashMap<>();
    for (DataNode file : data.section("providers")) {
      file.entries("providers")
          .forEach(
              (id, node) ->
                  providers.put(
                      id, new ProviderEntry(id, node.text("name"), node.text("kind", "provider"))));
    }
    return Collections.unmodifiableMap(providers);
  }

  /**
   * The call pattern of a method of a type or of its supertypes; the preferred one of overloads.
   */
  public Optional<CallPattern> call(String type, String method, int argCount) {
    return calls(type, method, argCount).stream().findFirst();
  }

  /**
   * All call patterns that a call can mean: several when overloads with the same number of
   * arguments differ in a parameter type ({@link CallPattern#withParam()}). Empty when the nearest
   * declaration says that the method makes no request. When no overload takes this many arguments
   * and none is known to be harmless, the overloads of that name are given: versions of a library
   * differ more in their arguments than in their names; {@link CallPattern#arity()} tells.
   */
  public List<CallPattern> calls(String type, String method, int argCount) {
    List<CallPattern> sameName = List.of();
    for (String declaring : withSupertypes(type)) {
      for (TypeEntry entry : types.entries(declaring)) {
        List<CallPattern> named =
            entry.calls().stream().filter(call -> call.method().equals(method)).toList();
        List<CallPattern> found =
            named.stream().filter(call -> call.arity().accepts(argCount)).toList();
        if (!found.isEmpty() || entry.harmless(method, argCount)) {
          return found;
        }
        sameName = sameName.isEmpty() ? named : sameName;
      }
    }
    return sameName;
  }

  /** Why a method that looks like a request is none. */
  public Optional<NotCall> notCall(String type, String method, int argCount) {
    return withSupertypes(type).stream()
        .flatMap(declaring -> types.entries(declaring).stream())
        .flatMap(entry -> entry.notCall(method, argCount).stream())
        .findFirst();
  }

  /**
   * The return type of a method as generic text: of a step, a factory or a call; of a builder, the
   * type itself when the method is not listed. An overload with another number of arguments answers
   * when none has this one.
   */
  public Optional<String> returnType(String type, String method, int argCount) {
    List<String> lineage = withSupertypes(type);
    return returnType(lineage, method, arity -> arity.accepts(argCount))
        .or(() -> returnType(lineage, method, arity -> true))
        .or(() -> isBuilder(lineage) ? Optional.of(lineage.get(0)) : Optional.empty());
  }

  private Optional<String> returnType(List<String> lineage, String method, Predicate<Arity> fits) {
    for (String declaring : lineage) {
      for (TypeEntry entry : types.entries(declaring)) {
        Optional<String> found = entry.returnType(method, fits);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private boolean isBuilder(List<String> lineage) {
    return lineage.stream().flatMap(t -> types.entries(t).stream()).anyMatch(TypeEntry::builder);
  }

  /** The type of a public field. */
  public Optional<String> fieldType(String type, String field) {
    return withSupertypes(type).stream()
        .flatMap(declaring -> types.entries(declaring).stream())
        .flatMap(entry -> Optional.ofNullable(entry.fields().get(field)).stream())
        .findFirst();
  }

  /** The number of the argument of a method or of {@code <init>} that is a URL or its path. */
  public OptionalInt urlArgument(String type, String method) {
    return argument(type, method, true);
  }

  /** The number of the argument that is a prepared request, built by another catalogue type. */
  public OptionalInt requestArgument(String type, String method) {
    return argument(type, method, false);
  }

  private OptionalInt argument(String type, String method, boolean url) {
    return withSupertypes(type).stream()
        .flatMap(declaring -> types.entries(declaring).stream())
        .map(entry -> url ? entry.url() : entry.request())
        .filter(arguments -> arguments.containsKey(method))
        .mapToInt(arguments -> arguments.get(method))
        .findFirst();
  }

  /** All supertypes that are known, nearest first. */
  public List<String> supertypes(String type) {
    return types.supertypes(TypeNames.raw(type));
  }

  /** Whether {@code type} is {@code supertype} or known to extend or implement it. */
  public boolean isSubtype(String type, String supertype) {
    String raw = TypeNames.raw(type);
    return raw.equals(supertype) || types.supertypes(raw).contains(supertype);
  }

  private List<String> withSupertypes(String type) {
    String raw = TypeNames.raw(type);
    List<String> lineage = new ArrayList<>();
    lineage.add(raw);
    lineage.addAll(types.supertypes(raw));
    return lineage;
  }

  /** The provider that a type is bound to: its own pin, or its library's when that serves one. */
  public Optional<String> provider(String type) {
    String raw = TypeNames.raw(type);
    Optional<String> pinned =
        types.entries(raw).stream().flatMap(entry -> entry.provider().stream()).findFirst();
    return pinned.or(
        () ->
            sdkOfType(raw)
                .map(Sdk::provider)
                .filter(provider -> !provider.equals("configured") && !provider.isEmpty()));
  }

  /** Whether a type works inside the JVM, so that its calls are no requests. */
  public boolean inProcess(String type) {
    String raw = TypeNames.raw(type);
    return types.entries(raw).stream().anyMatch(TypeEntry::inProcess)
        || sdkOfType(raw).map(Sdk::inProcess).orElse(false);
  }

  /** Whether the catalogue has a type. */
  public boolean knows(String type) {
    return types.contains(TypeNames.raw(type));
  }

  /** The library of a type. */
  public Optional<Sdk> sdkOfType(String type) {
    return types.sdk(TypeNames.raw(type)).flatMap(this::sdk);
  }

  /** The entry with an id. */
  public Optional<Sdk> sdk(String id) {
    return entries.byId(id);
  }

  /** The AI library with the longest package prefix of a name. */
  public Optional<Sdk> sdkOfPackage(String name) {
    return entries.ofPackage(name);
  }

  /** Simple names and full names of the known top-level types of a package. */
  public Map<String, String> knownTypesInPackage(String name) {
    return types.inPackage(name);
  }

  /** The full name of a known top-level type of a package. */
  public Optional<String> typeInPackage(String name, String simpleName) {
    return Optional.ofNullable(types.inPackage(name).get(simpleName));
  }

  /** Import prefixes of AI libraries. */
  public Set<String> seedPackages() {
    return sets.computeIfAbsent("packages", k -> unmodifiable(entries.packages(false)));
  }

  /** Import prefixes of plain HTTP clients. */
  public Set<String> httpPackages() {
    return sets.computeIfAbsent("http packages", k -> unmodifiable(entries.packages(true)));
  }

  /** Simple names of methods of AI libraries that make a request. */
  public Set<String> callNames() {
    return sets.computeIfAbsent("calls", k -> unmodifiable(callNames(false)));
  }

  /** Simple names of methods of plain HTTP clients that make a request. */
  public Set<String> httpCallNames() {
    return sets.computeIfAbsent("http calls", k -> unmodifiable(callNames(true)));
  }

  private static Set<String> unmodifiable(Set<String> made) {
    return Collections.unmodifiableSet(made);
  }

  private Set<String> callNames(boolean http) {
    Set<String> names = new LinkedHashSet<>();
    entries.forEachCallName(http, names::add);
    return names;
  }

  /** Annotations that make remote calls of methods. */
  public List<ServiceAnnotation> aiServiceAnnotations() {
    return entries.all().stream().flatMap(sdk -> sdk.annotations().stream()).toList();
  }

  /** What a library throws when the provider is down or hangs; of all generations of the family. */
  public List<FailureType> exceptionTypes(String sdkOrFamily) {
    Set<FailureType> failures = new LinkedHashSet<>();
    for (Sdk sdk : entries.all()) {
      if (sdk.id().equals(sdkOrFamily) || sdk.family().equals(sdkOrFamily)) {
        sdk.failures().stream().filter(FailureType::outage).forEach(failures::add);
      }
    }
    return List.copyOf(failures);
  }

  /** The library and the provider that an artifact stands for. */
  public Optional<ArtifactEntry> artifact(String groupId, String artifactId) {
    return entries.artifact(groupId + ":" + artifactId);
  }

  /** Texts that a file contains when it names an AI host. */
  public Set<String> seedHosts() {
    return signals.seeds();
  }

  /** The entry of a host or of the host of a URL. */
  public Optional<HostEntry> host(String hostOrUrl) {
    return signals.host(hostOrUrl);
  }

  /** What the path of a URL says; the host, when known, counts more. */
  public Optional<UrlPath> urlPathHint(String literal) {
    return signals.path(literal);
  }

  /** The provider that serves a model id unless host or client say another one. */
  public Optional<String> providerOfModel(String modelId) {
    return signals.providerOfModel(modelId);
  }

  /** What a model of that id is for, when its name says so; a chat model's does not. */
  public Optional<Operation> operationOfModel(String modelId) {
    return signals.operationOfModel(modelId);
  }

  /** Whether an id is one of a known family of models, whoever serves it. */
  public boolean isModel(String modelId) {
    return signals.isModel(modelId);
  }

  /** The provider whose API has a request header. */
  public Optional<String> providerOfHeader(String name) {
    return signals.providerOfHeader(name);
  }

  /**
   * Why a type or package is no AI use although its name looks like it: {@code not-ai}, {@code
   * test}, {@code mcp-server}, {@code local} or {@code disabled}.
   */
  public Optional<String> falseFriend(String name) {
    return signals.falseFriend(name);
  }

  /** Names of methods that are given a base URL, in any library. */
  public Set<String> baseUrlSetters() {
    return sets.computeIfAbsent("urls", k -> unmodifiable(signals.setters("base-url")));
  }

  /** Names of methods that are given a model id, in any library. */
  public Set<String> modelSetters() {
    return sets.computeIfAbsent("models", k -> unmodifiable(signals.setters("model")));
  }
}
