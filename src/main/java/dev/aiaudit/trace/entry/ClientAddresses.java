package dev.aiaudit.trace.entry;

import dev.aiaudit.catalog.entrypoint.HttpClientPattern;
import dev.aiaudit.resolve.DeclaredType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the interfaces of the tree send their requests, by annotations and settings. */
final class ClientAddresses {
  private final Surroundings at;
  private final Services services;

  ClientAddresses(Surroundings at, Services services) {
    this.at = at;
    this.services = services;
  }

  /**
   * The address of a client.
   *
   * @param mark the annotation that makes the interface a client, if there has to be one
   */
  Address of(DeclaredType type, Optional<Mark> mark, HttpClientPattern pattern) {
    Optional<String> name = text(mark, pattern.service());
    Optional<String> url =
        text(mark, pattern.url()).or(() -> bySetting(type, name, pattern.urlKeys()));
    Address address =
        url.or(() -> name)
            .map(text -> read(text, url.isPresent(), type))
            .orElseGet(Address::unnamed);
    Optional<String> base = text(mark, pattern.base());
    return base.isEmpty()
        ? address
        : address.with(services.resolve(base.get(), type).orElse(base.get()));
  }

  private Address read(String written, boolean url, DeclaredType type) {
    Optional<String> text = services.resolve(written, type).map(String::strip);
    if (text.isEmpty() || text.get().isEmpty()) {
      return Address.UNKNOWN;
    }
    if (text.get().startsWith("/")) {
      return Address.unnamed().with(text.get());
    }
    return url || text.get().contains("://") ? Address.of(text.get()) : Address.named(text.get());
  }

  private Optional<String> text(Optional<Mark> mark, List<String> members) {
    return members.stream()
        .flatMap(member -> mark.flatMap(m -> m.member(member)).stream())
        .flatMap(value -> at.constants().text(value.expr(), value.at()).stream())
        .filter(text -> !text.isBlank())
        .findFirst();
  }

  private Optional<String> bySetting(DeclaredType type, Optional<String> name, List<String> keys) {
    List<String> names = new ArrayList<>(name.stream().toList());
    names.add(type.name());
    names.add("\"" + type.name() + "\"");
    return keys.stream()
        .flatMap(key -> names.stream().map(n -> key.replace("{}", n)))
        .flatMap(key -> services.value(key, type).stream())
        .findFirst();
  }
}
