package dev.aiaudit.render;

import dev.aiaudit.model.EntryKind;
import dev.aiaudit.model.EntryPick;
import dev.aiaudit.model.GuardKind;
import dev.aiaudit.model.Ignore;
import dev.aiaudit.model.Policy;
import dev.aiaudit.model.Suppression;

/** Reads what {@link JsonPolicy} wrote. */
final class JsonPolicyReader {
  private JsonPolicyReader() {}

  static Policy policy(JsonValue policy) throws ReportFormatException {
    if (policy.absent()) {
      return Policy.NONE;
    }
    return new Policy(
        policy.get("maxWorstWait").optional(JsonInventoryReader::duration),
        policy.get("budgets").list(JsonPolicyReader::budget),
        policy.get("demands").list(JsonPolicyReader::demand),
        policy.get("allowedProviders").list(JsonValue::text),
        policy.get("dependencies").list(JsonPolicyReader::dependency),
        policy.get("targets").optional(JsonPolicyReader::targets).orElseGet(Policy.NONE::targets),
        policy.get("costs").optional(JsonPolicyReader::costs).orElseGet(Policy.NONE::costs));
  }

  private static Policy.WaitBudget budget(JsonValue budget) throws ReportFormatException {
    return new Policy.WaitBudget(
        pick(budget), JsonInventoryReader.duration(budget.get("maxWorstWait")));
  }

  private static Policy.GuardDemand demand(JsonValue demand) throws ReportFormatException {
    return new Policy.GuardDemand(
        pick(demand), demand.get("guards").list(g -> g.word(GuardKind.values())));
  }

  private static EntryPick pick(JsonValue pick) throws ReportFormatException {
    return new EntryPick(
        pick.get("kind").optional(k -> k.word(EntryKind.values())),
        pick.get("route").optionalText());
  }

  private static Policy.Declared dependency(JsonValue declared) throws ReportFormatException {
    return new Policy.Declared(
        declared.get("provider").text(),
        declared.get("owner").optionalText(),
        declared.get("runbook").optionalText(),
        declared.get("target").optional(JsonValue::percent),
        declared.get("sla").optional(JsonValue::percent));
  }

  private static Policy.Targets targets(JsonValue targets) throws ReportFormatException {
    return new Policy.Targets(
        targets.get("availability").optional(JsonValue::percent),
        targets.get("recovery").optional(JsonInventoryReader::duration));
  }

  private static Policy.Costs costs(JsonValue costs) throws ReportFormatException {
    return new Policy.Costs(
        costs.get("currency").optionalText(),
        costs.get("perMinute").optional(JsonValue::amount),
        costs.get("perRequest").optional(JsonValue::amount),
        costs.get("people").optional(JsonValue::amount),
        costs.get("hourlyRate").optional(JsonValue::amount),
        costs.get("requestsPerMinute").optional(JsonValue::amount));
  }

  static Ignore ignore(JsonValue ignore) throws ReportFormatException {
    return new Ignore(
        JsonInventoryReader.location(ignore.get("location")),
        ignore.get("kind").word(Suppression.Kind.values()),
        ignore.get("rules").list(JsonValue::text),
        ignore.get("reason").optionalText().orElse(""),
        ignore.get("owner").optionalText(),
        ignore.get("expires").optionalText(),
        ignore.get("state").word(Ignore.State.values()),
        ignore.get("detail").optionalText().orElse(""));
  }
}
