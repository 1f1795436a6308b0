package dev.aiaudit.render;

import dev.aiaudit.model.EntryPick;
import dev.aiaudit.model.Ignore;
import dev.aiaudit.model.Named;
import dev.aiaudit.model.Policy;
import java.io.IOException;
import java.time.Duration;

/** What the team has decided, so that a saved report can be asked what the scan could be asked. */
final class JsonPolicy {
  private final JsonFields json;
  private final JsonPlaces places;

  JsonPolicy(JsonFields json, JsonPlaces places) {
    this.json = json;
    this.places = places;
  }

  void write(Policy policy) throws IOException {
    json.beginObject("policy");
    json.text("maxWorstWait", policy.maxWorstWait().map(Duration::toString));
    json.list("budgets", policy.budgets(), this::budget);
    json.list("demands", policy.demands(), this::demand);
    json.texts("allowedProviders", policy.allowedProviders());
    json.list("dependencies", policy.dependencies(), this::dependency);
    json.beginObject("targets");
    json.decimal("availability", policy.targets().availability());
    json.text("recovery", policy.targets().recovery().map(Duration::toString));
    json.endObject();
    json.beginObject("costs");
    json.text("currency", policy.costs().currency());
    json.decimal("perMinute", policy.costs().perMinute());
    json.decimal("perRequest", policy.costs().perRequest());
    json.decimal("requestsPerMinute", policy.costs().requestsPerMinute());
    json.decimal("people", policy.costs().people());
    json.decimal("hourlyRate", policy.costs().hourlyRate());
    json.endObject();
    json.endObject();
  }

  private void budget(Policy.WaitBudget budget) throws IOException {
    json.beginObject();
    pick(budget.of());
    json.text("maxWorstWait", budget.maxWorstWait().toString());
    json.endObject();
  }

  private void demand(Policy.GuardDemand demand) throws IOException {
    json.beginObject();
    pick(demand.of());
    json.texts("guards", demand.guards().stream().map(Named::word).toList());
    json.endObject();
  }

  private void pick(EntryPick pick) throws IOException {
    json.text("kind", pick.kind().map(Named::word));
    json.text("route", pick.route());
  }

  private void dependency(Policy.Declared declared) throws IOException {
    json.beginObject();
    json.text("provider", declared.provider());
    json.text("owner", declared.owner());
    json.text("runbook", declared.runbook());
    json.decimal("target", declared.target());
    json.decimal("sla", declared.sla());
    json.endObject();
  }

  void ignore(Ignore ignore) throws IOException {
    json.beginObject();
    places.location("location", ignore.location());
    json.word("kind", ignore.kind());
    json.texts("rules", ignore.rules());
    json.prose("reason", ignore.reason());
    json.text("owner", ignore.owner());
    json.text("expires", ignore.expires());
    json.word("state", ignore.state());
    json.prose("detail", ignore.detail());
    json.endObject();
  }
}
