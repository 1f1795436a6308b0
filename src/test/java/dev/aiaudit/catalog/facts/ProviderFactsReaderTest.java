package dev.aiaudit.catalog.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiaudit.catalog.Catalog;
import dev.aiaudit.catalog.data.DataNode;
import dev.aiaudit.catalog.data.YamlForm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProviderFactsReaderTest {
  private static final Catalog CATALOG = Catalog.load();
  private static final Map<String, ProviderFacts> FACTS = ProviderFactsReader.all(CATALOG.data());

  @Test
  void everyFactIsAboutAProviderThatTheCatalogueKnowsAndSaysWhenItWasChecked() {
    assertThat(CATALOG.providers().keySet()).containsAll(FACTS.keySet());
    assertThat(FACTS.values()).allMatch(f -> f.checkedOn().matches("\\d{4}-\\d{2}-\\d{2}"));
    assertThat(FACTS.get("anthropic").outage().get(0).code()).isEqualTo("529");
  }

  @Test
  void whatAUserAddsReplacesWhatShips() {
    String yaml = "provider: openai\nchecked-on: '2026-11-24'\n";
    DataNode node = YamlForm.read("user.yml", yaml);
    assertThat(ProviderFactsReader.with(CATALOG.data(), List.of(node)).get("openai").outage())
        .isEmpty();
  }

  @Test
  void anUnknownKindOfEvidenceIsAnError() {
    DataNode node =
        YamlForm.read(
            "user.yml",
            "provider: a\nchecked-on: x\nenv: [{text: A, evidence: sure, source: b}]\n");
    assertThatThrownBy(() -> ProviderFactsReader.with(CATALOG.data(), List.of(node)))
        .hasMessageContaining("evidence must be");
  }
}
