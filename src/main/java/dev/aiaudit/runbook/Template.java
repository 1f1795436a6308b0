package dev.aiaudit.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A template without logic in the subset of Mustache that needs no reflection: <code>{{name}}
 * </code> (escaped for Markdown), <code>{{#list}}..{{/list}}</code>, <code>{{^list}}..{{/list}}
 * </code>, <code>{{! comment}}</code>. Data is text, lists and maps only; unknown names are errors.
 */
final class Template {
  private static final int DEEPEST = 20;

  private sealed interface Part {}

  private record Text(String text) implements Part {}

  private record Name(String name, int line) implements Part {}

  private record Loop(String name, boolean inverted, List<Part> parts, int line) implements Part {}

  private final String file;
  private final String source;
  private final List<Part> parts;
  private int at;

  /**
   * Reads a template.
   *
   * @param file its name in messages
   * @throws TemplateException when it is malformed
   */
  Template(String file, String source) {
    this.file = file;
    this.source = source;
    this.parts = parse(Optional.empty(), 1, 0);
  }

  private List<Part> parse(Optional<String> open, int openLine, int depth) {
    if (depth > DEEPEST) {
      throw new TemplateException(file, openLine, "sections are nested too deeply");
    }
    List<Part> found = new ArrayList<>();
    while (true) {
      int start = source.indexOf("{{", at);
      found.add(new Text(source.substring(at, start < 0 ? source.length() : start)));
      if (start < 0) {
        at = source.length();
        if (open.isPresent()) {
          throw new TemplateException(file, openLine, "{{#" + open.get() + "}} is never closed");
        }
        return found;
      }
      int line = line(start);
      int end = source.indexOf("}}", start);
      if (end < 0) {
        throw new TemplateException(file, line, "{{ is never closed");
      }
      String tag = source.substring(start + 2, end).strip();
      at = end + 2;
      if (tag.startsWith("/")) {
        close(tag.substring(1).strip(), open, line);
        return found;
      }
      tag(tag, line, depth).ifPresent(found::add);
    }
  }

  private void close(String name, Optional<String> open, int line) {
    if (open.isEmpty() || !open.get().equals(name)) {
      throw new TemplateException(file, line, "{{/" + name + "}} closes nothing");
    }
  }

  private Optional<Part> tag(String tag, int line, int depth) {
    if (tag.startsWith("!")) {
      return Optional.empty();
    }
    if (tag.startsWith("#") || tag.startsWith("^")) {
      String name = tag.substring(1).strip();
      List<Part> inner = parse(Optional.of(name), line, depth + 1);
      return Optional.of(new Loop(name, tag.startsWith("^"), inner, line));
    }
    if (!tag.matches("[A-Za-z]{1,40}")) {
      throw new TemplateException(file, line, "'{{" + tag + "}}' is no name");
    }
    return Optional.of(new Name(tag, line));
  }

  private int line(int offset) {
    return 1 + (int) source.substring(0, offset).chars().filter(c -> c == '\n').count();
  }

  /**
   * Fills the template in.
   *
   * @param raw names whose text is Markdown of our own and is not escaped
   */
  String render(Map<String, Object> model, List<String> raw) {
    StringBuilder out = new StringBuilder();
    render(parts, List.of(model), raw, out);
    return out.toString();
  }

  private void render(
      List<Part> some, List<Map<String, Object>> models, List<String> raw, StringBuilder out) {
    for (Part part : some) {
      if (part instanceof Text text) {
        out.append(text.text());
      } else if (part instanceof Name name) {
        String value = find(name.name(), models, name.line()).toString();
        out.append(raw.contains(name.name()) ? value : MarkdownPage.text(value));
      } else if (part instanceof Loop loop) {
        loop(loop, models, raw, out);
      }
    }
  }

  private void loop(
      Loop loop, List<Map<String, Object>> models, List<String> raw, StringBuilder out) {
    Object value = find(loop.name(), models, loop.line());
    List<?> items =
        value instanceof List<?> list ? list : value.equals("") ? List.of() : List.of("");
    if (loop.inverted()) {
      if (items.isEmpty()) {
        render(loop.parts(), models, raw, out);
      }
      return;
    }
    for (Object item : items) {
      List<Map<String, Object>> inner = new ArrayList<>(models);
      if (item instanceof Row row) {
        inner.add(row.cells());
      }
      render(loop.parts(), inner, raw, out);
    }
  }

  /** An item of a list. */
  record Row(Map<String, Object> cells) {}

  private Object find(String name, List<Map<String, Object>> models, int line) {
    for (int i = models.size() - 1; i >= 0; i--) {
      Object value = models.get(i).get(name);
      if (value != null) {
        return value;
      }
    }
    throw new TemplateException(file, line, "there is no '" + name + "' here");
  }
}
