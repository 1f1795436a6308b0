package dev.aiaudit.catalog.entrypoint;

import dev.aiaudit.catalog.data.DataNode;
import dev.aiaudit.catalog.entrypoint.EntryPattern.AnnotatedMethod;
import dev.aiaudit.catalog.entrypoint.EntryPattern.AnnotatedParameter;
import dev.aiaudit.catalog.entrypoint.EntryPattern.AnnotatedType;
import dev.aiaudit.catalog.entrypoint.EntryPattern.BeanMethod;
import dev.aiaudit.catalog.entrypoint.EntryPattern.DispatchedMethod;
import dev.aiaudit.catalog.entrypoint.EntryPattern.MainMethod;
import dev.aiaudit.catalog.entrypoint.EntryPattern.PublicMethodsOf;
import dev.aiaudit.catalog.entrypoint.EntryPattern.Registration;
import dev.aiaudit.catalog.entrypoint.EntryPattern.SupertypeMethods;
import dev.aiaudit.catalog.entrypoint.EntryTraits.Flag;
import dev.aiaudit.catalog.entrypoint.Waiting.Waits;
import dev.aiaudit.catalog.type.Choice;
import dev.aiaudit.model.EntryKind;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads one entry pattern from its node. */
final class EntryReader {
  private static final Map<String, Flag> FLAGS =
      Map.of(
          "inProcess", Flag.IN_PROCESS,
          "calledByModel", Flag.CALLED_BY_MODEL,
          "health", Flag.HEALTH,
          "swallowsFailure", Flag.SWALLOWS_FAILURE,
          "classToo", Flag.CLASS_TOO,
          "typeToo", Flag.TYPE_TOO);
  private static final Set<String> COMMON =
      Set.of(
          "id",
          "select",
          "kind",
          "waits",
          "waitsByParameter",
          "waitsWith",
          "repliesByReturn",
          "route",
          "annotations");

  private EntryReader() {}

  static EntryPattern read(DataNode node) {
    return switch (node.text("select")) {
      case "annotated-method" -> annotatedMethod(node);
      case "supertype-methods" -> supertypeMethods(node);
      case "public-methods" -> publicMethods(node);
      case "annotated-type" -> annotatedType(node);
      case "annotated-parameter" -> annotatedParameter(node);
      case "dispatched-method" -> dispatchedMethod(node);
      case "main-method" -> mainMethod(node);
      case "bean-method" -> beanMethod(node);
      case "registration" -> registration(node);
      default -> throw node.get("select").fault("unknown way to select entries");
    };
  }

  private static EntryPattern annotatedMethod(DataNode node) {
    allow(node, "in", "notIn", "parameterTypes");
    return new AnnotatedMethod(
        traits(node),
        RouteReader.selectors(node, "annotations"),
        node.texts("in"),
        node.texts("notIn"),
        node.texts("parameterTypes"),
        RouteReader.route(node, "annotations"));
  }

  private static EntryPattern supertypeMethods(DataNode node) {
    allow(
        node,
        "supertypes",
        "methods",
        "interfaceOnly",
        "overridesOnly",
        "unseenOverridesOnly",
        "returns",
        "on",
        "requires");
    return new SupertypeMethods(
        traits(node),
        node.texts("supertypes"),
        methods(node),
        reach(node),
        node.texts("returns"),
        node.texts("on"),
        node.texts("requires"),
        RouteReader.route(node, "methods"));
  }

  private static EntryPattern publicMethods(DataNode node) {
    allow(node, "interfaceOnly", "overridesOnly", "unseenOverridesOnly", "onInterface");
    return new PublicMethodsOf(
        traits(node),
        node.texts("annotations"),
        node.flag("onInterface"),
        reach(node),
        RouteReader.route(node, "annotations"));
  }

  private static EntryPattern annotatedType(DataNode node) {
    allow(node, "methods");
    return new AnnotatedType(
        traits(node),
        node.texts("annotations"),
        methods(node),
        RouteReader.route(node, "annotations"));
  }

  private static EntryPattern annotatedParameter(DataNode node) {
    allow(node, "parameterTypes");
    return new AnnotatedParameter(
        traits(node),
        node.texts("annotations"),
        node.texts("parameterTypes"),
        RouteReader.route(node, "annotations"));
  }

  private static EntryPattern dispatchedMethod(DataNode node) {
    allow(node, "parameterTypes");
    return new DispatchedMethod(
        traits(node), node.texts("parameterTypes"), RouteReader.route(node, "annotations"));
  }

  private static EntryPattern mainMethod(DataNode node) {
    allow(node);
    return new MainMethod(traits(node));
  }

  private static EntryPattern beanMethod(DataNode node) {
    allow(node, "alsoOn", "returns", "requires", "ownBody");
    return new BeanMethod(
        traits(node),
        node.texts("annotations"),
        node.texts("alsoOn"),
        node.texts("returns"),
        node.texts("requires"),
        node.flag("ownBody"),
        RouteReader.route(node, "annotations"));
  }

  private static EntryPattern registration(DataNode node) {
    allow(
        node,
        "types",
        "methods",
        "entry",
        "path",
        "within",
        "chain",
        "predicates",
        "handler",
        "distinctive",
        "routeForm",
        "waitingSchemes");
    return new Registration(
        traits(node),
        node.texts("types"),
        RouteReader.selectors(node, "methods"),
        node.items("entry").stream().map(DataNode::integer).toList(),
        node.findText("handler"),
        node.flag("distinctive"),
        RouteReader.callRoute(node));
  }

  private static void allow(DataNode node, String... more) {
    Set<String> keys = new HashSet<>(COMMON);
    keys.addAll(FLAGS.keySet());
    keys.addAll(List.of(more));
    node.allowOnly(keys);
  }

  private static EntryTraits traits(DataNode node) {
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    FLAGS.forEach(
        (key, flag) -> {
          if (node.flag(key)) {
            flags.add(flag);
          }
        });
    EntryKind kind = Choice.of(EntryKind.class, node.get("kind"));
    return new EntryTraits(node.text("id"), kind, waiting(node), flags);
  }

  private static Waiting waiting(DataNode node) {
    Map<String, Waits> byParameter = new LinkedHashMap<>();
    node.entries("waitsByParameter").forEach((type, waits) -> byParameter.put(type, waits(waits)));
    return new Waiting(
        waits(node.get("waits")),
        byParameter,
        node.texts("waitsWith"),
        node.flag("repliesByReturn"));
  }

  private static Waits waits(DataNode node) {
    if (node.text().equals("publisher")) {
      return Waits.PUBLISHER;
    }
    return node.flag() ? Waits.YES : Waits.NO;
  }

  private static List<MethodPick> methods(DataNode node) {
    return RouteReader.selectors(node, "methods").stream().map(MethodPick::of).toList();
  }

  private static Reach reach(DataNode node) {
    if (node.flag("overridesOnly")) {
      return Reach.OVERRIDES;
    }
    if (node.flag("unseenOverridesOnly")) {
      return Reach.UNSEEN_OVERRIDES;
    }
    return node.flag("interfaceOnly") ? Reach.INTERFACE : Reach.ALL;
  }
}
