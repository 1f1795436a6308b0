package dev.aiaudit.catalog.entrypoint;

import dev.aiaudit.catalog.data.CatalogData;
import dev.aiaudit.catalog.data.DataNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What is known of interfaces that send HTTP requests, and of how a handler's service is called.
 *
 * @param clients one for each library
 * @param serviceNames settings that name an application
 * @param basePaths settings with the path under which an application is served
 * @param ports settings with the port on which it is served
 * @param futures types that a client's method returns when the answer comes later
 * @param publishers types that a client's method returns when the request is sent on subscription
 */
public record HttpClientPatterns(
    List<HttpClientPattern> clients,
    List<String> serviceNames,
    List<String> basePaths,
    List<String> ports,
    List<String> futures,
    List<String> publishers) {

  /** No clients. */
  public static final HttpClientPatterns NONE =
      new HttpClientPatterns(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  private static final String SECTION = "http-clients";

  /** Copies the lists. */
  public HttpClientPatterns {
    clients = List.copyOf(clients);
    serviceNames = List.copyOf(serviceNames);
    basePaths = List.copyOf(basePaths);
    ports = List.copyOf(ports);
    futures = List.copyOf(futures);
    publishers = List.copyOf(publishers);
  }

  /**
   * Reads them from the catalogue.
   *
   * @throws dev.aiaudit.catalog.data.DataException when one is not well-formed
   */
  public static HttpClientPatterns load(CatalogData data) {
    HttpClientPatterns all = NONE;
    for (DataNode file : data.section(SECTION)) {
      file.allowOnly(
          Set.of("clients", "serviceNames", "basePaths", "ports", "futures", "publishers"));
      List<HttpClientPattern> clients = new ArrayList<>();
      file.items("clients").forEach(node -> clients.add(client(node)));
      all =
          new HttpClientPatterns(
              clients,
              file.texts("serviceNames"),
              file.texts("basePaths"),
              file.texts("ports"),
              file.texts("futures"),
              file.texts("publishers"));
    }
    return all;
  }

  private static HttpClientPattern client(DataNode node) {
    node.allowOnly(
        Set.of(
            "id",
            "on",
            "service",
            "url",
            "base",
            "urlKeys",
            "annotations",
            "verbInPath",
            "route",
            "failures"));
    return new HttpClientPattern(
        node.text("id"),
        node.texts("on"),
        node.texts("service"),
        node.texts("url"),
        node.texts("base"),
        node.texts("urlKeys"),
        RouteReader.selectors(node, "annotations"),
        node.flag("verbInPath"),
        RouteReader.route(node, "annotations"),
        node.texts("failures"));
  }
}
