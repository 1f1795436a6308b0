package dev.aiaudit.catalog.data;

import java.nio.charset.StandardCharsets;

/**
 * The compiled form of a data tree, for a start without a YAML parser: a table of all strings, then
 * the nodes with byte lengths, so that whatever is not asked for is skipped and never decoded.
 *
 * <p>Layout: magic, number of strings, end offset of each (fixed 4 bytes), their UTF-8 bytes, root
 * node. A node is a tag byte, then a string number (text), or byte length, count and children
 * (list, map; a map's child follows its key's string number). Numbers are 7 bits a byte, lowest
 * first.
 */
public final class BinaryForm {
  static final int MAGIC = 0x41494431;
  static final int TEXT = 0;
  static final int LIST = 1;
  static final int MAP = 2;

  private BinaryForm() {}

  /** The bytes of a tree; equal trees give equal bytes. */
  public static byte[] write(DataNode root) {
    return new BinaryWriter().write(root);
  }

  /**
   * Reads a tree, decoding only the header.
   *
   * @param name the name for messages
   * @throws DataException when the bytes are not of this form
   */
  public static DataNode read(String name, byte[] bytes) {
    return BinaryReader.root(DataPath.file(name), bytes);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
