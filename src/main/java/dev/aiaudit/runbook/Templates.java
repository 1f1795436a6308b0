package dev.aiaudit.runbook;

import dev.aiaudit.model.Location;
import dev.aiaudit.model.Named;
import dev.aiaudit.render.Phrases;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The templates of a user, by section; a section without one is written as built in. */
public final class Templates {
  /** Where they lie, below the scanned root. */
  public static final String FOLDER = ".ai-audit/templates";

  private final Map<String, Template> bySection = new LinkedHashMap<>();

  /**
   * Reads templates.
   *
   * @param texts file name, such as {@code mitigate.md}, to text
   * @throws TemplateException when one is malformed or has the name of no section
   */
  public Templates(Map<String, String> texts) {
    List<String> sections = java.util.Arrays.stream(Section.values()).map(Named::word).toList();
    texts.forEach(
        (name, text) -> {
          String section = name.replaceFirst("\\.md$", "");
          if (!sections.contains(section)) {
            throw new TemplateException(
                FOLDER + "/" + name,
                1,
                "no such section; there are " + String.join(", ", sections));
          }
          bySection.put(section, new Template(FOLDER + "/" + name, text));
        });
  }

  /** The text of a section: the template's, or what is built in. */
  String apply(String section, String builtIn, Runbook book) {
    Template template = bySection.get(section);
    if (template == null) {
      return builtIn;
    }
    Map<String, Object> model = model(book);
    model.put("generated", builtIn);
    return template.render(model, List.of("generated"));
  }

  private static Map<String, Object> model(Runbook book) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("provider", book.provider().id());
    model.put("name", book.name());
    model.put("commit", book.report().coverage().revision().orElse(""));
    model.put("toolVersion", book.report().toolVersion());
    model.put("owners", rows(book.owners(), owner -> Map.of("owner", owner)));
    model.put("entries", entries(book));
    model.put(
        "calls",
        rows(
            book.sites(),
            s ->
                Map.of(
                    "call",
                    s.callee(),
                    "in",
                    s.enclosing(),
                    "handling",
                    s.handling().word(),
                    "place",
                    s.location().toString())));
    model.put(
        "settings",
        rows(
            book.settings(),
            s ->
                Map.of(
                    "kind",
                    s.what().word(),
                    "setting",
                    s.detail(),
                    "place",
                    s.location().toString())));
    model.put(
        "findings",
        rows(
            book.findings(),
            f ->
                Map.of(
                    "rule",
                    f.ruleId(),
                    "severity",
                    f.severity().word(),
                    "message",
                    f.message(),
                    "place",
                    f.location().toString())));
    model.put(
        "statusPages",
        rows(book.facts().statusPages(), f -> Map.of("url", f.text(), "evidence", f.evidence())));
    return model;
  }

  private static List<Template.Row> entries(Runbook book) {
    return rows(
        book.outage().effects(),
        e -> {
          Location at = e.entry().location();
          return Map.of(
              "entry", Phrases.entry(e.entry()),
              "outcome", e.outcome().word(),
              "why", e.why(),
              "waits", e.entry().waits() ? "waits" : "",
              "worstWait", e.hang().most().map(Phrases::duration).orElse("not known"),
              "place", at.toString());
        });
  }

  private static <T> List<Template.Row> rows(
      List<T> items, java.util.function.Function<T, Map<String, Object>> cells) {
    List<Template.Row> rows = new ArrayList<>();
    items.forEach(item -> rows.add(new Template.Row(cells.apply(item))));
    return rows;
  }
}
