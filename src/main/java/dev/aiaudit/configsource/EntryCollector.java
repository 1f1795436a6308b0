package dev.aiaudit.configsource;

import dev.aiaudit.model.Evidence;
import dev.aiaudit.model.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the entries of a file. Every value enters here, so this masks credentials. */
final class EntryCollector {

  private static final int MAX_VALUE = 4_000;

  private final ConfigFile file;
  private final String scope;
  private final boolean test;
  private final List<ConfigEntry> entries = new ArrayList<>();

  EntryCollector(ConfigFile file, String scope) {
    this.file = file;
    this.scope = scope;
    this.test = testPath(file.path());
  }

  /** Whether a file is there for tests only. */
  static boolean testPath(String path) {
    String framed = "/" + path;
    return framed.contains("/src/test/")
        || framed.contains("/src/integrationTest/")
        || framed.contains("/src/it/")
        || framed.contains("/fixtures/")
        || framed.contains("/testdata/")
        || framed.contains("/__tests__/");
  }

  List<ConfigEntry> entries() {
    return entries;
  }

  void add(
      EntrySource source,
      String key,
      String value,
      Optional<String> profile,
      boolean recovered,
      int line,
      int column) {
    add(source, scope, key, value, profile, recovered, line, column);
  }

  void add(
      EntrySource source,
      String where,
      String key,
      String value,
      Optional<String> profile,
      boolean recovered,
      int line,
      int column) {
    String kept = value.length() > MAX_VALUE ? value.substring(0, MAX_VALUE) : value;
    boolean exposed =
        (Secrets.shaped(kept) || Secrets.named(key)) && Secrets.real(Secrets.literal(kept));
    put(source, where, key, Secrets.masked(key, kept), profile, recovered, exposed, line, column);
  }

  /** Adds an entry that is a credential whatever its name. */
  void addSecret(
      EntrySource source, String key, String value, boolean recovered, int line, int column) {
    put(
        source,
        scope,
        key,
        Secrets.masked("secret", value),
        Optional.empty(),
        recovered,
        Secrets.real(value),
        line,
        column);
  }

  private void put(
      EntrySource source,
      String where,
      String key,
      String value,
      Optional<String> profile,
      boolean recovered,
      boolean exposed,
      int line,
      int column) {
    Evidence evidence = recovered ? Evidence.ASSUMED : Evidence.DECLARED;
    int end = column + Math.max(0, key.length() - 1);
    Location location = new Location(file.path(), line, column, line, end);
    entries.add(
        new ConfigEntry(key, value, profile, source, where, test, exposed, evidence, location));
  }
}
