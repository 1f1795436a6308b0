package dev.aiaudit.configsource;

import dev.aiaudit.configsource.YamlReader.Leaf;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/** Reads {@code key: value} lines by indentation, for documents that no YAML parser accepts. */
final class YamlLineScan {

  private record Level(int indent, String segment) {}

  private static final int MAX_LEVELS = 100;

  private YamlLineScan() {}

  static List<Leaf> scan(String text, int linesBefore) {
    List<Leaf> leaves = new ArrayList<>();
    Deque<Level> levels = new ArrayDeque<>();
    String[] lines = text.split("\n", -1);
    int element = 0;
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].replace('\t', ' ');
      String body = line.strip();
      int indent = line.length() - line.stripLeading().length();
      if (body.isEmpty() || body.startsWith("#")) {
        continue;
      }
      pop(levels, indent);
      if (body.startsWith("- ")) {
        levels.push(new Level(indent, "[" + element++ + "]"));
        body = body.substring(2).strip();
        indent += 2;
      }
      int colon = colon(body);
      if (colon > 0 && levels.size() < MAX_LEVELS) {
        levels.push(new Level(indent, Quotes.strip(body.substring(0, colon).strip())));
      }
      String value = withoutComment(body.substring(colon < 0 ? 0 : colon + 1).strip());
      if (!value.isEmpty() && !levels.isEmpty()) {
        String kept = YamlText.restored(Quotes.strip(value));
        leaves.add(new Leaf(path(levels), kept, i + 1 + linesBefore, indent + 1));
      }
    }
    return leaves;
  }

  private static void pop(Deque<Level> levels, int indent) {
    while (!levels.isEmpty() && levels.peek().indent() >= indent) {
      levels.pop();
    }
  }

  private static int colon(String body) {
    int colon = body.indexOf(": ");
    return colon < 0 && body.endsWith(":") ? body.length() - 1 : colon;
  }

  private static String withoutComment(String value) {
    int hash = value.indexOf(" #");
    return hash < 0 || value.startsWith("\"") || value.startsWith("'")
        ? value
        : value.substring(0, hash).strip();
  }

  private static List<String> path(Deque<Level> levels) {
    List<String> path = new ArrayList<>();
    Iterator<Level> outermost = levels.descendingIterator();
    while (outermost.hasNext()) {
      path.add(outermost.next().segment());
    }
    return path;
  }
}
