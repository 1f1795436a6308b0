package dev.aiaudit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.aiaudit.PageExample.Expected;
import dev.aiaudit.engine.Audit;
import dev.aiaudit.engine.AuditListener;
import dev.aiaudit.engine.AuditRequest;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.rule.Rule;
import dev.aiaudit.rule.RulePage;
import dev.aiaudit.rule.Rules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The pages of the rules about waiting, run. */
class WaitPagesTest {
  @TempDir Path temp;

  @TestFactory
  Stream<DynamicTest> examplesYieldTheFindingsTheyState() {
    return Stream.of("AIA006", "AIA007", "AIA008")
        .map(id -> Rules.find(id).orElseThrow())
        .flatMap(
            rule ->
                PageExample.of(RulePage.load(rule.info())).stream()
                    .map(
                        e ->
                            dynamicTest(rule.info().id() + " " + e.heading(), () -> run(rule, e))));
  }

  private void run(Rule rule, PageExample example) throws Exception {
    Path dir = Files.createTempDirectory(temp, "example");
    example.write(dir);
    Inventory inventory =
        new Audit(AuditRequest.of(dir), AuditListener.silent(), "test").run().report().inventory();
    TreeSet<Expected> found =
        rule.check(inventory)
            .map(f -> new Expected(f.location().file(), f.location().startLine(), f.ruleId()))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(found)
        .isEqualTo(
            example.expected().stream()
                .filter(e -> e.ruleId().equals(rule.info().id()))
                .collect(Collectors.toCollection(TreeSet::new)));
  }
}
