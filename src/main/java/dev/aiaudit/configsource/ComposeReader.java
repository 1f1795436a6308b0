package dev.aiaudit.configsource;

import dev.aiaudit.configsource.ConfigReading.ContainerImage;
import dev.aiaudit.configsource.YamlReader.Leaf;
import dev.aiaudit.model.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads environment, images and build contexts of the services of a compose file. */
final class ComposeReader {

  private ComposeReader() {}

  static ConfigReading read(ConfigFile file) {
    YamlReader reader = YamlReader.read(file);
    EntryCollector collector = new EntryCollector(file, file.dir());
    List<ContainerImage> images = new ArrayList<>();
    for (YamlReader.Document document : reader.documents()) {
      Map<String, String> contexts = contexts(file, document);
      for (Leaf leaf : document.leaves()) {
        List<String> path = leaf.path();
        if (path.size() == 3 && path.get(0).equals("services") && path.get(2).equals("image")) {
          if (pulls(document, path.get(1))) {
            continue;
          }
          images.add(new ContainerImage(leaf.value(), Location.ofLine(file.path(), leaf.line())));
        } else if (path.size() == 4 && path.get(2).equals("environment")) {
          String scope = contexts.getOrDefault(path.get(1), file.dir());
          environment(collector, leaf, scope, document.recovered());
        }
      }
    }
    return new ConfigReading(collector.entries(), images, reader.diagnostics());
  }

  private static Map<String, String> contexts(ConfigFile file, YamlReader.Document document) {
    Map<String, String> contexts = new HashMap<>();
    for (Leaf leaf : document.leaves()) {
      List<String> path = leaf.path();
      boolean build =
          path.size() >= 3
              && path.get(0).equals("services")
              && path.get(2).equals("build")
              && (path.size() == 3 || path.get(3).equals("context"));
      if (build) {
        TreePath.resolve(file.dir(), leaf.value()).ifPresent(d -> contexts.put(path.get(1), d));
      }
    }
    return contexts;
  }

  /** Whether a service does no more than to fetch models for another one. */
  private static boolean pulls(YamlReader.Document document, String service) {
    return document.leaves().stream()
        .filter(l -> l.path().size() >= 3 && l.path().get(1).equals(service))
        .filter(l -> l.path().get(2).equals("command") || l.path().get(2).equals("entrypoint"))
        .anyMatch(l -> l.value().contains("ollama pull") && !l.value().contains("serve"));
  }

  private static void environment(
      EntryCollector collector, Leaf leaf, String scope, boolean recovered) {
    String name = leaf.last();
    String value = leaf.value();
    if (name.startsWith("[")) {
      int equals = value.indexOf('=');
      name = equals < 0 ? value : value.substring(0, equals).strip();
      value = equals < 0 ? "${" + name + "}" : value.substring(equals + 1);
    }
    collector.add(
        EntrySource.COMPOSE,
        scope,
        name,
        value,
        Optional.empty(),
        recovered,
        leaf.line(),
        leaf.column());
  }
}
