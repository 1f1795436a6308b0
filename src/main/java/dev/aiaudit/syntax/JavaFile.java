package dev.aiaudit.syntax;

import java.util.List;

/**
 * A parsed Java file.
 *
 * @param path relative to the scanned root, with forward slashes
 * @param packageName empty for the unnamed package
 * @param types top-level types
 */
public record JavaFile(
    String path, String packageName, List<Import> imports, List<TypeDecl> types) {

  /** Copies the lists. */
  public JavaFile {
    imports = List.copyOf(imports);
    types = List.copyOf(types);
  }
}
