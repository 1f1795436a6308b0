package dev.aiaudit.catalog.data;

import java.util.Optional;

/**
 * The place of a node: its file, its line when it was read from text, and the keys that lead to it.
 */
public final class DataPath {
  private final Optional<DataPath> parent;
  private final String step;
  private final int index;
  private final int line;
  private final int column;
  private final int keyLine;
  private final int keyColumn;

  private DataPath(
      Optional<DataPath> parent,
      String step,
      int index,
      int line,
      int column,
      int keyLine,
      int keyColumn) {
    this.parent = parent;
    this.step = step;
    this.index = index;
    this.line = line;
    this.column = column;
    this.keyLine = keyLine;
    this.keyColumn = keyColumn;
  }

  /** The root of a file; {@code name} is how messages call it. */
  public static DataPath file(String name) {
    return new DataPath(Optional.empty(), name, -1, 0, 0, 0, 0);
  }

  /** The value of a key. */
  DataPath key(String key) {
    return new DataPath(Optional.of(this), key, -1, 0, 0, 0, 0);
  }

  /** The item of a list, counted from 0. */
  DataPath item(int itemIndex) {
    return new DataPath(Optional.of(this), "", itemIndex, 0, 0, 0, 0);
  }

  /** This place with its position in the text, both counted from 1. */
  DataPath at(int newLine, int newColumn) {
    return new DataPath(parent, step, index, newLine, newColumn, keyLine, keyColumn);
  }

  /** This place with the position of its key in the text, both counted from 1. */
  DataPath keyAt(int newLine, int newColumn) {
    return new DataPath(parent, step, index, line, column, newLine, newColumn);
  }

  /** The place of the key instead of that of its value, when it is known. */
  DataPath ofKey() {
    return keyLine > 0 ? at(keyLine, keyColumn) : this;
  }

  /** The name of the file. */
  public String file() {
    return parent.isEmpty() ? step : parent.get().file();
  }

  /** The line counted from 1, when the node was read from text. */
  public Optional<Integer> line() {
    return line > 0 ? Optional.of(line) : Optional.empty();
  }

  /** The column counted from 1, when the node was read from text. */
  public Optional<Integer> column() {
    return line > 0 ? Optional.of(column) : Optional.empty();
  }

  /** The keys from the root, such as {@code calls[2].mode}; empty for the root. */
  public String keys() {
    if (parent.isEmpty()) {
      return "";
    }
    String before = parent.get().keys();
    if (index >= 0) {
      return before + "[" + index + "]";
    }
    return before.isEmpty() ? step : before + "." + step;
  }

  @Override
  public String toString() {
    String position = line > 0 ? ":" + line + ":" + column : "";
    String keys = keys();
    return file() + position + (keys.isEmpty() ? "" : " at " + keys);
  }
}
