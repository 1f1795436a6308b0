package dev.aiaudit.flow.proxy;

import dev.aiaudit.catalog.guard.GuardAnnotation;
import dev.aiaudit.catalog.guard.GuardAnnotation.Part;
import dev.aiaudit.configsource.ConfigEntry;
import dev.aiaudit.configsource.ConfigKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Settings of a named guard that no code asks for, while the guard of a call has a name without
 * settings: one of the two names is wrong.
 */
final class UnusedInstances {
  private final ProxyKnowledge knowledge;
  private final MemberValues values;
  private final InstanceNames asked;

  UnusedInstances(ProxyKnowledge knowledge, MemberValues values) {
    this.knowledge = knowledge;
    this.values = values;
    this.asked = new InstanceNames(knowledge.project());
  }

  /** Settings for other names than the one that the annotation has. */
  List<Orphan> of(GuardAnnotation guard, Mark mark, String module) {
    Optional<String> name = values.text(mark, guard.members(Part.NAME));
    if (guard.configPrefix().isEmpty() || name.isEmpty() || name.get().contains("${")) {
      return List.of();
    }
    Map<String, ConfigEntry> instances = instances(guard.configPrefix().get(), module);
    if (instances.keySet().stream().anyMatch(i -> same(i, name.get()))) {
      return List.of();
    }
    List<Orphan> out = new ArrayList<>();
    instances.forEach(
        (instance, entry) -> {
          if (!asked.mayBeAsked(guard.annotations().get(0), instance)) {
            out.add(
                new Orphan(
                    entry.location(),
                    guard.library(),
                    "no code asks for the instance "
                        + instance
                        + "; the one that guards the call is named "
                        + name.get()
                        + " and runs with the defaults"));
          }
        });
    return out;
  }

  private Map<String, ConfigEntry> instances(String prefix, String module) {
    String start = ConfigKey.canonical(prefix) + ".";
    Map<String, ConfigEntry> out = new LinkedHashMap<>();
    for (ConfigEntry entry : knowledge.config().configuration().entries()) {
      boolean here = entry.scope().equals(module) && !entry.test();
      if (here && ConfigKey.canonical(entry.key()).startsWith(start)) {
        String rest = written(entry.key(), prefix.split("\\.").length);
        out.putIfAbsent(rest, entry);
      }
    }
    return out;
  }

  private static String written(String key, int depth) {
    String[] parts = key.split("\\.");
    return depth < parts.length ? parts[depth].replace("[", "").replace("]", "") : "";
  }

  private static boolean same(String one, String other) {
    return ConfigKey.canonical(one).equals(ConfigKey.canonical(other));
  }
}
