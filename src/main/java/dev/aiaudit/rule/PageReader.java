package dev.aiaudit.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the little Markdown that rule pages use: headings of level two and three, and backtick
 * fences.
 */
final class PageReader {

  private static final String FENCE = "```";

  private final List<RulePage.Section> sections = new ArrayList<>();
  private final List<RulePage.Fence> fences = new ArrayList<>();
  private final StringBuilder body = new StringBuilder();
  private final StringBuilder code = new StringBuilder();
  private String heading = "";
  private int level;
  private String language = "";
  private boolean inFence;

  private PageReader() {}

  /** Keys and values of lines like {@code key: value}. */
  static Map<String, String> frontMatter(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String line : text.split("\n")) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        values.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
      }
    }
    return values;
  }

  /** The sections of a page; what stands before the first heading is left out. */
  static List<RulePage.Section> sections(String markdown) {
    PageReader reader = new PageReader();
    markdown.lines().forEach(reader::line);
    if (reader.inFence) {
      throw new IllegalArgumentException("fence left open under " + reader.heading);
    }
    reader.close();
    return List.copyOf(reader.sections);
  }

  private void line(String line) {
    boolean opensSection = !inFence && (line.startsWith("## ") || line.startsWith("### "));
    if (opensSection) {
      close();
      level = line.indexOf(' ');
      heading = line.substring(level).strip();
      return;
    }
    body.append(line).append('\n');
    if (line.startsWith(FENCE)) {
      fence(line.substring(FENCE.length()).strip());
    } else if (inFence) {
      code.append(line).append('\n');
    }
  }

  private void fence(String word) {
    if (inFence) {
      fences.add(new RulePage.Fence(language, code.toString()));
      code.setLength(0);
    }
    language = word;
    inFence = !inFence;
  }

  private void close() {
    if (level > 0) {
      sections.add(new RulePage.Section(level, heading, body.toString(), fences));
    }
    body.setLength(0);
    fences.clear();
  }
}
