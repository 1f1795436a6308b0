package dev.aiaudit.configsource;

import dev.aiaudit.model.Evidence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The settings of a tree, asked by module and key. Keys bind relaxed; test settings never count;
 * {@link Precedence} says who wins.
 */
public final class Configuration {

  /** Keys that say under which profiles an application runs. */
  private static final List<String> PROFILE_KEYS =
      List.of("spring.profiles.active", "micronaut.environments", "quarkus.profile");

  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z0-9_.-]{1,200})\\}");

  private final Modules modules;
  private final List<ConfigEntry> entries;
  private final Map<String, List<ConfigEntry>> byKey = new HashMap<>();
  private final Map<String, List<ConfigEntry>> byVariable = new HashMap<>();
  private final Map<String, Set<String>> active = new ConcurrentHashMap<>();

  /**
   * A configuration.
   *
   * @param modules modules of the tree
   * @param all entries of all files, tests included
   */
  public Configuration(Modules modules, Collection<ConfigEntry> all) {
    this.modules = modules;
    this.entries = all.stream().sorted(Comparator.comparing(ConfigEntry::location)).toList();
    for (ConfigEntry entry : entries) {
      if (!entry.test()) {
        Map<String, List<ConfigEntry>> index = entry.source().environment() ? byVariable : byKey;
        String key = entry.source().environment() ? entry.key() : entry.canonicalKey();
        index.computeIfAbsent(key, k -> new ArrayList<>()).add(entry);
      }
    }
  }

  /** All entries as written, tests included, in file order. */
  public List<ConfigEntry> entries() {
    return entries;
  }

  /**
   * The value of a key for the code of a module.
   *
   * @param moduleDir folder of the module, empty for the root
   * @param key dotted path in any spelling that binds to it
   * @return empty if no file sets it
   */
  public Optional<ConfigValue> value(String moduleDir, String key) {
    Precedence precedence = new Precedence(activeProfiles(moduleDir));
    List<ConfigEntry> found = new ArrayList<>();
    for (String variable : ConfigKey.environmentNames(key)) {
      byVariable.getOrDefault(variable, List.of()).stream()
          .filter(e -> e.source() != EntrySource.EXAMPLE && covers(e.scope(), moduleDir))
          .forEach(found::add);
    }
    List<ConfigEntry> same = byKey.getOrDefault(ConfigKey.canonical(key), List.of());
    List<ConfigValue> ranked = new ArrayList<>();
    List<String> order = searchOrder(moduleDir);
    for (String dir : order) {
      List<ConfigEntry> here =
          new ArrayList<>(same.stream().filter(e -> e.scope().equals(dir)).toList());
      if (ranked.isEmpty()) {
        here.addAll(found);
      }
      here.stream().sorted(precedence).forEach(e -> ranked.add(resolved(e, moduleDir, precedence)));
    }
    same.stream()
        .filter(e -> !order.contains(e.scope()))
        .sorted(precedence)
        .forEach(e -> ranked.add(resolved(e, moduleDir, precedence).assumed()));
    Optional<ConfigValue> example = example(moduleDir, key, ranked);
    if (example.isPresent() || ranked.isEmpty()) {
      return example;
    }
    return Optional.of(ranked.get(0).withLosers(ranked.subList(1, ranked.size())));
  }

  /** An address in an example names who is meant where no file in force does. */
  private Optional<ConfigValue> example(String moduleDir, String key, List<ConfigValue> ranked) {
    if (ranked.isEmpty() || ranked.get(0).evidence() != Evidence.UNKNOWN) {
      return Optional.empty();
    }
    Precedence precedence = new Precedence(Set.of());
    Set<String> variables = new LinkedHashSet<>(ConfigKey.environmentNames(key));
    byKey.getOrDefault(ConfigKey.canonical(key), List.of()).stream()
        .map(e -> REFERENCE.matcher(e.value()))
        .filter(Matcher::matches)
        .map(m -> m.group(1))
        .forEach(variables::add);
    Stream<ConfigValue> inVariables =
        variables.stream()
            .flatMap(v -> byVariable.getOrDefault(v, List.of()).stream())
            .filter(e -> e.source() == EntrySource.EXAMPLE && covers(e.scope(), moduleDir))
            .map(e -> resolved(e, moduleDir, precedence));
    return Stream.concat(
            ranked.stream().filter(v -> v.profile().filter("example"::equals).isPresent()),
            inVariables)
        .filter(v -> v.evidence() != Evidence.UNKNOWN && address(v.value()))
        .findFirst()
        .map(ConfigValue::assumed);
  }

  private static boolean address(String value) {
    boolean open = value.contains("your") || value.contains("<") || value.contains("example.");
    return value.startsWith("http") && value.contains("://") && !open && value.indexOf(' ') < 0;
  }

  /**
   * The values of all keys under a prefix, by the key as written.
   *
   * @param moduleDir folder of the module
   * @param prefix dotted path without a trailing dot
   */
  public Map<String, ConfigValue> under(String moduleDir, String prefix) {
    String start = ConfigKey.canonical(prefix) + ".";
    Set<String> keys = new LinkedHashSet<>();
    for (ConfigEntry entry : entries) {
      if (!entry.test()
          && !entry.source().environment()
          && entry.canonicalKey().startsWith(start)) {
        keys.add(entry.canonicalKey());
      }
    }
    Map<String, ConfigValue> values = new LinkedHashMap<>();
    for (String key : keys) {
      value(moduleDir, key).ifPresent(v -> values.put(v.key(), v));
    }
    return values;
  }

  /**
   * The value of an environment variable for a module, as compose, Kubernetes, Dockerfile or an
   * environment file sets it.
   *
   * @param moduleDir folder of the module
   * @param name of the variable
   */
  public Optional<ConfigValue> variable(String moduleDir, String name) {
    List<ConfigValue> ranked =
        byVariable.getOrDefault(name, List.of()).stream()
            .filter(e -> covers(e.scope(), moduleDir))
            .sorted(new Precedence(Set.of()))
            .map(e -> resolved(e, moduleDir, new Precedence(Set.of())))
            .toList();
    return ranked.isEmpty()
        ? Optional.empty()
        : Optional.of(ranked.get(0).withLosers(ranked.subList(1, ranked.size())));
  }

  /**
   * Resolves the placeholders of a text, such as the argument of {@code @Value}, for a module.
   *
   * @param moduleDir folder of the module
   * @param text with placeholders
   * @return empty if one stays open
   */
  public Optional<String> resolve(String moduleDir, String text) {
    Placeholders.Resolved resolved =
        Placeholders.resolve(text, name -> lookup(name, moduleDir, EntrySource.COMPOSE));
    return resolved.open() ? Optional.empty() : Optional.of(resolved.text());
  }

  /** Own folder, modules that run this one, modules it uses, folders above. */
  private List<String> searchOrder(String moduleDir) {
    Set<String> order = new LinkedHashSet<>(List.of(moduleDir));
    order.addAll(modules.dependentsOf(moduleDir));
    order.addAll(modules.dependenciesOf(moduleDir));
    String dir = moduleDir;
    while (!dir.isEmpty()) {
      dir = TreePath.parent(dir);
      order.add(dir);
    }
    return List.copyOf(order);
  }

  private static boolean covers(String scope, String moduleDir) {
    return TreePath.under(moduleDir, scope) || TreePath.under(scope, moduleDir);
  }

  private Set<String> activeProfiles(String moduleDir) {
    return active.computeIfAbsent(moduleDir, this::countingProfiles);
  }

  /** Those of a deployment, else those that the settings activate. */
  private Set<String> countingProfiles(String moduleDir) {
    Set<String> activated = new LinkedHashSet<>();
    for (String key : PROFILE_KEYS) {
      ConfigKey.environmentNames(key).stream()
          .flatMap(v -> byVariable.getOrDefault(v, List.of()).stream())
          .filter(e -> e.source() != EntrySource.EXAMPLE && covers(e.scope(), moduleDir))
          .forEach(e -> names(e, moduleDir, activated));
    }
    if (activated.isEmpty()) {
      for (String key : PROFILE_KEYS) {
        byKey.getOrDefault(ConfigKey.canonical(key), List.of()).stream()
            .filter(e -> e.profile().isEmpty() && e.scope().equals(moduleDir))
            .forEach(e -> names(e, moduleDir, activated));
      }
    }
    if (activated.isEmpty() && quarkus(moduleDir)) {
      activated.add("prod");
    }
    return Profiles.counting(activated, knownProfiles(moduleDir));
  }

  private void names(ConfigEntry entry, String moduleDir, Set<String> out) {
    resolve(moduleDir, entry.value())
        .ifPresent(
            v ->
                List.of(v.split(",")).stream()
                    .map(String::strip)
                    .filter(p -> !p.isEmpty())
                    .forEach(out::add));
  }

  private boolean quarkus(String moduleDir) {
    return modules.all().stream()
        .anyMatch(m -> m.dir().equals(moduleDir) && m.hasGroup("io.quarkus"));
  }

  private Set<String> knownProfiles(String moduleDir) {
    Set<String> known = new LinkedHashSet<>();
    entries.stream()
        .filter(e -> !e.test() && e.scope().equals(moduleDir))
        .flatMap(e -> e.profile().stream())
        .forEach(p -> known.addAll(List.of(p.split("[,|&! ]+"))));
    return known;
  }

  private ConfigValue resolved(ConfigEntry entry, String moduleDir, Precedence precedence) {
    Placeholders.Resolved text =
        Placeholders.resolve(entry.value(), n -> lookup(n, moduleDir, entry.source()));
    Evidence evidence =
        text.open()
            ? Evidence.UNKNOWN
            : entry.source() == EntrySource.EXAMPLE || !precedence.applies(entry)
                ? Evidence.ASSUMED
                : entry.evidence() != Evidence.DECLARED
                    ? entry.evidence()
                    : text.replaced()
                            || entry.source().environment()
                            || !entry.scope().equals(moduleDir)
                        ? Evidence.DERIVED
                        : Evidence.DECLARED;
    return new ConfigValue(
        entry.key(),
        text.text(),
        evidence,
        entry.profile(),
        precedence.applies(entry),
        entry.location(),
        List.of());
  }

  /** The raw value of a name in a placeholder; an environment file is not asked about itself. */
  private Optional<String> lookup(String name, String moduleDir, EntrySource from) {
    Optional<String> variable =
        byVariable.getOrDefault(name, List.of()).stream()
            .filter(e -> e.source() != EntrySource.EXAMPLE && covers(e.scope(), moduleDir))
            .filter(
                e ->
                    !from.environment()
                        || e.source() == EntrySource.DOTENV
                        || from == EntrySource.COMPOSE)
            .filter(e -> !e.value().contains("${" + name))
            .sorted(new Precedence(Set.of()))
            .map(ConfigEntry::value)
            .findFirst();
    return variable.or(() -> property(name, moduleDir));
  }

  private Optional<String> property(String name, String moduleDir) {
    List<ConfigEntry> same = byKey.getOrDefault(ConfigKey.canonical(name), List.of());
    return searchOrder(moduleDir).stream()
        .flatMap(
            dir ->
                same.stream().filter(e -> e.scope().equals(dir)).sorted(new Precedence(Set.of())))
        .filter(e -> !e.value().contains("${" + name))
        .map(ConfigEntry::value)
        .findFirst();
  }
}
