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

  @Test
  void starsAreThoseOfGitignore() {
    assertThat(matches("/src/*/ai/", "src/main/ai/x/A.java")).isTrue();
    assertThat(matches("/src/*/ai/", "src/main/java/ai/A.java")).isFalse();
    assertThat(matches("/src/**/ai/", "src/main/java/ai/A.java")).isTrue();
    assertThat(matches("**/ai/**", "src/main/ai/A.java")).isTrue();
    assertThat(matches("docs/*", "docs/a.md")).isTrue();
    assertThat(matches("docs/*", "docs/a/b.md")).isFalse();
    assertThat(matches("*Client.java", "a/b/AiClient.java")).isTrue();
    assertThat(matches("ai/", "x/ai/A.java")).isTrue();
    assertThat(matches("/ai", "x/ai/A.java")).isFalse();
    assertThat(matches("*".repeat(40) + "x", "x")).isFalse();
  }

  private static boolean matches(String pattern, String file) {
    return new OwnerPattern(pattern).matches(file);
  }

  @Test
  void aRuleWithoutOwnersTakesThemAway() {
    Owners owners = Owners.of(Map.of("CODEOWNERS", "* @all\n/gen/\n"));
    assertThat(owners.of(List.of("gen/A.java"))).isEmpty();
  }

  @Test
  void eachSectionOfGitLabHasItsOwnLastRule() {
    String rules =
        "* @all\n[Backend] @backend\n/src/\n/src/ai/ @ai\n^[Docs][2] @docs\n*.md\n[backend]\n";
    Owners owners = Owners.of(Map.of(".gitlab/CODEOWNERS", rules));
    assertThat(owners.of(List.of("src/A.java")))
        .containsExactly("@all (.gitlab/CODEOWNERS)", "@backend (.gitlab/CODEOWNERS)");
    assertThat(owners.of(List.of("src/ai/A.java")))
        .containsExactly("@ai (.gitlab/CODEOWNERS)", "@all (.gitlab/CODEOWNERS)");
    assertThat(owners.of(List.of("x.md")))
        .containsExactly("@all (.gitlab/CODEOWNERS)", "@docs (.gitlab/CODEOWNERS)");
  }
}
