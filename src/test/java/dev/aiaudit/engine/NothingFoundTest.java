package dev.aiaudit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.model.ConfigFact;
import dev.aiaudit.model.Evidence;
import dev.aiaudit.model.FactKind;
import dev.aiaudit.model.Location;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NothingFoundTest {

  private static boolean said(String file) {
    ConfigFact fact =
        new ConfigFact(
            Location.ofLine(file, 4),
            FactKind.API_KEY_REF,
            "openai",
            "OPENAI_API_KEY",
            Evidence.DECLARED);
    return NothingFound.of(List.of(), List.of(fact), 3).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pom.xml",
        "shop/pom.xml",
        "build.gradle.kts",
        "gradle/libs.versions.toml",
        "src/main/resources/application.yml",
        "config/application-prod.properties",
        "src/main/resources/ai/models.yaml"
      })
  void whatABuildOrAnApplicationSaysCounts(String file) {
    assertThat(said(file)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".github/workflows/claude.yml",
        ".gitlab-ci.yml",
        ".cursor/application.yml",
        "tools/.config/pom.xml",
        "ui/package.json",
        "scripts/requirements.txt",
        "src/test/resources/application.yml"
      })
  void toolsOfTheDevelopersAndOtherLanguagesDoNot(String file) {
    assertThat(said(file)).isFalse();
  }
}
