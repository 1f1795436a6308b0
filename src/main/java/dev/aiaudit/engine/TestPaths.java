package dev.aiaudit.engine;

import java.util.Locale;
import java.util.Set;

/** Tells test code from main code by its path. */
final class TestPaths {
  private static final Set<String> FOLDERS =
      Set.of(
          "test",
          "tests",
          "it",
          "integrationtest",
          "integration-test",
          "testfixtures",
          "jmh",
          "functionaltest",
          "androidtest",
          "e2e",
          "inttest",
          "test-integration");

  private TestPaths() {}

  /**
   * Whether a Java file is test code: it lies in a source root for tests ({@code src/test/..},
   * {@code src/*Test/..}), or it is called like a test and lies in no main source root.
   *
   * @param path relative path with forward slashes
   */
  static boolean isTest(String path) {
    String[] parts = path.split("/", -1);
    boolean main = false;
    for (int i = 0; i + 1 < parts.length; i++) {
      if (parts[i].equals("src")) {
        String root = parts[i + 1].toLowerCase(Locale.ROOT);
        if (FOLDERS.contains(root) || root.endsWith("test") && i + 2 < parts.length) {
          return true;
        }
        main |= root.equals("main");
      }
    }
    String name = parts[parts.length - 1];
    return !main
        && (inTestFolder(parts) || name.matches("(?:Test[A-Z]\\w*|\\w+(?:Test|Tests|IT))\\.java"));
  }

  private static boolean inTestFolder(String[] parts) {
    for (int i = 0; i + 1 < parts.length; i++) {
      if (parts[i].equals("test") || parts[i].equals("tests")) {
        return true;
      }
    }
    return false;
  }
}
