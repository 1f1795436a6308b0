package dev.aiaudit.catalog.data;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the layout that {@link BinaryForm} describes. */
final class BinaryWriter {
  private final Map<String, Integer> strings = new LinkedHashMap<>();

  byte[] write(DataNode root) {
    byte[] nodes = node(root);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    fixed(out, BinaryForm.MAGIC);
    fixed(out, strings.size());
    int end = 0;
    for (String text : strings.keySet()) {
      end += BinaryForm.utf8(text).length;
      fixed(out, end);
    }
    strings.keySet().forEach(text -> out.writeBytes(BinaryForm.utf8(text)));
    out.writeBytes(nodes);
    return out.toByteArray();
  }

  private byte[] node(DataNode node) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (node.isText()) {
      out.write(BinaryForm.TEXT);
      number(out, string(node.text()));
    } else if (node.isList()) {
      out.write(BinaryForm.LIST);
      block(out, node.items().size(), items(node.items()));
    } else {
      out.write(BinaryForm.MAP);
      block(out, node.entries().size(), entries(node.entries()));
    }
    return out.toByteArray();
  }

  private byte[] items(List<DataNode> items) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    items.forEach(item -> out.writeBytes(node(item)));
    return out.toByteArray();
  }

  private byte[] entries(Map<String, DataNode> entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    entries.forEach(
        (key, value) -> {
          number(out, string(key));
          out.writeBytes(node(value));
        });
    return out.toByteArray();
  }

  private static void block(ByteArrayOutputStream out, int count, byte[] children) {
    number(out, children.length);
    number(out, count);
    out.writeBytes(children);
  }

  private int string(String text) {
    return strings.computeIfAbsent(text, unused -> strings.size());
  }

  private static void number(ByteArrayOutputStream out, int value) {
    int rest = value;
    while (rest >= 0x80) {
      out.write(rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }

  private static void fixed(ByteArrayOutputStream out, int value) {
    out.write(value >>> 24);
    out.write(value >>> 16);
    out.write(value >>> 8);
    out.write(value);
  }
}
