package dev.aiaudit.catalog;

import dev.aiaudit.catalog.data.CatalogData;
import dev.aiaudit.catalog.data.DataNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A library that runs code of the application as nodes of a graph.
 *
 * @param id unique
 * @param actions interfaces that nodes and conditions implement
 * @param add methods that put them into a graph
 * @param compiled the type of a graph that can be run
 * @param runs methods of it that run the graph before they return
 * @param pipelines methods of it that return a pipeline which runs the graph
 */
public record GraphLibrary(
    String id,
    List<String> actions,
    List<String> add,
    String compiled,
    List<String> runs,
    List<String> pipelines) {

  /** Copies the lists. */
  public GraphLibrary {
    actions = List.copyOf(actions);
    add = List.copyOf(add);
    runs = List.copyOf(runs);
    pipelines = List.copyOf(pipelines);
  }

  /**
   * All libraries of the catalogue.
   *
   * @throws dev.aiaudit.catalog.data.DataException when one is not well-formed
   */
  public static List<GraphLibrary> load(CatalogData data) {
    List<GraphLibrary> out = new ArrayList<>();
    for (DataNode file : data.section("graphs")) {
      for (DataNode node : file.items("graphs")) {
        node.allowOnly(Set.of("id", "actions", "add", "compiled", "runs", "pipelines"));
        out.add(
            new GraphLibrary(
                node.text("id"),
                node.texts("actions"),
                node.texts("add"),
                node.text("compiled"),
                node.texts("runs"),
                node.texts("pipelines")));
      }
    }
    return List.copyOf(out);
  }
}
