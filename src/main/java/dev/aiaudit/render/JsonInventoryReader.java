package dev.aiaudit.render;

import dev.aiaudit.model.CallPath;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Circumstance;
import dev.aiaudit.model.Coupling;
import dev.aiaudit.model.EntryKind;
import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.model.Evidence;
import dev.aiaudit.model.Frame;
import dev.aiaudit.model.Guard;
import dev.aiaudit.model.GuardKind;
import dev.aiaudit.model.Handling;
import dev.aiaudit.model.Location;
import dev.aiaudit.model.Mode;
import dev.aiaudit.model.Operation;
import dev.aiaudit.model.Outcome;
import dev.aiaudit.model.Via;
import dev.aiaudit.model.WaitTerm;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;

/** Reads call sites, entry points and their parts. */
final class JsonInventoryReader {
  private JsonInventoryReader() {}

  static CallSite callSite(JsonValue site) throws ReportFormatException {
    return new CallSite(
        site.get("id").text(),
        location(site.get("location")),
        site.get("enclosing").text(),
        site.get("callee").text(),
        site.get("sdk").text(),
        site.get("provider").text(),
        site.get("providerEvidence").word(Evidence.values(), Evidence.UNKNOWN),
        site.get("candidates").list(JsonValue::text),
        site.get("model").optionalText(),
        site.get("operation").word(Operation.values()),
        site.get("mode").word(Mode.values()),
        site.get("inTest").flag(false),
        site.get("coupling").word(Coupling.values()),
        site.get("handling").word(Handling.values()),
        site.get("handledAt").optional(JsonInventoryReader::location),
        site.get("worstWait").optional(JsonInventoryReader::duration),
        site.get("waitTerms").list(JsonInventoryReader::waitTerm),
        site.get("guards").list(JsonInventoryReader::guard),
        site.get("paths").list(JsonInventoryReader::path));
  }

  /** Those of all call sites; empty for a report of a version that did not write them. */
  static List<Circumstance> circumstances(JsonValue sites) throws ReportFormatException {
    List<Circumstance> all = new ArrayList<>();
    for (List<Circumstance> some : sites.list(JsonInventoryReader::ofSite)) {
      all.addAll(some);
    }
    return all;
  }

  private static List<Circumstance> ofSite(JsonValue site) throws ReportFormatException {
    String id = site.get("id").text();
    return site.get("circumstances")
        .list(
            circumstance ->
                new Circumstance(
                    circumstance.get("kind").word(Circumstance.Kind.values()),
                    id,
                    circumstance.get("entryPoint").optionalText(),
                    location(circumstance.get("location")),
                    circumstance.get("detail").text()));
  }

  private static CallPath path(JsonValue path) throws ReportFormatException {
    return new CallPath(
        path.get("entryPoint").text(),
        path.get("waits").flag(false),
        path.get("handling").word(Handling.values()),
        path.get("handledAt").optional(JsonInventoryReader::location),
        path.get("worstWait").optional(JsonInventoryReader::duration),
        path.get("standIn").optional(JsonInventoryReader::location),
        path.get("frames").list(JsonInventoryReader::frame));
  }

  private static WaitTerm waitTerm(JsonValue term) throws ReportFormatException {
    return new WaitTerm(
        term.get("what").text(),
        term.get("duration").optional(JsonInventoryReader::duration),
        term.get("evidence").word(Evidence.values(), Evidence.UNKNOWN),
        term.get("location").optional(JsonInventoryReader::location));
  }

  static EntryPoint entryPoint(JsonValue entry) throws ReportFormatException {
    TreeMap<String, Outcome> outage = new TreeMap<>();
    JsonValue outcomes = entry.get("outage");
    if (!outcomes.node().isObject()) {
      throw outcomes.wrong("an object");
    }
    for (Iterator<String> names = outcomes.node().fieldNames(); names.hasNext(); ) {
      String provider = names.next();
      outage.put(provider, outcomes.get(provider).word(Outcome.values()));
    }
    return new EntryPoint(
        entry.get("id").text(),
        entry.get("kind").word(EntryKind.values()),
        entry.get("method").text(),
        entry.get("route").optionalText(),
        location(entry.get("location")),
        entry.get("waits").flag(false),
        outage,
        entry.get("cutSets").list(set -> set.list(JsonValue::text)),
        entry.get("owners").list(JsonValue::text));
  }

  static Frame frame(JsonValue frame) throws ReportFormatException {
    return new Frame(
        frame.get("method").text(),
        location(frame.get("location")),
        frame.get("via").word(Via.values(), Via.CALL),
        frame.get("detached").flag(false),
        frame.get("certain").flag(true),
        frame.get("guards").list(JsonInventoryReader::guard));
  }

  private static Guard guard(JsonValue guard) throws ReportFormatException {
    return new Guard(
        guard.get("kind").word(GuardKind.values()),
        guard.get("by").optionalText().orElse(""),
        location(guard.get("location")),
        guard.get("effective").flag(false),
        guard.get("reason").optionalText(),
        guard.get("value").optionalText(),
        guard.get("evidence").word(Evidence.values(), Evidence.UNKNOWN));
  }

  static Location location(JsonValue location) throws ReportFormatException {
    int line = location.get("startLine").number();
    int last = location.get("endLine").number(line);
    if (line < 1 || last < line) {
      throw location.wrong("a range of lines from 1 on");
    }
    int column = Math.max(1, location.get("startColumn").number(1));
    int lastColumn = Math.max(1, location.get("endColumn").number(column));
    return new Location(location.get("file").text(), line, column, last, lastColumn);
  }

  static Duration duration(JsonValue duration) throws ReportFormatException {
    try {
      return Duration.parse(duration.text());
    } catch (DateTimeParseException e) {
      throw duration.wrong("an ISO 8601 duration");
    }
  }
}
