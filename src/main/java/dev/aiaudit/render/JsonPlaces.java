package dev.aiaudit.render;

import dev.aiaudit.model.Frame;
import dev.aiaudit.model.Guard;
import dev.aiaudit.model.Location;
import dev.aiaudit.model.WaitTerm;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** The parts that call sites and findings share: locations, guards and frames. */
final class JsonPlaces {
  private final JsonFields json;

  JsonPlaces(JsonFields json) {
    this.json = json;
  }

  void location(String name, Location location) throws IOException {
    json.beginObject(name);
    rest(location);
  }

  /** An item of a list of locations. */
  void bare(Location location) throws IOException {
    json.beginObject();
    rest(location);
  }

  private void rest(Location location) throws IOException {
    json.text("file", location.file());
    json.number("startLine", location.startLine());
    json.number("startColumn", location.startColumn());
    json.number("endLine", location.endLine());
    json.number("endColumn", location.endColumn());
    json.endObject();
  }

  void location(String name, Optional<Location> location) throws IOException {
    if (location.isPresent()) {
      location(name, location.get());
    } else {
      json.absent(name);
    }
  }

  void guard(Guard guard) throws IOException {
    json.beginObject();
    json.word("kind", guard.kind());
    json.text("by", guard.by());
    location("location", guard.location());
    json.flag("effective", guard.effective());
    json.prose("reason", guard.reason());
    json.prose("value", guard.value());
    json.word("evidence", guard.evidence());
    json.endObject();
  }

  void waitTerm(WaitTerm term) throws IOException {
    json.beginObject();
    json.prose("what", term.what());
    json.text("duration", term.duration().map(Duration::toString));
    json.word("evidence", term.evidence());
    location("location", term.location());
    json.endObject();
  }

  void frame(Frame frame) throws IOException {
    json.beginObject();
    json.text("method", frame.method());
    location("location", frame.location());
    json.word("via", frame.via());
    json.flag("detached", frame.detached());
    json.flag("certain", frame.certain());
    json.list("guards", frame.guards(), this::guard);
    json.endObject();
  }
}
