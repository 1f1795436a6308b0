package dev.aiaudit.catalog;

import dev.aiaudit.catalog.data.CatalogData;
import dev.aiaudit.catalog.data.DataNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How libraries call models that the application has written itself.
 *
 * @param clients one for each way
 * @param beans simple names of annotations with which a container makes a class
 */
public record ModelClients(List<Client> clients, Set<String> beans) {
  /** Nothing is known. */
  public static final ModelClients NONE = new ModelClients(List.of(), Set.of());

  /**
   * One way.
   *
   * @param id unique
   * @param models interfaces of which the application has an implementation
   * @param fluent method of a model to the type on which the request is made
   * @param services methods of a model that the proxy of a service interface calls
   * @param builder the type that makes such a proxy; empty when there are none
   * @param given methods that give the proxy its model
   * @param annotations those that make an interface a service without a builder
   */
  public record Client(
      String id,
      List<String> models,
      Map<String, String> fluent,
      Set<String> services,
      String builder,
      Set<String> given,
      Set<String> annotations) {
    /** Copies the collections. */
    public Client {
      models = List.copyOf(models);
      fluent = Map.copyOf(fluent);
      services = Set.copyOf(services);
      given = Set.copyOf(given);
      annotations = Set.copyOf(annotations);
    }
  }

  /** Copies the collections. */
  public ModelClients {
    clients = List.copyOf(clients);
    beans = Set.copyOf(beans);
  }

  /**
   * Reads them from the catalogue.
   *
   * @throws dev.aiaudit.catalog.data.DataException when one is not well-formed
   */
  public static ModelClients load(CatalogData data) {
    ModelClients all = NONE;
    for (DataNode file : data.section("model-clients")) {
      file.allowOnly(Set.of("clients", "beans"));
      List<Client> clients = new ArrayList<>();
      file.items("clients").forEach(node -> clients.add(client(node)));
      all = new ModelClients(clients, Set.copyOf(file.texts("beans")));
    }
    return all;
  }

  private static Client client(DataNode node) {
    node.allowOnly(
        Set.of("id", "models", "methods", "services", "builder", "given", "annotations"));
    Map<String, String> fluent = new HashMap<>();
    node.entries("methods").forEach((method, type) -> fluent.put(method, type.text()));
    return new Client(
        node.text("id"),
        node.texts("models"),
        fluent,
        Set.copyOf(node.texts("services")),
        node.text("builder", ""),
        Set.copyOf(node.texts("given")),
        Set.copyOf(node.texts("annotations")));
  }
}
