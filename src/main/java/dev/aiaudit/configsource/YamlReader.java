package dev.aiaudit.configsource;

import dev.aiaudit.model.Diagnostic;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads YAML as flat leaves with positions. Nothing is constructed: only the node graph is looked
 * at, with limits on size, depth and aliases. A document that no parser accepts is read line by
 * line.
 */
final class YamlReader {

  /**
   * A document.
   *
   * @param leaves scalars in document order
   * @param recovered whether it was read line by line
   */
  record Document(List<Leaf> leaves, boolean recovered) {

    /** The value of the first leaf with this dotted path. */
    Optional<String> value(String path) {
      return leaves.stream().filter(l -> l.key().equals(path)).map(Leaf::value).findFirst();
    }
  }

  /**
   * A scalar.
   *
   * @param path keys from the top; an element of a list is {@code [n]}
   * @param value text
   * @param line of the key, from 1
   * @param column of the key, from 1
   */
  record Leaf(List<String> path, String value, int line, int column) {

    /** The path as one dotted key: {@code a.b[0].c}. */
    String key() {
      StringBuilder out = new StringBuilder();
      for (String segment : path) {
        out.append(out.isEmpty() || segment.startsWith("[") ? "" : ".").append(segment);
      }
      return out.toString();
    }

    String last() {
      return path.get(path.size() - 1);
    }
  }

  private final String file;

  /** One for all documents: a file may have very many, and making it costs more than most. */
  private final Yaml yaml = new Yaml(options());

  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final List<Document> documents = new ArrayList<>();

  private YamlReader(String file) {
    this.file = file;
  }

  static YamlReader read(ConfigFile file) {
    YamlReader reader = new YamlReader(file.path());
    String text = file.text().replace("\r\n", "\n");
    for (YamlText.Document document : YamlText.documents(text)) {
      if (!document.text().isBlank()) {
        reader.document(document);
      }
    }
    return reader;
  }

  List<Document> documents() {
    return documents;
  }

  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  private void document(YamlText.Document document) {
    boolean templated = YamlText.templated(document.text());
    String text = templated ? YamlText.hidden(document.text()) : document.text();
    try {
      Node root = yaml.compose(new StringReader(text));
      if (root != null) {
        YamlFlattener flattener = new YamlFlattener(document.linesBefore());
        List<Leaf> leaves = flattener.flatten(root);
        flattener.problems().forEach((line, problem) -> warn(line, problem));
        documents.add(new Document(leaves, false));
      }
    } catch (YAMLException | StackOverflowError e) {
      warn(line(e) + document.linesBefore(), "not valid YAML; read line by line");
      documents.add(new Document(YamlLineScan.scan(text, document.linesBefore()), true));
    }
  }

  private static int line(Throwable e) {
    Mark mark = e instanceof MarkedYAMLException m ? m.getProblemMark() : null;
    return mark == null ? 1 : mark.getLine() + 1;
  }

  private static LoaderOptions options() {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(1_000);
    options.setNestingDepthLimit(100);
    options.setCodePointLimit(ConfigFile.MAX_CHARACTERS + 10);
    options.setProcessComments(false);
    return options;
  }

  private void warn(int line, String message) {
    diagnostics.add(new Diagnostic(Diagnostic.Level.WARNING, file, Optional.of(line), message));
  }
}
