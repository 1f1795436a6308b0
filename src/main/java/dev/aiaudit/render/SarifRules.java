package dev.aiaudit.render;

import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Report;
import dev.aiaudit.model.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** The tool and its rules, each with its page as help. */
final class SarifRules {
  private final JsonFields json;

  SarifRules(JsonFields json) {
    this.json = json;
  }

  /** All known rules, and bare ones for ids that only a finding knows; sorted by id. */
  static List<RuleText> listed(RuleNames rules, List<Finding> findings) {
    List<RuleText> listed = new ArrayList<>(rules.all());
    TreeMap<String, Severity> unknown = new TreeMap<>();
    for (Finding finding : findings) {
      if (rules.find(finding.ruleId()).isEmpty()) {
        unknown.putIfAbsent(finding.ruleId(), finding.severity());
      }
    }
    unknown.forEach(
        (id, severity) -> listed.add(new RuleText(id, id, severity, rules.title(id), "")));
    listed.sort(Comparator.comparing(RuleText::id));
    return listed;
  }

  void tool(Report report, List<RuleText> rules) throws IOException {
    json.beginObject("tool");
    json.beginObject("driver");
    json.text("name", "ai-audit");
    json.text("version", report.toolVersion());
    json.list("rules", rules, this::rule);
    json.endObject();
    json.endObject();
  }

  private void rule(RuleText rule) throws IOException {
    json.beginObject();
    json.text("id", rule.id());
    json.text("name", rule.name());
    String title = rule.title().isEmpty() ? rule.id() : rule.title();
    described("shortDescription", title);
    described("fullDescription", fullDescription(rule, title));
    json.beginObject("defaultConfiguration");
    json.word("level", rule.severity());
    json.endObject();
    if (!rule.help().isEmpty()) {
      json.beginObject("help");
      json.text("text", fullDescription(rule, title));
      json.text("markdown", rule.help());
      json.endObject();
    }
    json.beginObject("properties");
    json.texts("tags", List.of("reliability", "ai-provider"));
    json.text("problem.severity", rule.severity() == Severity.NOTE ? "recommendation" : word(rule));
    json.endObject();
    json.endObject();
  }

  private static String word(RuleText rule) {
    return rule.severity().word();
  }

  private void described(String name, String text) throws IOException {
    json.beginObject(name);
    json.text("text", text);
    json.endObject();
  }

  /** The first paragraph of the page: what stands before the first heading or code. */
  private static String fullDescription(RuleText rule, String title) {
    StringBuilder text = new StringBuilder();
    for (String line : rule.help().split("\n", -1)) {
      boolean prose = !line.isBlank() && !line.startsWith("#") && !line.startsWith("```");
      if (prose) {
        text.append(text.isEmpty() ? "" : " ").append(line.strip());
      } else if (!text.isEmpty()) {
        break;
      }
    }
    return text.isEmpty() ? title : text.toString();
  }
}
