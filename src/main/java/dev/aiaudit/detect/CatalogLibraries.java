package dev.aiaudit.detect;

import dev.aiaudit.catalog.Catalog;
import dev.aiaudit.resolve.Libraries;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Library types as the catalogue knows them. */
public final class CatalogLibraries implements Libraries {
  private final Catalog catalog;

  /** Library types of a catalogue. */
  public CatalogLibraries(Catalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public List<String> supertypes(String type) {
    return catalog.supertypes(type);
  }

  @Override
  public Optional<String> returnType(String type, String method, int arguments) {
    return catalog.returnType(type, method, arguments);
  }

  @Override
  public Optional<String> fieldType(String type, String field) {
    return catalog.fieldType(type, field);
  }

  @Override
  public Optional<String> typeInPackage(String packageName, String simpleName) {
    return catalog.typeInPackage(packageName, simpleName);
  }

  @Override
  public Optional<String> functionalMethod(String type) {
    return Optional.empty();
  }

  @Override
  public OptionalInt elementResult(String type, String method) {
    return OptionalInt.empty();
  }

  @Override
  public OptionalInt lambdaParameter(String type, String method) {
    return OptionalInt.empty();
  }

  @Override
  public boolean fluent(String type) {
    return false;
  }
}
