package dev.aiaudit.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.aiaudit.escape.Escape;
import dev.aiaudit.model.CheckGate;
import dev.aiaudit.model.ConfigFact;
import dev.aiaudit.model.Coverage;
import dev.aiaudit.model.Diagnostic;
import dev.aiaudit.model.Evidence;
import dev.aiaudit.model.FactKind;
import dev.aiaudit.model.FactVerdict;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.model.Provider;
import dev.aiaudit.model.Report;
import dev.aiaudit.model.Severity;
import dev.aiaudit.model.Sla;
import dev.aiaudit.model.Suppression;
import java.util.Optional;

/**
 * Reads back what {@link JsonRenderer} wrote. Fields that the schema does not demand may be absent;
 * fields of later versions are ignored.
 */
public final class JsonReader {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  private JsonReader() {}

  /**
   * Reads a report.
   *
   * @param json the whole document
   * @throws ReportFormatException when it is no JSON, no report, or one of another major version
   */
  public static Report read(String json) throws ReportFormatException {
    JsonNode tree;
    try {
      tree = MAPPER.readTree(json.startsWith("\uFEFF") ? json.substring(1) : json);
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      String where =
          at == null ? "" : " in line " + at.getLineNr() + ", column " + at.getColumnNr();
      throw new ReportFormatException("no JSON" + where + ": " + e.getOriginalMessage());
    }
    JsonValue root = new JsonValue(tree, "");
    if (!tree.isObject() || tree.path("schemaVersion").isMissingNode()) {
      throw new ReportFormatException("no report of ai-audit: there is no schemaVersion");
    }
    if (!root.get("schemaVersion").text().equals("1")) {
      throw new ReportFormatException(
          "schemaVersion is '"
              + Escape.cap(root.get("schemaVersion").text(), 20)
              + "', but this version of ai-audit reads 1");
    }
    return report(root);
  }

  private static Report report(JsonValue root) throws ReportFormatException {
    JsonValue tool = root.get("tool");
    return new Report(
        tool.get("version").text(),
        tool.get("catalog").text(),
        coverage(root.get("scan")),
        root.get("providers").list(JsonReader::provider),
        new Inventory(
            root.get("callSites").list(JsonInventoryReader::callSite),
            root.get("entryPoints").list(JsonInventoryReader::entryPoint),
            root.get("configFacts").list(JsonReader::fact),
            JsonInventoryReader.circumstances(root.get("callSites")),
            JsonPolicyReader.policy(root.get("policy")),
            root.get("ignores").list(JsonPolicyReader::ignore)),
        root.get("findings").list(JsonReader::finding),
        root.get("diagnostics").list(JsonReader::diagnostic));
  }

  private static Coverage coverage(JsonValue scan) throws ReportFormatException {
    return new Coverage(
        scan.get("root").text(),
        scan.get("revision").optionalText(),
        scan.get("files").number(),
        scan.get("javaFiles").number(),
        scan.get("parsedFiles").number(),
        scan.get("complete").flag(false),
        scan.get("notAnalysed")
            .list(
                other ->
                    new Coverage.OtherLanguage(
                        other.get("language").text(),
                        other.get("files").number(),
                        other.get("aiSignals").number(0))));
  }

  private static Provider provider(JsonValue provider) throws ReportFormatException {
    return new Provider(
        provider.get("id").text(),
        provider.get("name").text(),
        provider.get("callSites").number(),
        provider.get("flagged").number(),
        provider.get("entryPoints").number(),
        provider.get("models").list(JsonValue::text),
        provider.get("sla").optional(JsonReader::sla));
  }

  private static Sla sla(JsonValue sla) throws ReportFormatException {
    return new Sla(
        sla.get("percent").optional(JsonValue::percent),
        sla.get("text").text(),
        sla.get("evidence").optionalText().orElse("unverified"),
        sla.get("source").optionalText().orElse(""),
        sla.get("checkedOn").optionalText().orElse(""));
  }

  private static ConfigFact fact(JsonValue fact) throws ReportFormatException {
    return new ConfigFact(
        JsonInventoryReader.location(fact.get("location")),
        fact.get("what").word(FactKind.values()),
        fact.get("provider").text(),
        fact.get("detail").text(),
        fact.get("evidence").word(Evidence.values(), Evidence.UNKNOWN),
        fact.get("verdict").optional(v -> v.word(FactVerdict.values())),
        fact.get("gate").optional(g -> g.word(CheckGate.values())),
        fact.get("module").optionalText());
  }

  private static Finding finding(JsonValue finding) throws ReportFormatException {
    JsonValue rule = finding.get("ruleId");
    if (!isRuleId(rule.text())) {
      throw rule.wrong("a rule id such as AIA001");
    }
    return new Finding(
        rule.text(),
        finding.get("severity").word(Severity.values()),
        finding.get("message").text(),
        finding.get("remediation").optionalText().orElse(""),
        JsonInventoryReader.location(finding.get("location")),
        finding.get("callSite").optionalText(),
        finding.get("entryPoint").optionalText(),
        finding.get("path").list(JsonInventoryReader::frame),
        finding.get("fingerprint").text(),
        finding.get("suppression").optional(JsonReader::suppression));
  }

  private static boolean isRuleId(String id) {
    return id.length() == 6
        && id.startsWith("AIA")
        && id.substring(3).chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static Suppression suppression(JsonValue suppression) throws ReportFormatException {
    return new Suppression(
        suppression.get("kind").word(Suppression.Kind.values()),
        suppression.get("reason").optionalText().orElse(""),
        suppression.get("expires").optionalText());
  }

  private static Diagnostic diagnostic(JsonValue diagnostic) throws ReportFormatException {
    JsonValue line = diagnostic.get("line");
    return new Diagnostic(
        diagnostic.get("severity").word(Diagnostic.Level.values()),
        diagnostic.get("file").optionalText().orElse(""),
        line.absent() ? Optional.empty() : Optional.of(line.number()),
        diagnostic.get("message").text());
  }
}
