package dev.aiaudit.catalog.detach;

import dev.aiaudit.catalog.data.DataNode;
import dev.aiaudit.catalog.type.Choice;
import dev.aiaudit.catalog.type.Interception;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Reads the patterns of detaching and joining from their nodes. */
final class DetachReader {
  private DetachReader() {}

  static DetachCall call(DataNode node) {
    node.allowOnly(
        Set.of("id", "types", "methods", "effect", "task", "errorConsumer", "topic", "ui", "note"));
    boolean receiver = node.find("task").filter(DataNode::isText).map(DataNode::text).isPresent();
    if (receiver && !node.text("task").equals("receiver")) {
      throw node.get("task").fault("expected 'receiver' or a list of positions");
    }
    return new DetachCall(
        node.text("id"),
        node.texts("types"),
        node.texts("methods"),
        Choice.of(Effect.class, node.get("effect")),
        receiver ? DetachCall.Task.RECEIVER : DetachCall.Task.ARGUMENTS,
        receiver ? List.of() : node.items("task").stream().map(DataNode::integer).toList(),
        position(node, "errorConsumer"),
        position(node, "topic"),
        node.flag("ui"));
  }

  static DetachAnnotation annotation(DataNode node) {
    node.allowOnly(
        Set.of(
            "id",
            "annotations",
            "effect",
            "interception",
            "enablers",
            "enablerConfig",
            "otherwise",
            "classToo",
            "returns"));
    return new DetachAnnotation(
        node.text("id"),
        node.texts("annotations"),
        moves(node.get("effect")),
        Choice.of(Interception.class, node.get("interception")),
        node.texts("enablers"),
        node.texts("enablerConfig"),
        node.text("otherwise", ""),
        node.flag("classToo"),
        node.texts("returns"));
  }

  static Join join(DataNode node) {
    node.allowOnly(Set.of("id", "types", "methods", "kind", "of", "duration"));
    return new Join(
        node.text("id"),
        node.texts("types"),
        node.texts("methods"),
        Choice.of(Join.Kind.class, node.get("kind")),
        Choice.of(Join.Of.class, node.get("of")),
        position(node, "duration"));
  }

  static WebAsync webAsync(DataNode node) {
    node.allowOnly(
        Set.of(
            "id", "types", "role", "task", "sends", "completes", "fails", "timeouts", "onError"));
    return new WebAsync(
        node.text("id"),
        node.texts("types"),
        Choice.of(WebAsync.Role.class, node.get("role")),
        node.flag("task"),
        node.texts("sends"),
        node.texts("completes"),
        node.texts("fails"),
        node.texts("timeouts"),
        node.texts("onError"));
  }

  static CallbackType callback(DataNode node) {
    node.allowOnly(Set.of("id", "types", "results", "failures"));
    return new CallbackType(
        node.text("id"), node.texts("types"), node.texts("results"), node.texts("failures"));
  }

  private static boolean moves(DataNode effect) {
    return switch (effect.text()) {
      case "future-or-forget" -> true;
      case "same-thread" -> false;
      default -> throw effect.fault("expected 'future-or-forget' or 'same-thread'");
    };
  }

  private static OptionalInt position(DataNode node, String key) {
    return node.find(key).map(value -> OptionalInt.of(value.integer())).orElse(OptionalInt.empty());
  }
}
