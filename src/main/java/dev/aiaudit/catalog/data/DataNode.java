package dev.aiaudit.catalog.data;

import dev.aiaudit.model.Closest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One node of a data tree: a text, a list or a map. Scalars are always text; the typed getters read
 * numbers and flags from it. Every getter names the file and the path in its {@link DataException}.
 *
 * <p>The getters are on the path of every start: no lambdas in them, whose set-up costs more than
 * the reading.
 */
public final class DataNode {
  /** Content that is decoded when it is first asked for. */
  interface Pending {
    /** A String, a List of nodes or a Map of nodes. */
    Object decode(DataPath path);
  }

  private final DataPath path;
  private volatile Object content;

  DataNode(DataPath path, Object content) {
    this.path = path;
    this.content = content;
  }

  /** A text node. */
  public static DataNode text(DataPath path, String value) {
    return new DataNode(path, value);
  }

  /** A list node with these items. */
  public static DataNode list(DataPath path, List<DataNode> items) {
    return new DataNode(path, List.copyOf(items));
  }

  /** A map node with these entries, in their order. */
  public static DataNode map(DataPath path, Map<String, DataNode> entries) {
    return new DataNode(path, new LinkedHashMap<>(entries));
  }

  /** Where this node stands. */
  public DataPath path() {
    return path;
  }

  /** Whether this is a text. */
  public boolean isText() {
    return content() instanceof String;
  }

  /** Whether this is a list. */
  public boolean isList() {
    return content() instanceof List;
  }

  /** Whether this is a map. */
  public boolean isMap() {
    return content() instanceof Map;
  }

  /** The text of this node; throws when it is a list or a map. */
  public String text() {
    if (content() instanceof String text) {
      return text;
    }
    throw fault("expected a text, found a " + kind());
  }

  /** The text as a whole number. */
  public int integer() {
    try {
      return Integer.parseInt(text());
    } catch (NumberFormatException e) {
      throw fault("expected a whole number, found '" + text() + "'");
    }
  }

  /** The text as a decimal number. */
  public double decimal() {
    try {
      return Double.parseDouble(text());
    } catch (NumberFormatException e) {
      throw fault("expected a number, found '" + text() + "'");
    }
  }

  /** The text as {@code true} or {@code false}. */
  public boolean flag() {
    return switch (text()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw fault("expected true or false, found '" + text() + "'");
    };
  }

  /** The items of this list; a single text or map counts as a list of one. */
  @SuppressWarnings("unchecked")
  public List<DataNode> items() {
    return isList() ? (List<DataNode>) content() : List.of(this);
  }

  /** The texts of this list; a single text counts as a list of one. */
  public List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (DataNode item : items()) {
      texts.add(item.text());
    }
    return List.copyOf(texts);
  }

  /** The entries of this map in the order of the file; throws when it is no map. */
  @SuppressWarnings("unchecked")
  public Map<String, DataNode> entries() {
    if (content() instanceof Map) {
      return (Map<String, DataNode>) Collections.unmodifiableMap((Map<?, ?>) content());
    }
    throw fault("expected a map, found a " + kind());
  }

  /** The value of a key that may be absent. */
  public Optional<DataNode> find(String key) {
    return Optional.ofNullable(entries().get(key));
  }

  /** The value of a key that must be there. */
  public DataNode get(String key) {
    DataNode value = entries().get(key);
    if (value == null) {
      throw fault("'" + key + "' is missing");
    }
    return value;
  }

  /** The text of a key that must be there. */
  public String text(String key) {
    return get(key).text();
  }

  /** The text of a key, or a default. */
  public String text(String key, String otherwise) {
    DataNode value = entries().get(key);
    return value == null ? otherwise : value.text();
  }

  /** The text of a key that may be absent. */
  public Optional<String> findText(String key) {
    DataNode value = entries().get(key);
    return value == null ? Optional.empty() : Optional.of(value.text());
  }

  /** The flag of a key; false when absent. */
  public boolean flag(String key) {
    DataNode value = entries().get(key);
    return value != null && value.flag();
  }

  /** The items of a key; none when absent. */
  public List<DataNode> items(String key) {
    DataNode value = entries().get(key);
    return value == null ? List.of() : value.items();
  }

  /** The texts of a key; none when absent. */
  public List<String> texts(String key) {
    DataNode value = entries().get(key);
    return value == null ? List.of() : value.texts();
  }

  /** The entries of a key; none when absent. */
  public Map<String, DataNode> entries(String key) {
    DataNode value = entries().get(key);
    return value == null ? Map.of() : value.entries();
  }

  /** Throws when this map has a key outside the set, so that a misspelt key is not passed over. */
  public void allowOnly(Set<String> keys) {
    for (Map.Entry<String, DataNode> entry : entries().entrySet()) {
      if (!keys.contains(entry.getKey())) {
        throw new DataException(
            entry.getValue().path().ofKey(),
            "unknown key"
                + Closest.question(entry.getKey(), new TreeSet<>(keys))
                + "; known are "
                + String.join(", ", new TreeSet<>(keys)));
      }
    }
  }

  /** The same content under another place, for a node that is moved into a tree of its own. */
  public DataNode under(DataPath newPath) {
    Object now = content;
    return new DataNode(newPath, now instanceof Pending ? now : rebase(now, newPath));
  }

  /** An exception that says what is wrong with this node. */
  public DataException fault(String problem) {
    return new DataException(path, problem);
  }

  /** An exception that says what is wrong with the key of this node. */
  public DataException keyFault(String problem) {
    return new DataException(path.ofKey(), problem);
  }

  private static Object rebase(Object content, DataPath newPath) {
    if (content instanceof List<?> list) {
      List<DataNode> moved = new ArrayList<>();
      for (Object item : list) {
        moved.add(((DataNode) item).under(newPath.item(moved.size())));
      }
      return List.copyOf(moved);
    }
    if (content instanceof Map<?, ?> map) {
      Map<String, DataNode> moved = new LinkedHashMap<>();
      map.forEach((k, v) -> moved.put((String) k, ((DataNode) v).under(newPath.key((String) k))));
      return moved;
    }
    return content;
  }

  private Object content() {
    Object now = content;
    if (now instanceof Pending pending) {
      now = pending.decode(path);
      content = now;
    }
    return now;
  }

  private String kind() {
    return isMap() ? "map" : isList() ? "list" : "text";
  }

  /** Whether both trees hold the same data; places do not count. */
  @Override
  public boolean equals(Object other) {
    return other instanceof DataNode node && content().equals(node.content());
  }

  @Override
  public int hashCode() {
    return content().hashCode();
  }

  @Override
  public String toString() {
    return content().toString();
  }
}
