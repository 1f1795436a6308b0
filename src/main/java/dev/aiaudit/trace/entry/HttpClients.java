package dev.aiaudit.trace.entry;

import dev.aiaudit.catalog.entrypoint.HttpClientPattern;
import dev.aiaudit.catalog.entrypoint.HttpClientPatterns;
import dev.aiaudit.javasource.index.FileSet;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.syntax.TypeDecl;
import dev.aiaudit.trace.Flight;
import dev.aiaudit.trace.RemoteMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Finds the interfaces of the tree whose methods send requests to handlers of the tree. */
final class HttpClients {
  private final Surroundings at;
  private final HttpClientPatterns patterns;
  private final HttpHandlers handlers;
  private final Services services;
  private final ClientAddresses addresses;
  private Optional<List<Client>> known = Optional.empty();

  /**
   * A method that sends a request.
   *
   * @param method the method
   * @param pattern the library that sends it
   * @param address where to
   * @param routes what it asks for there
   */
  private record Client(
      DeclaredMethod method, HttpClientPattern pattern, Address address, List<HttpRoute> routes) {}

  HttpClients(
      Surroundings at, HttpClientPatterns patterns, HttpHandlers handlers, Services services) {
    this.at = at;
    this.patterns = patterns;
    this.handlers = handlers;
    this.services = services;
    this.addresses = new ClientAddresses(at, services);
  }

  /** The methods whose requests arrive at a handler. */
  List<RemoteMethod> of(DeclaredMethod handler) {
    List<HttpRoute> routes = handlers.routes(handler);
    if (routes.isEmpty()) {
      return List.of();
    }
    List<Client> all = known.orElseGet(this::search);
    known = Optional.of(all);
    List<RemoteMethod> out = new ArrayList<>();
    for (Client client : all) {
      if (client.method() != handler && serves(handler.owner(), client.address())) {
        arriving(client, routes, handler.owner()).ifPresent(out::add);
      }
    }
    return out;
  }

  /** Whether a class may run behind an address; two services can have the same route. */
  private boolean serves(DeclaredType handler, Address address) {
    if (address.foreign()) {
      return false;
    }
    Set<String> names = services.names(handler);
    List<String> ports = services.ports(handler);
    boolean named =
        address.service().isEmpty() || names.isEmpty() || names.contains(address.service().get());
    boolean served =
        address.port().isEmpty() || ports.isEmpty() || ports.contains(address.port().get());
    return named && (served || address.service().filter(names::contains).isPresent());
  }

  private Optional<RemoteMethod> arriving(
      Client client, List<HttpRoute> routes, DeclaredType handler) {
    List<HttpRoute> served = new ArrayList<>(routes);
    for (String base : services.basePaths(handler)) {
      routes.forEach(route -> served.add(route.under(base)));
    }
    List<HttpRoute> met =
        served.stream()
            .filter(route -> client.routes().stream().anyMatch(sent -> sent.meets(route)))
            .toList();
    if (met.isEmpty()) {
      return Optional.empty();
    }
    boolean open =
        met.stream().allMatch(HttpRoute::open)
            || client.routes().stream().allMatch(HttpRoute::open);
    return Optional.of(
        new RemoteMethod(
            client.method(),
            form(client.method()),
            client.pattern().failures(),
            client.address().certain() && !open));
  }

  private Flight.Form form(DeclaredMethod method) {
    JavaType type = at.project().names().resolve(method.decl().returnType(), method.owner());
    if (isOne(type, patterns.futures())) {
      return Flight.Form.FUTURE;
    }
    return isOne(type, patterns.publishers()) ? Flight.Form.REACTIVE : Flight.Form.THROWN;
  }

  private boolean isOne(JavaType type, List<String> names) {
    return names.stream().anyMatch(name -> at.project().isSubtype(type, name));
  }

  private List<Client> search() {
    List<Client> out = new ArrayList<>();
    for (HttpClientPattern pattern : patterns.clients()) {
      List<String> wanted = pattern.on().isEmpty() ? pattern.annotations() : pattern.on();
      FileSet files = FileSet.none();
      for (String annotation : wanted) {
        files = files.union(at.project().index().filesAnnotated(KnownNames.simple(annotation)));
      }
      at.project().tree().loadAll(files);
      for (int i = 0; i < files.size(); i++) {
        if (!at.project().tree().isTest(files.get(i))) {
          at.project().tree().load(files.get(i)).stream()
              .flatMap(file -> file.types().stream())
              .filter(type -> type.decl().kind() == TypeDecl.Kind.INTERFACE)
              .forEach(type -> read(type, pattern, out));
        }
      }
    }
    return List.copyOf(out);
  }

  private void read(DeclaredType type, HttpClientPattern pattern, List<Client> out) {
    Optional<Mark> mark =
        at.marks().on(type).stream().filter(m -> pattern.on().contains(m.name())).findFirst();
    if (mark.isEmpty() && !pattern.on().isEmpty()) {
      return;
    }
    Address address = addresses.of(type, mark, pattern);
    List<DeclaredMethod> methods = new ArrayList<>(type.methods());
    if (mark.isPresent()) {
      at.hierarchy().above(type).declared().forEach(t -> methods.addAll(t.methods()));
    }
    for (DeclaredMethod method : methods) {
      List<HttpRoute> routes = routes(method, type, pattern, address);
      if (!routes.isEmpty()) {
        out.add(new Client(method, pattern, address, routes));
      }
    }
  }

  private List<HttpRoute> routes(
      DeclaredMethod method, DeclaredType type, HttpClientPattern pattern, Address address) {
    List<Mark> marks = at.marks().of(method);
    List<HttpRoute> out = new ArrayList<>();
    for (Mark mark : marks) {
      if (pattern.annotations().contains(mark.name())) {
        Candidate candidate =
            new Candidate(
                method, type, Optional.of(mark), marks, at.marks().of(type), OptionalInt.empty());
        at.routes().requests(pattern.route(), candidate).stream()
            .map(route -> pattern.verbInPath() ? route.withVerbFromPath() : route)
            .map(route -> route.under(address.path()))
            .forEach(out::add);
      }
    }
    return out;
  }
}
