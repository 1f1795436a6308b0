package dev.aiaudit.flow.proxy;

import dev.aiaudit.catalog.guard.GuardAnnotation;
import dev.aiaudit.catalog.guard.Need;
import dev.aiaudit.configsource.ConfigEntry;
import dev.aiaudit.configsource.ConfigValue;
import dev.aiaudit.javasource.index.FileSet;
import dev.aiaudit.javasource.index.JavaIndex;
import dev.aiaudit.model.GuardKind;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.JavaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Checks what an annotation needs to act: libraries, enabling annotations, settings. */
final class Requirements {
  private static final String NON_FALLBACK = "MP_Fault_Tolerance_NonFallback_Enabled";

  private static final int MAX_ITEMS = 50;

  private final ProxyKnowledge knowledge;
  private final Builds builds;

  Requirements(ProxyKnowledge knowledge, Builds builds) {
    this.knowledge = knowledge;
    this.builds = builds;
  }

  /** What is missing or switched off, as a sentence; empty when all is there or may be. */
  Optional<String> unmet(GuardAnnotation guard, Mark mark, DeclaredMethod method) {
    for (Need need : guard.needs()) {
      Optional<String> missing = missing(need, method.owner());
      if (missing.isPresent()) {
        return missing;
      }
    }
    return disabled(guard, mark, method);
  }

  /** Whether the tree is an application that lacks all of some enabling annotations. */
  boolean lacksAnnotations(List<String> names) {
    return !names.isEmpty() && isApplication() && names.stream().noneMatch(this::annotated);
  }

  /**
   * A library may be enabled by whoever uses it, so only a whole application can lack something.
   */
  private boolean isApplication() {
    return annotated("org.springframework.boot.autoconfigure.SpringBootApplication");
  }

  private boolean annotated(String name) {
    JavaIndex index = knowledge.project().index();
    int dot = name.lastIndexOf('.');
    String home = name.substring(name.lastIndexOf('.', dot - 1) + 1, dot);
    // Written with its full name it is not imported, but then its package is mentioned.
    FileSet files =
        index
            .filesAnnotated(name.substring(dot + 1))
            .intersect(index.filesImporting(name).union(index.filesMentioning(home)));
    for (int i = 0; i < files.size(); i++) {
      if (!knowledge.project().tree().isTest(files.get(i))) {
        return true;
      }
    }
    return false;
  }

  private Optional<String> missing(Need need, DeclaredType type) {
    boolean given =
        builds.has(type, need.artifacts())
            || need.annotations().stream().anyMatch(this::annotated)
            || need.config().stream().anyMatch(c -> set(c, type))
            || need.beans().stream().anyMatch(this::made);
    if (given) {
      return Optional.empty();
    }
    if (!need.config().isEmpty()) {
      return settingsComplete(type)
          ? Optional.of(need.config().get(0) + " is not set: " + need.otherwise())
          : Optional.empty();
    }
    if (!need.annotations().isEmpty()) {
      return lacksAnnotations(need.annotations())
          ? Optional.of(
              "no @" + simple(need.annotations().get(0)) + " in the project: " + need.otherwise())
          : Optional.empty();
    }
    return builds.complete(type) && !need.artifacts().isEmpty()
        ? Optional.of(
            need.artifacts().get(0).replaceFirst(".*:", "")
                + " is not among the dependencies: "
                + need.otherwise())
        : Optional.empty();
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private boolean made(String type) {
    return !knowledge.project().index().filesCreating(simple(type)).isEmpty();
  }

  private boolean set(String line, DeclaredType type) {
    int equals = line.indexOf('=');
    return knowledge
        .config()
        .configuration()
        .value(builds.moduleOf(type), line.substring(0, equals))
        .filter(v -> !v.known() || v.value().equalsIgnoreCase(line.substring(equals + 1)))
        .isPresent();
  }

  /** Settings may come from a server that the tree does not show. */
  private boolean settingsComplete(DeclaredType type) {
    boolean remote =
        builds.dependencies(type).stream()
            .anyMatch(
                d ->
                    d.artifact().contains("nacos-config")
                        || d.artifact().equals("spring-cloud-starter-config")
                        || d.artifact().contains("apollo")
                        || d.artifact().contains("consul-config"));
    return !remote && !knowledge.config().configuration().entries().isEmpty();
  }

  private Optional<String> disabled(GuardAnnotation guard, Mark mark, DeclaredMethod method) {
    if (guard.disabledBy().isEmpty()) {
      return Optional.empty();
    }
    return knowledge.config().configuration().entries().stream()
        .filter(e -> !e.test() && e.profile().isEmpty() && e.value().strip().equals("false"))
        .filter(e -> switchesOff(e, guard, mark, method))
        .map(e -> e.key() + "=false in " + e.location() + " switches it off")
        .findFirst();
  }

  private static boolean switchesOff(
      ConfigEntry entry, GuardAnnotation guard, Mark mark, DeclaredMethod method) {
    String key = entry.key().replace("\"", "");
    if (key.equals(NON_FALLBACK)) {
      return !guard.kinds().contains(GuardKind.FALLBACK);
    }
    String own = mark.simpleName();
    String type = method.owner().name();
    String place = type + "/" + method.name();
    if (key.equals(own + "/enabled")
        || key.equals(type + "/" + own + "/enabled")
        || key.equals(place + "/" + own + "/enabled")) {
      return true;
    }
    String kebab = own.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    String prefix = "quarkus.fault-tolerance.";
    return List.of("global." + kebab, type + "." + kebab, place + "." + kebab).stream()
        .anyMatch(middle -> key.equals(prefix + middle + ".enabled"));
  }

  /** The class names of a list in the settings, written with commas or as items. */
  List<JavaType> types(DeclaredType type, String key) {
    String module = builds.moduleOf(type);
    List<String> names = new ArrayList<>();
    setting(type, key).ifPresent(text -> names.addAll(List.of(text.split(","))));
    for (int i = 0; i < MAX_ITEMS; i++) {
      Optional<ConfigValue> item =
          knowledge.config().configuration().value(module, key + "[" + i + "]");
      if (item.isEmpty()) {
        break;
      }
      names.add(item.get().value());
    }
    return names.stream()
        .map(String::strip)
        .filter(n -> n.matches("[\\w.$]+\\.[\\w$]+"))
        .map(n -> JavaType.known(n.replace('$', '.')))
        .toList();
  }

  /** The value of a key for the module of a class, when it is known. */
  Optional<String> setting(DeclaredType type, String key) {
    return knowledge
        .config()
        .configuration()
        .value(builds.moduleOf(type), key)
        .filter(ConfigValue::known)
        .map(ConfigValue::value);
  }
}
