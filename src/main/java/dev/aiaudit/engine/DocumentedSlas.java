package dev.aiaudit.engine;

import dev.aiaudit.catalog.data.CatalogData;
import dev.aiaudit.catalog.facts.ProviderFacts;
import dev.aiaudit.catalog.facts.ProviderFactsReader;
import dev.aiaudit.model.Sla;
import java.util.Map;
import java.util.Optional;

/** What the catalogue knows about the availability that providers promise. */
final class DocumentedSlas {
  private final Map<String, ProviderFacts> facts;

  private DocumentedSlas(Map<String, ProviderFacts> facts) {
    this.facts = facts;
  }

  static DocumentedSlas load(CatalogData data) {
    return new DocumentedSlas(ProviderFactsReader.all(data));
  }

  Optional<Sla> of(String provider) {
    return Optional.ofNullable(facts.get(provider)).flatMap(DocumentedSlas::sla);
  }

  private static Optional<Sla> sla(ProviderFacts facts) {
    return facts
        .sla()
        .map(
            fact ->
                new Sla(
                    facts.slaPercent(),
                    fact.text(),
                    fact.evidence(),
                    fact.source(),
                    facts.checkedOn()));
  }
}
