package dev.aiaudit.runbook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an existing page consists of, in order; all texts together are the page. */
sealed interface PagePart {

  /** What people wrote, and markers that belong to nothing. */
  record Human(String text) implements PagePart {}

  /** A generated block as it stands now; {@code edited} when people changed it. */
  record Generated(String id, String begin, String body, String end, boolean edited)
      implements PagePart {}

  Pattern BEGIN = Pattern.compile("<!-- ai-audit:begin ([a-z0-9-]{1,80}) ([0-9a-f]{12}) -->");
  Pattern END = Pattern.compile("<!-- ai-audit:end ([a-z0-9-]{1,80}) -->");

  /**
   * Takes a page apart. A begin marker counts when the next marker is its end and no earlier block
   * has the id; everything else is left to people.
   */
  static List<PagePart> of(String page) {
    List<String> lines = lines(page);
    List<PagePart> parts = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    StringBuilder human = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      Matcher begin = BEGIN.matcher(lines.get(i).strip());
      int end = begin.matches() ? end(lines, i + 1, begin.group(1)) : -1;
      if (end < 0 || !seen.add(begin.group(1))) {
        human.append(lines.get(i));
        continue;
      }
      if (!human.isEmpty()) {
        parts.add(new Human(human.toString()));
        human.setLength(0);
      }
      String body = String.join("", lines.subList(i + 1, end));
      boolean edited = !Block.digest(body).equals(begin.group(2));
      parts.add(new Generated(begin.group(1), lines.get(i), body, lines.get(end), edited));
      i = end;
    }
    if (!human.isEmpty()) {
      parts.add(new Human(human.toString()));
    }
    return parts;
  }

  private static int end(List<String> lines, int from, String id) {
    for (int i = from; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      Matcher end = END.matcher(line);
      if (end.matches()) {
        return end.group(1).equals(id) ? i : -1;
      }
      if (BEGIN.matcher(line).matches()) {
        return -1;
      }
    }
    return -1;
  }

  /** The lines with their ends. */
  static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', start)) {
      lines.add(text.substring(start, i + 1));
      start = i + 1;
    }
    if (start < text.length()) {
      lines.add(text.substring(start));
    }
    return lines;
  }
}
