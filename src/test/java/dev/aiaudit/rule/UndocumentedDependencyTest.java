package dev.aiaudit.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.model.Policy;
import dev.aiaudit.render.CannedReport;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UndocumentedDependencyTest {

  private static List<String> messages(Set<String> pages, Optional<String> runbook) {
    Inventory canned = CannedReport.usual().inventory();
    Policy none = Policy.NONE;
    List<Policy.Declared> declared =
        runbook.stream()
            .flatMap(
                page ->
                    canned.callSites().stream()
                        .map(site -> site.provider())
                        .distinct()
                        .map(
                            id ->
                                new Policy.Declared(
                                    id,
                                    Optional.empty(),
                                    Optional.of(page),
                                    Optional.empty(),
                                    Optional.empty())))
            .toList();
    Policy policy =
        new Policy(
            none.maxWorstWait(),
            none.budgets(),
            none.demands(),
            none.allowedProviders(),
            declared,
            none.targets(),
            none.costs());
    Inventory inventory =
        new Inventory(
            canned.callSites(),
            canned.entryPoints(),
            canned.configFacts(),
            canned.circumstances(),
            policy,
            List.of(),
            Optional.of(pages));
    return new UndocumentedDependency().check(inventory).map(Finding::message).toList();
  }

  @Test
  void whereRunbooksAreKeptEachProviderNeedsOne() {
    assertThat(messages(Set.of("runbooks/README.md"), Optional.empty()))
        .isNotEmpty()
        .allMatch(m -> m.contains("its runbook runbooks/") && m.endsWith(" does not exist"));
  }

  @Test
  void whereNoneAreKeptNoneIsMissed() {
    assertThat(messages(Set.of("README.md", "docs/runbooks/x.md"), Optional.empty())).isEmpty();
  }

  @Test
  void aPageThatIsDeclaredMustExistWhereverItIs() {
    assertThat(messages(Set.of("README.md"), Optional.of("docs/ai.md")))
        .isNotEmpty()
        .allMatch(m -> m.contains("docs/ai.md"));
    assertThat(messages(Set.of("docs/ai.md"), Optional.of("./docs/ai.md"))).isEmpty();
    assertThat(messages(Set.of("README.md"), Optional.of("https://wiki.example/ai"))).isEmpty();
  }
}
