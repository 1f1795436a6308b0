package dev.aiaudit.catalog.entrypoint;

import java.util.List;

/**
 * Interfaces of one library whose methods send an HTTP request.
 *
 * @param id unique
 * @param on the interface carries one of these annotations; empty: any interface
 * @param service members of that annotation that name the service, the first one that is present
 *     counts
 * @param url members of it with the address of the service
 * @param base members of it with a prefix of all paths
 * @param urlKeys settings with the address, {@code {}} stands for the name of the service or of the
 *     interface
 * @param annotations the methods carry one of these
 * @param verbInPath whether the path begins with the verb: {@code GET /orders}
 * @param route how the route is put together
 * @param failures what a method throws when the service answers with an error or not at all
 */
public record HttpClientPattern(
    String id,
    List<String> on,
    List<String> service,
    List<String> url,
    List<String> base,
    List<String> urlKeys,
    List<String> annotations,
    boolean verbInPath,
    RouteSpec route,
    List<String> failures) {

  /** Copies the lists. */
  public HttpClientPattern {
    on = List.copyOf(on);
    service = List.copyOf(service);
    url = List.copyOf(url);
    base = List.copyOf(base);
    urlKeys = List.copyOf(urlKeys);
    annotations = List.copyOf(annotations);
    failures = List.copyOf(failures);
  }
}
