package dev.aiaudit.catalog.guard;

import dev.aiaudit.catalog.data.DataNode;
import dev.aiaudit.catalog.guard.GuardCall.Body;
import dev.aiaudit.catalog.guard.InterceptionModel.Defeat;
import dev.aiaudit.catalog.guard.Wrapper.When;
import dev.aiaudit.catalog.type.Choice;
import dev.aiaudit.catalog.type.Interception;
import dev.aiaudit.model.GuardKind;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads guarding calls, wrappers, status rules and interception models from their nodes. */
final class CallReader {
  private static final Set<String> CALL_KEYS =
      Set.of(
          "id",
          "types",
          "methods",
          "arguments",
          "effect",
          "kinds",
          "guarded",
          "handler",
          "filter",
          "excludes",
          "duration",
          "attempts",
          "policy",
          "counts",
          "defaultCalls",
          "defaultPause",
          "longestPause",
          "defaultDuration",
          "body",
          "switchedOnBy");
  private static final Set<String> STATUS_KEYS =
      Set.of(
          "id",
          "types",
          "methods",
          "annotations",
          "throwsOn5xx",
          "on5xx",
          "unreachable",
          "checks",
          "silencedBy",
          "repeats",
          "onlyTyped",
          "bodyIsNull");

  private CallReader() {}

  static GuardCall call(DataNode node) {
    node.allowOnly(CALL_KEYS);
    return new GuardCall(
        node.text("id"),
        node.texts("types"),
        node.texts("methods"),
        integers(node, "arguments"),
        Choice.of(Effect.class, node.get("effect")),
        Choice.setOf(GuardKind.class, node, "kinds"),
        places(node),
        AnnotationReader.attempts(node),
        AnnotationReader.duration(node, "defaultDuration"),
        node.find("body")
            .map(body -> Choice.of(Body.class, body))
            .orElse(Body.ARGUMENT_OR_RECEIVER),
        node.find("switchedOnBy").map(DataNode::text));
  }

  static Wrapper wrapper(DataNode node) {
    node.allowOnly(Set.of("id", "types", "methods", "annotations", "throws", "when"));
    return new Wrapper(
        node.text("id"),
        node.texts("types"),
        node.texts("methods"),
        node.texts("annotations"),
        node.text("throws"),
        Choice.of(When.class, node.get("when")));
  }

  static HttpStatus status(DataNode node) {
    node.allowOnly(STATUS_KEYS);
    return new HttpStatus(
        node.text("id"),
        node.texts("types"),
        node.texts("methods"),
        node.texts("annotations"),
        node.get("throwsOn5xx").flag(),
        node.texts("on5xx"),
        node.texts("unreachable"),
        node.texts("checks"),
        node.texts("silencedBy"),
        integers(node, "repeats"),
        node.flag("onlyTyped"),
        node.flag("bodyIsNull"));
  }

  static InterceptionModel model(DataNode node) {
    node.allowOnly(Set.of("model", "defeats", "liftedBy"));
    Map<Defeat, String> defeats = new EnumMap<>(Defeat.class);
    node.entries("defeats")
        .forEach(
            (key, why) ->
                defeats.put(Choice.of(Defeat.class, DataNode.text(why.path(), key)), why.text()));
    return new InterceptionModel(
        Choice.of(Interception.class, node.get("model")), defeats, node.texts("liftedBy"));
  }

  private static GuardPlaces places(DataNode node) {
    return new GuardPlaces(
        place(node, "guarded"),
        place(node, "handler"),
        place(node, "filter"),
        place(node, "excludes"),
        place(node, "duration"),
        place(node, "attempts"),
        place(node, "policy"));
  }

  private static OptionalInt place(DataNode node, String key) {
    return node.find(key).map(value -> OptionalInt.of(value.integer())).orElse(OptionalInt.empty());
  }

  private static Set<Integer> integers(DataNode node, String key) {
    return node.items(key).stream().map(DataNode::integer).collect(Collectors.toUnmodifiableSet());
  }
}
