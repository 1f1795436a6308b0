package dev.aiaudit.configsource;

import dev.aiaudit.configsource.YamlReader.Document;
import dev.aiaudit.configsource.YamlReader.Leaf;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The names under which the gateways of a deployment are reached: services of their images. */
final class GatewayHosts {

  private static final Set<String> WORKLOADS = Set.of("Deployment", "StatefulSet", "DaemonSet");

  private final AiNames names;
  private final Set<String> configured;
  private final Map<String, String> hosts = new HashMap<>();

  /**
   * Hosts by the images of the catalogue.
   *
   * @param configured gateways with routes in the tree, which their images name, too
   */
  GatewayHosts(AiNames names, Set<String> configured) {
    this.names = names;
    this.configured = configured;
  }

  Map<String, String> hosts() {
    return hosts;
  }

  /** Reads compose files: the name of the service, that of its container, and published ports. */
  void compose(Collection<ConfigFile> files) {
    for (ConfigFile file : files) {
      if (mentioned(file.text())) {
        YamlReader.read(file).documents().forEach(this::services);
      }
    }
  }

  private void services(Document document) {
    Map<String, String> gateways = new HashMap<>();
    for (Leaf leaf : document.leaves()) {
      if (ofService(leaf, "image") && leaf.path().size() == 3) {
        gateway(leaf.value()).ifPresent(g -> gateways.put(leaf.path().get(1), g));
      }
    }
    hosts.putAll(gateways);
    for (Leaf leaf : document.leaves()) {
      Optional<String> gateway =
          leaf.path().size() > 2
              ? Optional.ofNullable(gateways.get(leaf.path().get(1)))
              : Optional.empty();
      if (gateway.isPresent() && ofService(leaf, "container_name")) {
        hosts.put(leaf.value(), gateway.get());
      } else if (gateway.isPresent() && ofService(leaf, "ports") && leaf.value().contains(":")) {
        String[] parts =
            Placeholders.resolve(leaf.value(), n -> Optional.empty()).text().split(":");
        hosts.put("localhost:" + parts[parts.length - 2], gateway.get());
        hosts.put("127.0.0.1:" + parts[parts.length - 2], gateway.get());
      }
    }
  }

  private static boolean ofService(Leaf leaf, String key) {
    return leaf.path().size() > 2
        && leaf.path().get(0).equals("services")
        && leaf.path().get(2).equals(key);
  }

  /** Reads Kubernetes resources: a service has the name, or selects the label, of a workload. */
  void kubernetes(Collection<ConfigFile> files) {
    Map<String, String> labels = new HashMap<>();
    List<ConfigFile> about = files.stream().filter(f -> mentioned(f.text())).toList();
    for (ConfigFile file : about) {
      for (Document document : YamlReader.read(file).documents()) {
        if (WORKLOADS.contains(document.value("kind").orElse(""))) {
          workload(document, labels);
        }
      }
    }
    for (ConfigFile file : labels.isEmpty() ? List.<ConfigFile>of() : about) {
      for (Document document : YamlReader.read(file).documents()) {
        if (document.value("kind").orElse("").equals("Service")) {
          service(document, labels);
        }
      }
    }
  }

  private void workload(Document document, Map<String, String> labels) {
    Set<String> found = new TreeSet<>();
    for (Leaf leaf : document.leaves()) {
      if (leaf.last().equals("image")) {
        gateway(leaf.value()).ifPresent(found::add);
      }
    }
    if (found.size() == 1) {
      String gateway = found.iterator().next();
      document.value("metadata.name").ifPresent(n -> hosts.put(n, gateway));
      for (Leaf leaf : document.leaves()) {
        if (leaf.path().contains("matchLabels")) {
          labels.put(leaf.last() + "=" + leaf.value(), gateway);
        }
      }
    }
  }

  private void service(Document document, Map<String, String> labels) {
    Optional<String> gateway =
        document.leaves().stream()
            .filter(l -> l.path().contains("selector"))
            .map(l -> labels.get(l.last() + "=" + l.value()))
            .filter(g -> g != null)
            .findFirst();
    Optional<String> name = document.value("metadata.name");
    if (gateway.isPresent() && name.isPresent()) {
      hosts.put(name.get(), gateway.get());
    }
  }

  private boolean mentioned(String text) {
    return names.images().stream().anyMatch(i -> i.gateway() && text.contains(i.image()))
        || configured.stream().anyMatch(g -> text.contains(word(g)));
  }

  /** {@code kong} is also an image without AI, so that it counts only where it is configured. */
  private Optional<String> gateway(String image) {
    String lower = image.toLowerCase(Locale.ROOT);
    return names
        .image(lower)
        .filter(AiNames.Image::gateway)
        .map(AiNames.Image::provider)
        .or(() -> configured.stream().filter(g -> lower.contains(word(g))).findFirst());
  }

  private static String word(String gateway) {
    return gateway.split("-", 2)[0];
  }
}
