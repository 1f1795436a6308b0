package dev.aiaudit.catalog.entrypoint;

import dev.aiaudit.catalog.data.DataNode;
import dev.aiaudit.catalog.entrypoint.RoutePart.Place;
import dev.aiaudit.catalog.entrypoint.RouteSpec.Form;
import dev.aiaudit.catalog.entrypoint.RouteSpec.Otherwise;
import dev.aiaudit.catalog.type.Choice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads how routes are put together. */
final class RouteReader {
  private static final String ANY = "any";
  private static final Set<String> KEYS =
      Set.of(
          "form",
          "path",
          "onClass",
          "onParameter",
          "onApplication",
          "verbMember",
          "methodName",
          "className",
          "parameter");

  private RouteReader() {}

  /** The route of a pattern whose selectors, annotations or methods, may carry verbs. */
  static RouteSpec route(DataNode pattern, String selectors) {
    Map<String, String> verbs = words(pattern, selectors, false);
    Optional<DataNode> node = pattern.find("route");
    if (node.isEmpty()) {
      return verbs.isEmpty() ? RouteSpec.NONE : bare(verbs);
    }
    DataNode route = node.get();
    route.allowOnly(KEYS);
    return new RouteSpec(
        Choice.of(Form.class, route.get("form")),
        parts(route),
        verbs,
        route.findText("verbMember"),
        otherwise(route),
        position(route, "parameter"));
  }

  /** The route of a registering call. */
  static CallRoute callRoute(DataNode pattern) {
    Form form =
        pattern.find("routeForm").map(node -> Choice.of(Form.class, node)).orElse(Form.HTTP);
    OptionalInt path = position(pattern, "path");
    Map<String, String> chain = words(pattern, "chain", true);
    return new CallRoute(
        path.isEmpty() && chain.isEmpty() ? Form.NONE : form,
        path,
        words(pattern, "methods", false),
        pattern.texts("within"),
        chain,
        words(pattern, "predicates", true),
        pattern.texts("waitingSchemes"));
  }

  /** The keys of a map or the texts of a list. */
  static List<String> selectors(DataNode pattern, String key) {
    DataNode node = pattern.get(key);
    return node.isMap() ? List.copyOf(node.entries().keySet()) : node.texts();
  }

  private static RouteSpec bare(Map<String, String> verbs) {
    return new RouteSpec(
        Form.NONE, List.of(), verbs, Optional.empty(), Otherwise.NOTHING, OptionalInt.empty());
  }

  private static Map<String, String> words(DataNode pattern, String key, boolean keepAny) {
    Map<String, String> words = new LinkedHashMap<>();
    if (pattern.find(key).filter(DataNode::isMap).isPresent()) {
      pattern
          .entries(key)
          .forEach(
              (name, word) -> {
                boolean any = word.text().equals(ANY);
                if (keepAny || !any) {
                  words.put(MethodPick.of(name).name(), any ? "" : word.text());
                }
              });
    }
    return words;
  }

  private static List<RoutePart> parts(DataNode route) {
    List<RoutePart> parts = new ArrayList<>();
    route.texts("onApplication").forEach(t -> parts.add(RoutePart.of(Place.APPLICATION, t)));
    route.texts("onClass").forEach(t -> parts.add(RoutePart.of(Place.CLASS, t)));
    route.texts("path").forEach(t -> parts.add(RoutePart.of(Place.METHOD, t)));
    route.texts("onParameter").forEach(t -> parts.add(RoutePart.of(Place.PARAMETER, t)));
    return parts;
  }

  private static Otherwise otherwise(DataNode route) {
    if (route.flag("className")) {
      return route.flag("methodName") ? Otherwise.CLASS_AND_METHOD_NAME : Otherwise.CLASS_NAME;
    }
    return route.flag("methodName") ? Otherwise.METHOD_NAME : Otherwise.NOTHING;
  }

  private static OptionalInt position(DataNode node, String key) {
    return node.find(key).map(value -> OptionalInt.of(value.integer())).orElse(OptionalInt.empty());
  }
}
