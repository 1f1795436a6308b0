package dev.aiaudit.catalog.data;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Reads YAML into data nodes: one document, no anchors, no key twice, every node with its line. */
public final class YamlForm {
  private static final YAMLFactory FACTORY =
      YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private YamlForm() {}

  /**
   * Reads one YAML document.
   *
   * @param name the file name for messages
   * @param yaml the text of the file
   * @throws DataException when the text is no YAML, has a key twice, an alias or an empty value
   */
  public static DataNode read(String name, String yaml) {
    DataPath root = DataPath.file(name);
    try (YAMLParser parser = FACTORY.createParser(yaml)) {
      if (parser.nextToken() == null) {
        return DataNode.map(root, Map.of());
      }
      DataNode node = node(parser, root);
      if (parser.nextToken() != null) {
        throw new DataException(place(root, parser), "more than one document");
      }
      return node;
    } catch (JsonParseException e) {
      throw unreadable(root, e);
    } catch (IOException e) {
      throw new DataException(root, String.valueOf(e.getMessage()), e);
    }
  }

  /** Where the problem is, and not where the parser began what it was about. */
  private static DataException unreadable(DataPath root, JsonParseException e) {
    for (Throwable at = e.getCause(); at != null; at = at.getCause()) {
      if (at instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
        Mark mark = marked.getProblemMark();
        DataPath place = root.at(mark.getLine() + 1, mark.getColumn() + 1);
        return new DataException(place, String.valueOf(marked.getProblem()), e);
      }
    }
    JsonLocation at = e.getLocation();
    DataPath place = at == null ? root : root.at(at.getLineNr(), at.getColumnNr());
    return new DataException(place, e.getOriginalMessage(), e);
  }

  private static DataNode node(YAMLParser parser, DataPath path) throws IOException {
    DataPath place = place(path, parser);
    if (parser.isCurrentAlias()) {
      throw new DataException(place, "aliases are not supported");
    }
    if (parser.currentToken() == JsonToken.VALUE_NULL || isUnwritten(parser)) {
      throw new DataException(place, "the value is empty");
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> map(parser, place);
      case START_ARRAY -> list(parser, place);
      default -> DataNode.text(place, parser.getText());
    };
  }

  /** Whether nothing at all stands after the colon or dash, not even quotes. */
  private static boolean isUnwritten(YAMLParser parser) throws IOException {
    return parser.currentToken() == JsonToken.VALUE_STRING
        && parser.getText().isEmpty()
        && parser.currentTokenLocation().getCharOffset()
            == parser.currentLocation().getCharOffset();
  }

  private static DataNode map(YAMLParser parser, DataPath path) throws IOException {
    Map<String, DataNode> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      JsonLocation at = parser.currentTokenLocation();
      parser.nextToken();
      DataPath child = path.key(key).keyAt(at.getLineNr(), at.getColumnNr());
      entries.put(key, node(parser, child));
    }
    return DataNode.map(path, entries);
  }

  private static DataNode list(YAMLParser parser, DataPath path) throws IOException {
    List<DataNode> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(parser, path.item(items.size())));
    }
    return DataNode.list(path, items);
  }

  private static DataPath place(DataPath path, JsonParser parser) {
    JsonLocation at = parser.currentTokenLocation();
    return path.at(at.getLineNr(), at.getColumnNr());
  }
}
