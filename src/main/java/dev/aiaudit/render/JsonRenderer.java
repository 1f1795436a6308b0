package dev.aiaudit.render;

import dev.aiaudit.model.Coverage;
import dev.aiaudit.model.Diagnostic;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Provider;
import dev.aiaudit.model.Report;
import dev.aiaudit.model.Sla;
import dev.aiaudit.model.Suppression;
import java.io.IOException;
import java.util.Optional;

/**
 * The report for machines, as {@code report.schema.json} (shipped beside this class's package)
 * describes it. It is written field by field: no reflection, so that a short scan does not pay for
 * data binding, and the order of the fields is the one below.
 */
public final class JsonRenderer implements Renderer {
  private static final String SCHEMA_VERSION = "1";

  @Override
  public void render(Report report, Appendable out) throws IOException {
    try (JsonFields json = new JsonFields(out)) {
      new Document(json, new JsonPlaces(json)).write(report);
    }
    out.append('\n');
  }

  private record Document(JsonFields json, JsonPlaces places) {

    void write(Report report) throws IOException {
      json.beginObject();
      json.text("schemaVersion", SCHEMA_VERSION);
      json.beginObject("tool");
      json.text("name", "ai-audit");
      json.text("version", report.toolVersion());
      json.text("catalog", report.catalog());
      json.endObject();
      scan(report.coverage());
      json.list("providers", report.providers(), this::provider);
      new JsonInventory(json, places).write(report);
      json.list("findings", report.findings(), this::finding);
      json.list("diagnostics", report.diagnostics(), this::diagnostic);
      JsonPolicy policy = new JsonPolicy(json, places);
      policy.write(report.inventory().policy());
      json.list("ignores", report.inventory().ignores(), policy::ignore);
      json.endObject();
    }

    private void scan(Coverage coverage) throws IOException {
      json.beginObject("scan");
      json.text("root", coverage.root());
      json.text("revision", coverage.revision());
      json.number("files", coverage.files());
      json.number("javaFiles", coverage.javaFiles());
      json.number("parsedFiles", coverage.parsedFiles());
      json.flag("complete", coverage.complete());
      json.list("notAnalysed", coverage.notAnalysed(), this::otherLanguage);
      json.endObject();
    }

    private void otherLanguage(Coverage.OtherLanguage other) throws IOException {
      json.beginObject();
      json.text("language", other.language());
      json.number("files", other.files());
      json.number("aiSignals", other.aiSignals());
      json.endObject();
    }

    private void provider(Provider provider) throws IOException {
      json.beginObject();
      json.text("id", provider.id());
      json.text("name", provider.name());
      json.number("callSites", provider.callSites());
      json.number("flagged", provider.flagged());
      json.number("entryPoints", provider.entryPoints());
      json.texts("models", provider.models());
      sla(provider.sla());
      json.endObject();
    }

    private void sla(Optional<Sla> sla) throws IOException {
      if (sla.isEmpty()) {
        json.absent("sla");
        return;
      }
      json.beginObject("sla");
      json.decimal("percent", sla.get().percent());
      json.text("text", sla.get().text());
      json.text("evidence", sla.get().evidence());
      json.text("source", sla.get().source());
      json.text("checkedOn", sla.get().checkedOn());
      json.endObject();
    }

    private void finding(Finding finding) throws IOException {
      json.beginObject();
      json.text("ruleId", finding.ruleId());
      json.word("severity", finding.severity());
      json.prose("message", finding.message());
      json.prose("remediation", finding.remediation());
      places.location("location", finding.location());
      json.text("callSite", finding.callSite());
      json.text("entryPoint", finding.entryPoint());
      json.list("path", finding.path(), places::frame);
      json.text("fingerprint", finding.fingerprint());
      suppression(finding.suppression());
      if (!finding.related().isEmpty()) {
        json.list("related", finding.related(), places::bare);
      }
      json.endObject();
    }

    private void suppression(Optional<Suppression> suppression) throws IOException {
      if (suppression.isEmpty()) {
        json.absent("suppression");
        return;
      }
      json.beginObject("suppression");
      json.word("kind", suppression.get().kind());
      json.prose("reason", suppression.get().reason());
      json.text("expires", suppression.get().expires());
      json.endObject();
    }

    private void diagnostic(Diagnostic diagnostic) throws IOException {
      json.beginObject();
      json.word("severity", diagnostic.severity());
      json.text("file", diagnostic.file());
      json.number("line", diagnostic.line());
      json.prose("message", diagnostic.message());
      json.endObject();
    }
  }
}
