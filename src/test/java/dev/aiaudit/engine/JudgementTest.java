package dev.aiaudit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.model.Diagnostic;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.rule.Rule;
import dev.aiaudit.rule.RuleInfo;
import dev.aiaudit.rule.Rules;
import dev.aiaudit.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JudgementTest {
  private static final Inventory EMPTY = new Inventory(List.of(), List.of(), List.of());

  @Test
  void aRuleThatBreaksIsNamedAndTheOthersAreAsked() {
    List<String> asked = new ArrayList<>();
    for (int position = 0; position < 3; position++) {
      asked.clear();
      List<Rule> rules = new ArrayList<>(List.of(sound(asked), sound(asked)));
      rules.add(position, broken());
      Judgement.Judged judgement =
          new Judgement(Settings.NONE, Ignoring.UNDATED, rules).judge(EMPTY, List.of(), true);

      assertThat(asked).hasSize(4);
      assertThat(judgement.diagnostics())
          .singleElement()
          .satisfies(
              d -> {
                assertThat(d.severity()).isEqualTo(Diagnostic.Level.ERROR);
                assertThat(d.message()).contains("rule AIA001 was not checked", "JudgementTest");
              });
    }
  }

  private static Rule broken() {
    return rule(
        () -> {
          throw new IllegalStateException("secret from the tree");
        });
  }

  private static Rule sound(List<String> asked) {
    return rule(
        () -> {
          asked.add("asked");
          return Stream.empty();
        });
  }

  private static Rule rule(java.util.function.Supplier<Stream<Finding>> check) {
    RuleInfo info = Rules.find("AIA001").orElseThrow().info();
    return new Rule() {
      @Override
      public RuleInfo info() {
        return info;
      }

      @Override
      public Stream<Finding> check(Inventory inventory) {
        return check.get();
      }
    };
  }
}
