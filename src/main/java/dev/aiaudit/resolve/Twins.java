package dev.aiaudit.resolve;

import java.util.Comparator;

/** Types of one full name that several files declare, as modules do that were copied. */
final class Twins {
  /** Main code first, then a file that stands in the folder of its package. */
  static final Comparator<DeclaredType> ORDER =
      Comparator.<DeclaredType, Boolean>comparing(type -> type.file().test())
          .thenComparing(type -> !inPackageFolder(type))
          .thenComparing(type -> type.file().path());

  private Twins() {}

  /** How many folders two files have in common, from the root of the tree. */
  static int shared(ParsedFile one, ParsedFile other) {
    String[] a = one.path().split("/");
    String[] b = other.path().split("/");
    int common = 0;
    while (common < a.length - 1 && common < b.length - 1 && a[common].equals(b[common])) {
      common++;
    }
    return common;
  }

  /** Build tools compile what stands in a source folder; a stray copy at the root is not used. */
  private static boolean inPackageFolder(DeclaredType type) {
    String path = type.file().path();
    int slash = path.lastIndexOf('/');
    String folder = slash < 0 ? "" : path.substring(0, slash);
    String packageFolder = type.file().syntax().packageName().replace('.', '/');
    return folder.endsWith("/" + packageFolder);
  }
}
