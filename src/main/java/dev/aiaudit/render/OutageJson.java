package dev.aiaudit.render;

import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Ceiling;
import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.model.Outages;
import dev.aiaudit.model.Policy;
import dev.aiaudit.model.Report;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Outages for machines. */
final class OutageJson {
  private final Report report;
  private final Outages outages;
  private final Duration length;
  private final JsonFields json;
  private final JsonCeiling ceilings;

  OutageJson(Report report, Duration length, JsonFields json) {
    this.report = report;
    this.outages = Outages.of(report.inventory().callSites());
    this.length = length;
    this.json = json;
    this.ceilings = new JsonCeiling(json);
  }

  void write(List<Outage> all) throws IOException {
    json.beginObject();
    json.text("schemaVersion", "1");
    json.text("duration", length.toString());
    json.flag("complete", report.coverage().complete());
    json.beginList("outages");
    for (Outage outage : all) {
      json.beginObject();
      json.texts("providers", outage.providers());
      json.number("unaffected", outage.unaffected());
      json.list("effects", outage.effects(), this::effect);
      json.list("load", outage.load(), this::load);
      cost(OutageCost.of(outage, report.inventory().policy().costs(), length));
      json.endObject();
    }
    json.endList();
    json.endObject();
  }

  private void effect(Outage.Effect effect) throws IOException {
    EntryPoint entry = effect.entry();
    json.beginObject();
    json.text("entryPoint", entry.id());
    json.word("kind", entry.kind());
    json.text("method", entry.method());
    json.text("route", entry.route());
    json.flag("waits", entry.waits());
    json.word("outcome", effect.outcome());
    json.prose("why", effect.why());
    json.text("callSite", effect.call().map(CallSite::id));
    json.text("worstWait", effect.hang().most().map(Duration::toString));
    json.flag("waitsWithoutEnd", effect.hang().endless());
    json.list("cutSets", entry.cutSets(), json::texts);
    Optional<BigDecimal> target = report.inventory().policy().targets().availability();
    ceilings.write(Ceiling.of(report, entry, outages), target);
    json.endObject();
  }

  private void load(FallbackLoad load) throws IOException {
    json.beginObject();
    boolean seen = !load.provider().equals(FallbackLoad.UNSEEN);
    json.text("provider", seen ? Optional.of(load.provider()) : Optional.empty());
    json.texts("entryPoints", load.entries().stream().map(EntryPoint::id).toList());
    json.texts("callSites", load.from().stream().map(f -> f.call().id()).distinct().toList());
    json.number("usualEntryPoints", load.usual());
    json.endObject();
  }

  private void cost(OutageCost cost) throws IOException {
    Policy.Costs costs = report.inventory().policy().costs();
    json.beginObject("cost");
    json.text("currency", costs.currency());
    json.decimal("total", cost.total());
    json.list(
        "terms",
        cost.terms(),
        term -> {
          json.beginObject();
          json.text("what", term.what());
          json.decimal("amount", Optional.of(OutageCost.money(term.amount())));
          json.text("formula", term.formula());
          json.text("source", term.source());
          json.endObject();
        });
    json.texts("open", cost.open());
    json.endObject();
  }
}
