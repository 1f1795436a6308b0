package dev.aiaudit.catalog.data;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the layout that {@link BinaryForm} describes; a cursor over bytes that many nodes share.
 */
final class BinaryReader {
  private final Table table;
  private int position;

  private BinaryReader(Table table, int position) {
    this.table = table;
    this.position = position;
  }

  static DataNode root(DataPath path, byte[] bytes) {
    try {
      ByteBuffer header = ByteBuffer.wrap(bytes);
      if (header.getInt() != BinaryForm.MAGIC) {
        throw new DataException(path, "not a compiled data tree");
      }
      int count = header.getInt();
      int textStart = 8 + 4 * count;
      int textEnd = count == 0 ? textStart : textStart + header.getInt(4 + 4 * count);
      Table table = new Table(bytes, textStart, count);
      return new BinaryReader(table, textEnd).node(path);
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      throw new DataException(path, "the compiled data tree is cut off", e);
    }
  }

  /**
   * The shared bytes with the strings that were asked for so far; a race decodes one twice, at
   * worst.
   */
  private static final class Table {
    private final byte[] bytes;
    private final int textStart;
    private final String[] known;

    Table(byte[] bytes, int textStart, int strings) {
      this.bytes = bytes;
      this.textStart = textStart;
      this.known = new String[strings];
    }

    String string(int number) {
      String text = known[number];
      if (text == null) {
        int start = number == 0 ? 0 : end(number - 1);
        text = new String(bytes, textStart + start, end(number) - start, StandardCharsets.UTF_8);
        known[number] = text;
      }
      return text;
    }

    private int end(int number) {
      int at = 8 + 4 * number;
      return (bytes[at] & 0xff) << 24
          | (bytes[at + 1] & 0xff) << 16
          | (bytes[at + 2] & 0xff) << 8
          | bytes[at + 3] & 0xff;
    }
  }

  private DataNode node(DataPath path) {
    int tag = table.bytes[position++];
    if (tag == BinaryForm.TEXT) {
      return new DataNode(path, table.string(number()));
    }
    int length = number();
    int count = number();
    int children = position;
    position = children + length;
    return new DataNode(path, new Block(table, tag, children, count));
  }

  /** Children that wait to be asked for; a class of its own because a lambda starts more slowly. */
  private record Block(Table table, int tag, int children, int count) implements DataNode.Pending {
    @Override
    public Object decode(DataPath path) {
      BinaryReader reader = new BinaryReader(table, children);
      return tag == BinaryForm.LIST ? reader.items(path, count) : reader.entries(path, count);
    }
  }

  private List<DataNode> items(DataPath path, int count) {
    DataNode[] items = new DataNode[count];
    for (int i = 0; i < count; i++) {
      items[i] = node(path.item(i));
    }
    return List.of(items);
  }

  private Map<String, DataNode> entries(DataPath path, int count) {
    Map<String, DataNode> entries = new LinkedHashMap<>(count * 4 / 3 + 1);
    for (int i = 0; i < count; i++) {
      String key = table.string(number());
      entries.put(key, node(path.key(key)));
    }
    return entries;
  }

  private int number() {
    int value = 0;
    int shift = 0;
    int part;
    do {
      part = table.bytes[position++];
      value |= (part & 0x7f) << shift;
      shift += 7;
    } while (part < 0);
    return value;
  }
}
