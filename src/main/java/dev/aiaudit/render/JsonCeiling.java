package dev.aiaudit.render;

import dev.aiaudit.model.Ceiling;
import dev.aiaudit.model.Promise;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;

/** An availability ceiling with its formula and its sources. */
final class JsonCeiling {
  private final JsonFields json;

  JsonCeiling(JsonFields json) {
    this.json = json;
  }

  void write(Ceiling ceiling, Optional<BigDecimal> target) throws IOException {
    json.beginObject("ceiling");
    json.word("state", ceiling.state());
    json.decimal("percent", ceiling.percent());
    json.text("formula", ceiling.symbols());
    json.text("figures", ceiling.numbers());
    json.list("counted", ceiling.counted(), this::promise);
    json.list("notCounted", ceiling.uncounted(), this::promise);
    json.decimal("target", target);
    Optional<Boolean> keeps = target.flatMap(t -> Ceilings.keeps(ceiling, t));
    if (keeps.isPresent()) {
      json.flag("keepsTarget", keeps.get());
    } else {
      json.absent("keepsTarget");
    }
    json.endObject();
  }

  private void promise(Promise promise) throws IOException {
    json.beginObject();
    json.text("provider", promise.provider());
    json.decimal("percent", promise.percent());
    json.prose("source", promise.source());
    json.endObject();
  }
}
