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
    return messages(pages, runbook, Set.of());
  }

  private static List<String> messages(
      Set<String> pages, Optional<String> runbook, Set<String> stale) {
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
    return new UndocumentedDependency()
        .check(inventory.withStalePages(stale))
        .map(Finding::message)
        .toList();
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

  @Test
  void aStalePageIsToldOnceForItsProvider() {
    Set<String> all = Set.of("runbooks/anthropic.md", "runbooks/openai.md", "docs/ai.md");
    List<String> current = messages(all, Optional.empty());
    List<String> stale = messages(all, Optional.empty(), Set.of("runbooks/openai.md"));
    assertThat(stale)
        .hasSize(current.size() + 1)
        .contains(
            "openai is called here and its runbook runbooks/openai.md no longer says what the code"
                + " does");
    assertThat(messages(all, Optional.of("./docs/ai.md"), Set.of("docs/ai.md")))
        .isNotEmpty()
        .allMatch(m -> m.contains("docs/ai.md no longer says"));
  }
}
