package dev.aiaudit.detect;

import dev.aiaudit.catalog.Catalog;
import dev.aiaudit.catalog.type.LibraryTypes;
import dev.aiaudit.resolve.Libraries;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Library types as the catalogue knows them. */
public final class CatalogLibraries implements Libraries {
  private final Catalog catalog;
  private final LibraryTypes types;
  private final Set<String> named;

  /**
   * Library types of a catalogue: those of AI libraries, and those of the JDK and of frameworks.
   */
  public CatalogLibraries(Catalog catalog, LibraryTypes types) {
    this.catalog = catalog;
    this.types = types;
    Set<String> all = new HashSet<>(types.known());
    all.addAll(types.functionalTypes().keySet());
    all.addAll(types.containerTypes());
    catalog.aiServiceAnnotations().forEach(annotation -> all.add(annotation.type()));
    this.named = Set.copyOf(all);
  }

  @Override
  public List<String> supertypes(String type) {
    List<String> ofAi = catalog.supertypes(type);
    return ofAi.isEmpty()
        ? types.withSupertypes(type).subList(1, types.withSupertypes(type).size())
        : ofAi;
  }

  @Override
  public Optional<String> returnType(String type, String method, int arguments) {
    return catalog
        .returnType(type, method, arguments)
        .or(
            () ->
                types
                    .container(type)
                    .flatMap(c -> Optional.ofNullable(c.factories().get(method)))
                    .map(made -> made.equals("self") ? type : made));
  }

  @Override
  public Optional<String> fieldType(String type, String field) {
    return catalog.fieldType(type, field);
  }

  @Override
  public Optional<String> typeInPackage(String packageName, String simpleName) {
    String full = packageName + "." + simpleName;
    return catalog
        .typeInPackage(packageName, simpleName)
        .or(() -> Optional.of(full).filter(named::contains));
  }

  @Override
  public Optional<String> functionalMethod(String type) {
    return types.functionalMethod(type);
  }

  @Override
  public OptionalInt elementResult(String type, String method) {
    return types.elementResult(type, method);
  }

  @Override
  public OptionalInt lambdaParameter(String type, String method) {
    return types.lambdaParam(type, method);
  }

  @Override
  public boolean fluent(String type) {
    return types.fluent(type);
  }
}
