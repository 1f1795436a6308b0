package dev.aiaudit.catalog.build;

import dev.aiaudit.catalog.data.BinaryForm;
import dev.aiaudit.catalog.data.DataNode;
import dev.aiaudit.catalog.data.DataPath;
import dev.aiaudit.catalog.data.YamlForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Compiles the catalogue: {@code CatalogCompiler SOURCE_FOLDER TARGET_FILE}. Each folder becomes a
 * section, each YAML file directly in the source folder a section of one file.
 */
public final class CatalogCompiler {
  private CatalogCompiler() {}

  /** Runs in the build; {@code args} are the source folder and the file to write. */
  public static void main(String[] args) throws IOException {
    Path target = Path.of(args[1]);
    byte[] bytes = BinaryForm.write(withoutExamples(tree(Path.of(args[0]))));
    Files.createDirectories(target.toAbsolutePath().getParent());
    Files.write(target, bytes);
  }

  /**
   * The tree of all files below a folder: section, file, content.
   *
   * @throws IOException when a file cannot be read
   * @throws dev.aiaudit.catalog.data.DataException when a file is no valid YAML
   */
  public static DataNode tree(Path source) throws IOException {
    Map<String, Map<String, DataNode>> sections = new TreeMap<>();
    for (Path file : yamlFiles(source)) {
      Path relative = source.relativize(file);
      String name = relative.getFileName().toString();
      String section =
          relative.getNameCount() > 1
              ? relative.getName(0).toString()
              : name.substring(0, name.length() - ".yaml".length());
      DataNode node = YamlForm.read(relative.toString().replace('\\', '/'), Files.readString(file));
      sections.computeIfAbsent(section, unused -> new TreeMap<>()).put(name, node);
    }
    DataPath root = DataPath.file("catalog");
    Map<String, DataNode> nodes = new LinkedHashMap<>();
    sections.forEach((section, files) -> nodes.put(section, DataNode.map(root, files)));
    return DataNode.map(root, nodes);
  }

  /** Examples are for the tests; the program does not carry them. */
  static DataNode withoutExamples(DataNode tree) {
    Map<String, DataNode> sections = new LinkedHashMap<>();
    tree.entries()
        .forEach(
            (section, files) -> {
              Map<String, DataNode> kept = new LinkedHashMap<>();
              files
                  .entries()
                  .forEach(
                      (file, content) -> {
                        Map<String, DataNode> entries = new LinkedHashMap<>(content.entries());
                        entries.remove("examples");
                        kept.put(file, DataNode.map(content.path(), entries));
                      });
              sections.put(section, DataNode.map(files.path(), kept));
            });
    return DataNode.map(tree.path(), sections);
  }

  private static List<Path> yamlFiles(Path source) throws IOException {
    try (Stream<Path> files = Files.walk(source)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }
}
