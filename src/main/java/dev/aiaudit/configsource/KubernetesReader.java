package dev.aiaudit.configsource;

import dev.aiaudit.configsource.ConfigReading.ContainerImage;
import dev.aiaudit.configsource.YamlReader.Leaf;
import dev.aiaudit.model.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads container environments, config maps, secrets and Helm values. */
final class KubernetesReader {

  private KubernetesReader() {}

  static ConfigReading read(ConfigFile file) {
    YamlReader reader = YamlReader.read(file);
    EntryCollector collector = new EntryCollector(file, file.dir());
    List<ContainerImage> images = new ArrayList<>();
    for (YamlReader.Document document : reader.documents()) {
      Map<String, Leaf> names = names(document);
      String kind = document.value("kind").orElse("");
      for (Leaf leaf : document.leaves()) {
        if (leaf.last().equals("image") || leaf.last().equals("repository")) {
          images.add(new ContainerImage(leaf.value(), Location.ofLine(file.path(), leaf.line())));
        }
        entry(collector, leaf, kind, names, document.recovered());
      }
    }
    return new ConfigReading(collector.entries(), images, reader.diagnostics());
  }

  private static Map<String, Leaf> names(YamlReader.Document document) {
    Map<String, Leaf> names = new HashMap<>();
    for (Leaf leaf : document.leaves()) {
      int size = leaf.path().size();
      if (leaf.last().equals("name")
          && size > 2
          && leaf.path().get(size - 2).startsWith("[")
          && leaf.path().get(size - 3).toLowerCase(Locale.ROOT).endsWith("env")) {
        names.put(prefix(leaf, 1), leaf);
      }
    }
    return names;
  }

  private static String prefix(Leaf leaf, int dropped) {
    return String.join("\0", leaf.path().subList(0, leaf.path().size() - dropped));
  }

  /** The name of the variable whose value, or the key of whose secret, a leaf is. */
  private static Optional<Leaf> variableOf(Leaf leaf, Map<String, Leaf> names) {
    int size = leaf.path().size();
    if (leaf.last().equals("value")) {
      return Optional.ofNullable(names.get(prefix(leaf, 1)));
    }
    boolean reference =
        leaf.last().equals("key") && size > 3 && leaf.path().get(size - 3).equals("valueFrom");
    return reference ? Optional.ofNullable(names.get(prefix(leaf, 3))) : Optional.empty();
  }

  private static void entry(
      EntryCollector collector,
      Leaf leaf,
      String kind,
      Map<String, Leaf> names,
      boolean recovered) {
    int size = leaf.path().size();
    String last = leaf.last();
    Optional<Leaf> name = variableOf(leaf, names);
    if (name.isPresent()) {
      String value = last.equals("value") ? leaf.value() : "${" + leaf.value() + "}";
      add(collector, name.get().value(), value, recovered, name.get());
    } else if (size == 2
        && (kind.equals("ConfigMap") || kind.equals("Secret"))
        && leaf.path().get(0).toLowerCase(Locale.ROOT).endsWith("data")) {
      if (kind.equals("Secret")) {
        collector.addSecret(
            EntrySource.KUBERNETES, last, leaf.value(), recovered, leaf.line(), leaf.column());
      } else {
        add(collector, last, leaf.value(), recovered, leaf);
      }
    } else if (kind.isEmpty() && variable(last)) {
      add(collector, last, leaf.value(), recovered, leaf);
    }
  }

  private static void add(
      EntryCollector collector, String name, String value, boolean recovered, Leaf at) {
    collector.add(
        EntrySource.KUBERNETES, name, value, Optional.empty(), recovered, at.line(), at.column());
  }

  private static boolean variable(String name) {
    return name.length() > 3
        && name.indexOf('_') > 0
        && name.chars().allMatch(c -> c == '_' || Character.isDigit(c) || c >= 'A' && c <= 'Z');
  }
}
