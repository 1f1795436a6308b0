package dev.aiaudit.catalog.data;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The data that ships with the program, by section. A section is a folder of {@code
 * src/main/catalog} (or a single file there); each of its files is one node.
 */
public final class CatalogData {
  /** The resource that the build compiles from {@code src/main/catalog}. */
  public static final String RESOURCE = "/dev/aiaudit/catalog/catalog.bin";

  private final DataNode root;

  private CatalogData(DataNode root) {
    this.root = root;
  }

  /**
   * Opens the compiled data of this program. Nothing but a header is decoded before it is asked
   * for.
   *
   * @throws DataException when the resource is missing or broken
   */
  public static CatalogData load() {
    DataPath path = DataPath.file("catalog.bin");
    try (InputStream in = CatalogData.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new DataException(path, "the compiled catalogue is not on the class path");
      }
      return of(BinaryForm.read("catalog.bin", in.readAllBytes()));
    } catch (IOException e) {
      throw new DataException(path, String.valueOf(e.getMessage()), e);
    }
  }

  /** Data from a tree: a map of section names to maps of file names to contents. */
  public static CatalogData of(DataNode root) {
    return new CatalogData(root);
  }

  /** The names of all sections. */
  public Set<String> sections() {
    return root.entries().keySet();
  }

  /** The files of a section in the order of their names; none when there is no such section. */
  public List<DataNode> section(String name) {
    List<DataNode> files = new ArrayList<>();
    for (Map.Entry<String, DataNode> file : root.entries(name).entrySet()) {
      DataPath path = DataPath.file(name.concat("/").concat(file.getKey()));
      files.add(file.getValue().under(path));
    }
    return List.copyOf(files);
  }
}
