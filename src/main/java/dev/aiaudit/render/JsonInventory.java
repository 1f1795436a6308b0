package dev.aiaudit.render;

import dev.aiaudit.model.CallPath;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Ceiling;
import dev.aiaudit.model.Circumstance;
import dev.aiaudit.model.ConfigFact;
import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.model.Named;
import dev.aiaudit.model.Outages;
import dev.aiaudit.model.Outcome;
import dev.aiaudit.model.Report;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the analysis knows: call sites, entry points and config facts. */
final class JsonInventory {
  private final JsonFields json;
  private final JsonPlaces places;

  JsonInventory(JsonFields json, JsonPlaces places) {
    this.json = json;
    this.places = places;
  }

  void write(Report report) throws IOException {
    Inventory inventory = report.inventory();
    Outages outages = Outages.of(inventory.callSites());
    JsonCeiling ceilings = new JsonCeiling(json);
    Optional<BigDecimal> target = inventory.policy().targets().availability();
    Map<String, List<Circumstance>> around =
        inventory.circumstances().stream().collect(Collectors.groupingBy(Circumstance::callSite));
    json.list(
        "callSites",
        inventory.callSites(),
        site -> {
          json.beginObject();
          callSite(site);
          json.list("circumstances", around.getOrDefault(site.id(), List.of()), this::circumstance);
          json.endObject();
        });
    json.list(
        "entryPoints",
        inventory.entryPoints(),
        entry -> {
          json.beginObject();
          entryPoint(entry);
          ceilings.write(Ceiling.of(report, entry, outages), target);
          json.endObject();
        });
    json.list("configFacts", inventory.configFacts(), this::configFact);
  }

  private void callSite(CallSite site) throws IOException {
    json.text("id", site.id());
    places.location("location", site.location());
    json.text("enclosing", site.enclosing());
    json.text("callee", site.callee());
    json.text("sdk", site.sdk());
    json.text("provider", site.provider());
    json.word("providerEvidence", site.providerEvidence());
    json.texts("candidates", site.candidates());
    json.text("model", site.model());
    json.word("operation", site.operation());
    json.word("mode", site.mode());
    json.flag("inTest", site.inTest());
    exposure(site);
  }

  private void circumstance(Circumstance circumstance) throws IOException {
    json.beginObject();
    json.word("kind", circumstance.kind());
    json.text("entryPoint", circumstance.entryPoint());
    places.location("location", circumstance.location());
    json.prose("detail", circumstance.detail());
    json.endObject();
  }

  private void exposure(CallSite site) throws IOException {
    json.word("coupling", site.coupling());
    json.word("handling", site.handling());
    places.location("handledAt", site.handledAt());
    json.text("worstWait", site.worstWait().map(Duration::toString));
    json.list("waitTerms", site.waitTerms(), places::waitTerm);
    json.flag("flagged", site.flagged());
    json.list("guards", site.guards(), places::guard);
    json.list("paths", site.paths(), this::path);
  }

  private void path(CallPath path) throws IOException {
    json.beginObject();
    json.text("entryPoint", path.entryPoint());
    json.flag("waits", path.waits());
    json.word("handling", path.handling());
    places.location("handledAt", path.handledAt());
    json.text("worstWait", path.worstWait().map(Duration::toString));
    places.location("standIn", path.standIn());
    json.list("frames", path.frames(), places::frame);
    json.endObject();
  }

  private void entryPoint(EntryPoint entry) throws IOException {
    json.text("id", entry.id());
    json.word("kind", entry.kind());
    json.text("method", entry.method());
    json.text("route", entry.route());
    places.location("location", entry.location());
    json.flag("waits", entry.waits());
    json.beginObject("outage");
    for (Map.Entry<String, Outcome> outcome : entry.outage().entrySet()) {
      json.word(outcome.getKey(), outcome.getValue());
    }
    json.endObject();
    json.list("cutSets", entry.cutSets(), json::texts);
    json.texts("owners", entry.owners());
  }

  private void configFact(ConfigFact fact) throws IOException {
    json.beginObject();
    places.location("location", fact.location());
    json.word("what", fact.what());
    json.text("provider", fact.provider());
    json.prose("detail", fact.detail());
    json.word("evidence", fact.evidence());
    json.text("verdict", fact.verdict().map(Named::word));
    json.text("gate", fact.gate().map(Named::word));
    json.text("module", fact.module());
    json.endObject();
  }
}
