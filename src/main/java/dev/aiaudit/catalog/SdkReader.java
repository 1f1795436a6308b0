package dev.aiaudit.catalog;

import dev.aiaudit.catalog.ServiceAnnotation.Role;
import dev.aiaudit.catalog.data.DataNode;
import dev.aiaudit.model.Named;
import dev.aiaudit.model.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the head of a catalogue entry; its types are read one by one by {@link TypeReader}. */
final class SdkReader {
  private static final Set<String> KEYS =
      Set.of(
          "id",
          "family",
          "name",
          "category",
          "provider",
          "detail",
          "in-process",
          "http",
          "previous",
          "packages",
          "artifacts",
          "artifact-providers",
          "types",
          "failures",
          "annotations",
          "amplifiers",
          "defaults",
          "source",
          "checked",
          "examples");
  private static final Set<String> DEFAULT_KEYS =
      Set.of("connect", "read", "request", "attempts", "backoff", "factor", "cap", "source");

  private SdkReader() {}

  static Sdk read(DataNode node) {
    node.allowOnly(KEYS);
    String id = node.text("id");
    return new Sdk(
        id,
        node.text("family", id),
        node.text("name", id),
        node.text("category", "provider-sdk"),
        node.text("provider"),
        node.text("detail", ""),
        node.flag("in-process"),
        node.flag("http"),
        packages(node),
        artifacts(node),
        failures(node),
        annotations(id, node),
        amplifiers(id, node),
        defaults(node),
        node.texts("source"),
        node.text("checked", ""));
  }

  /** The packages named, or those of the types. */
  static List<String> packages(DataNode node) {
    List<String> named = node.texts("packages");
    if (!named.isEmpty()) {
      return named;
    }
    Set<String> packages = new LinkedHashSet<>();
    node.entries("types").keySet().forEach(type -> packages.add(TypeNames.packageOf(type)));
    return List.copyOf(packages);
  }

  static Map<String, String> artifacts(DataNode node) {
    Map<String, String> artifacts = new LinkedHashMap<>();
    node.texts("artifacts").forEach(coordinates -> artifacts.put(coordinates, ""));
    node.entries("artifact-providers").forEach((c, provider) -> artifacts.put(c, provider.text()));
    return artifacts;
  }

  private static List<FailureType> failures(DataNode node) {
    List<FailureType> failures = new ArrayList<>();
    node.entries("failures")
        .forEach(
            (type, failure) -> {
              failure.allowOnly(Set.of("extends", "when"));
              List<String> supertypes = failure.texts("extends");
              boolean unchecked =
                  supertypes.contains("java.lang.RuntimeException")
                      || supertypes.contains("java.lang.Error");
              Set<FailureType.When> when = new LinkedHashSet<>();
              failure
                  .items("when")
                  .forEach(word -> when.add(word(FailureType.When.values(), word)));
              failures.add(new FailureType(type, supertypes, unchecked, when));
            });
    return List.copyOf(failures);
  }

  private static List<ServiceAnnotation> annotations(String sdk, DataNode node) {
    List<ServiceAnnotation> annotations = new ArrayList<>();
    node.entries("annotations")
        .forEach(
            (type, annotation) -> {
              annotation.allowOnly(Set.of("role", "operation"));
              Operation operation =
                  annotation
                      .find("operation")
                      .map(word -> word(Operation.values(), word))
                      .orElse(Operation.CHAT);
              Role role = word(Role.values(), annotation.get("role"));
              annotations.add(new ServiceAnnotation(sdk, type, role, operation));
            });
    return List.copyOf(annotations);
  }

  private static List<Amplifier> amplifiers(String sdk, DataNode node) {
    List<Amplifier> amplifiers = new ArrayList<>();
    node.entries("amplifiers")
        .forEach((type, adds) -> amplifiers.add(new Amplifier(sdk, type, adds.text())));
    return List.copyOf(amplifiers);
  }

  private static SdkDefaults defaults(DataNode node) {
    Optional<DataNode> found = node.find("defaults");
    found.ifPresent(defaults -> defaults.allowOnly(DEFAULT_KEYS));
    return new SdkDefaults(
        decimal(found, "connect"),
        decimal(found, "read"),
        decimal(found, "request"),
        found.flatMap(defaults -> defaults.find("attempts")).map(DataNode::integer),
        decimal(found, "backoff"),
        decimal(found, "factor"),
        decimal(found, "cap"),
        found.flatMap(defaults -> defaults.findText("source")));
  }

  private static Optional<Double> decimal(Optional<DataNode> node, String key) {
    return node.flatMap(map -> map.find(key)).map(DataNode::decimal);
  }

  /** The constant whose word a node holds. */
  static <E extends Named> E word(E[] constants, DataNode node) {
    List<String> known = new ArrayList<>();
    for (E constant : constants) {
      if (constant.word().equals(node.text())) {
        return constant;
      }
      known.add(constant.word());
    }
    throw node.fault("'" + node.text() + "' is not one of " + known);
  }
}
