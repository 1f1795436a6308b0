package dev.aiaudit.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnersTest {
  private static final String RULES =
      "# ours\n* @all\n/ai/ @ai # note\n*.yml @ops\nsrc/main/java/a/ @a @b\ndocs @docs\n";

  private static List<String> of(String file) {
    return Owners.of(Map.of("CODEOWNERS", RULES)).of(List.of(file));
  }

  @Test
  void theLastRuleThatMatchesCounts() {
    assertThat(of("x/Y.java")).containsExactly("@all (CODEOWNERS)");
    assertThat(of("ai/Y.java")).containsExactly("@ai (CODEOWNERS)");
    assertThat(of("x/ai/Y.java")).containsExactly("@all (CODEOWNERS)");
    assertThat(of("ai/x.yml")).containsExactly("@ops (CODEOWNERS)");
    assertThat(of("src/main/java/a/b/C.java"))
        .containsExactly("@a (CODEOWNERS)", "@b (CODEOWNERS)");
    assertThat(of("x/docs/y.md")).containsExactly("@docs (CODEOWNERS)");
  }

  @Test
  void theComponentsOwnerAnswersWhenNoRuleDoes() {
    Owners owners = Owners.of(Map.of("catalog-info.yaml", "spec:\n  owner: team-ai\n"));
    assertThat(owners.of(List.of("a"))).containsExactly("team-ai (catalog-info.yaml)");
    assertThat(Owners.of(Map.of()).of(List.of("a"))).isEmpty();
  }
}
