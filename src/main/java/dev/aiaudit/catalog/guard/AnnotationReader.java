package dev.aiaudit.catalog.guard;

import dev.aiaudit.catalog.data.DataNode;
import dev.aiaudit.catalog.guard.FallbackForm.Missing;
import dev.aiaudit.catalog.guard.FallbackForm.Signature;
import dev.aiaudit.catalog.guard.GuardAnnotation.AsyncReturn;
import dev.aiaudit.catalog.guard.GuardAnnotation.Flag;
import dev.aiaudit.catalog.guard.GuardAnnotation.Part;
import dev.aiaudit.catalog.type.Choice;
import dev.aiaudit.catalog.type.Interception;
import dev.aiaudit.model.GuardKind;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads guarding annotations from their nodes. */
final class AnnotationReader {
  private static final Set<String> KEYS =
      Set.of(
          "id",
          "annotations",
          "library",
          "kinds",
          "interception",
          "interceptionElsewhere",
          "members",
          "signature",
          "missing",
          "companions",
          "handlerType",
          "counts",
          "defaultCalls",
          "defaultPause",
          "longestPause",
          "defaultDuration",
          "asyncReturn",
          "reactiveNeeds",
          "needs",
          "disabledBy",
          "configPrefix",
          "flags",
          "classDefaults");
  private static final Set<String> NEED_KEYS =
      Set.of("artifacts", "annotations", "config", "beans", "otherwise");

  private AnnotationReader() {}

  static GuardAnnotation read(DataNode node) {
    node.allowOnly(KEYS);
    Interception interception = Choice.of(Interception.class, node.get("interception"));
    return new GuardAnnotation(
        node.text("id"),
        node.texts("annotations"),
        node.text("library"),
        Choice.setOf(GuardKind.class, node, "kinds"),
        interception,
        choice(Interception.class, node, "interceptionElsewhere", interception),
        members(node),
        fallback(node),
        attempts(node),
        duration(node, "defaultDuration"),
        choice(AsyncReturn.class, node, "asyncReturn", AsyncReturn.ACTS),
        node.texts("reactiveNeeds"),
        node.items("needs").stream().map(AnnotationReader::need).toList(),
        node.texts("disabledBy"),
        node.findText("configPrefix"),
        Choice.setOf(Flag.class, node, "flags"));
  }

  static Attempts attempts(DataNode node) {
    OptionalInt calls =
        node.find("defaultCalls")
            .map(value -> OptionalInt.of(value.integer()))
            .orElse(OptionalInt.empty());
    Attempts.Counts counts = choice(Attempts.Counts.class, node, "counts", Attempts.Counts.NOTHING);
    return new Attempts(
        counts, calls, duration(node, "defaultPause"), duration(node, "longestPause"));
  }

  static Optional<Duration> duration(DataNode node, String key) {
    return node.find(key).map(AnnotationReader::duration);
  }

  private static Duration duration(DataNode node) {
    try {
      return Duration.parse(node.text());
    } catch (DateTimeParseException e) {
      throw node.fault("expected a duration such as PT1S");
    }
  }

  private static <E extends Enum<E>> E choice(
      Class<E> type, DataNode node, String key, E otherwise) {
    return node.find(key).map(value -> Choice.of(type, value)).orElse(otherwise);
  }

  private static Map<Part, List<String>> members(DataNode node) {
    Map<Part, List<String>> members = new EnumMap<>(Part.class);
    node.entries("members").forEach((part, names) -> members.put(part(names, part), names.texts()));
    return members;
  }

  private static Part part(DataNode at, String key) {
    return Choice.of(Part.class, DataNode.text(at.path(), key));
  }

  private static FallbackForm fallback(DataNode node) {
    return new FallbackForm(
        choice(Signature.class, node, "signature", Signature.NONE),
        choice(Missing.class, node, "missing", Missing.SILENT),
        node.texts("companions"),
        node.texts("classDefaults"),
        node.findText("handlerType"));
  }

  private static Need need(DataNode node) {
    node.allowOnly(NEED_KEYS);
    return new Need(
        node.texts("artifacts"),
        node.texts("annotations"),
        node.texts("config"),
        node.texts("beans"),
        node.text("otherwise"));
  }
}
