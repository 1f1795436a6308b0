package dev.aiaudit.configsource;

import dev.aiaudit.configsource.YamlReader.Document;

/**
 * A kind of AI gateway whose configuration can be read. To add one, implement this and list it in
 * {@link GatewayFacts}.
 */
interface GatewayKind {

  /** Provider id of the gateway. */
  String id();

  /** Whether a text is a configuration of this kind; a cheap test before it is parsed. */
  boolean recognises(String path, String text);

  /** Reads a document; what it says goes to the findings. */
  void read(ConfigFile file, Document document, GatewayFindings out);

  /** Joins what several files say, when all are read. */
  default void finish(GatewayFindings out) {}
}
