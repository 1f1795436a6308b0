package dev.aiaudit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import dev.aiaudit.PageExample.Expected;
import dev.aiaudit.engine.Audit;
import dev.aiaudit.engine.AuditListener;
import dev.aiaudit.engine.AuditRequest;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Report;
import dev.aiaudit.model.Severity;
import dev.aiaudit.rule.Rule;
import dev.aiaudit.rule.RuleInfo;
import dev.aiaudit.rule.RulePage;
import dev.aiaudit.rule.Rules;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;
import org.yaml.snakeyaml.Yaml;

/**
 * Rules, their pages and their list belong together, and every example on a page does what its
 * comments say.
 */
class RulePagesTest {

  private static final Path PAGES = Path.of("src/main/resources/dev/aiaudit/rules");
  private static final Path CLASSES = Path.of("src/main/java/dev/aiaudit/rule");

  private static final Pattern A_RULE =
      Pattern.compile("final class [A-Za-z]+ (?:implements Rule|extends [A-Za-z]+Rule) \\{");

  @TempDir Path temp;

  /** Rule id and heading of examples that the engine gets wrong. */
  private static final KnownGaps GAPS = KnownGaps.of();

  /** Every rule over what the engine finds, also the rules that are off by default. */
  private static List<Finding> scan(Path dir) throws IOException, InterruptedException {
    AuditRequest request = AuditRequest.of(dir).judgedOn(LocalDate.of(2026, 11, 24));
    Report report = new Audit(request, AuditListener.silent(), "test").run().report();
    assertThat(report.diagnostics()).isEmpty();
    return Rules.all().stream().flatMap(rule -> rule.check(report.inventory())).toList();
  }

  private static Stream<RuleInfo> infos() {
    return Rules.all().stream().map(Rule::info);
  }

  private static Stream<PageExample> examples() {
    return infos().map(RulePage::load).flatMap(page -> PageExample.of(page).stream());
  }

  @Test
  void idsAndNamesAreUniqueAndTheListIsSorted() {
    assertThat(infos().map(RuleInfo::id).toList()).doesNotHaveDuplicates().isSorted();
    assertThat(infos().map(RuleInfo::name).toList()).doesNotHaveDuplicates();
  }

  @Test
  void everyRuleIsFoundByIdAndByName() {
    infos()
        .forEach(
            info -> {
              assertThat(Rules.find(info.id().toLowerCase(java.util.Locale.ROOT)))
                  .map(Rule::info)
                  .contains(info);
              assertThat(Rules.find(info.name())).map(Rule::info).contains(info);
            });
    assertThat(Rules.find("AIA999")).isEmpty();
  }

  @Test
  void everyPageBelongsToARuleOfTheList() throws IOException {
    try (Stream<Path> files = Files.list(PAGES)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              infos().map(info -> info.id().toLowerCase(java.util.Locale.ROOT) + ".md").toList());
    }
  }

  @Test
  void everyRuleClassIsInTheList() throws IOException {
    Set<String> listed =
        Rules.all().stream().map(r -> r.getClass().getSimpleName()).collect(Collectors.toSet());
    Set<String> written = new TreeSet<>();
    try (Stream<Path> files = Files.list(CLASSES)) {
      for (Path file : files.toList()) {
        if (A_RULE.matcher(Files.readString(file)).find()) {
          written.add(file.getFileName().toString().replace(".java", ""));
        }
      }
    }
    assertThat(listed).isEqualTo(written);
  }

  @TestFactory
  Stream<DynamicTest> pageSaysTheSameAsItsRule() {
    return infos().map(info -> dynamicTest(info.id(), () -> assertPage(info)));
  }

  private static void assertPage(RuleInfo info) {
    RulePage page = RulePage.load(info);
    assertThat(List.of(page.id(), page.name(), page.title(), page.since()))
        .containsExactly(info.id(), info.name(), info.title(), info.since());
    assertThat(page.severity()).isEqualTo(info.severity()).isInstanceOf(Severity.class);
    assertThat(page.sections().stream().filter(s -> s.level() == 2).map(RulePage.Section::heading))
        .containsExactly("What", "Why", "Example", "Instead", "When to suppress");
    for (PageExample example : PageExample.of(page)) {
      boolean expectsThisRule =
          example.expected().stream().anyMatch(expected -> expected.ruleId().equals(info.id()));
      assertThat(expectsThisRule).as(example.heading()).isEqualTo(example.part().equals("Example"));
    }
    assertThat(PageExample.of(page)).extracting(PageExample::part).contains("Example", "Instead");
  }

  @TestFactory
  Stream<DynamicTest> examplesAreWellFormed() {
    return examples().map(e -> dynamicTest(e.heading(), () -> e.files().forEach(this::wellFormed)));
  }

  private void wellFormed(String path, String content) {
    if (path.endsWith(".java")) {
      ParserConfiguration java17 =
          new ParserConfiguration().setLanguageLevel(LanguageLevel.JAVA_17);
      assertThat(new JavaParser(java17).parse(content).getProblems()).as(path).isEmpty();
    } else if (path.endsWith(".xml")) {
      assertThat(isXml(content)).as(path).isTrue();
    } else if (path.endsWith(".yml")) {
      Object loaded = new Yaml().load(content);
      assertThat(loaded).as(path).isNotNull();
    }
  }

  private static boolean isXml(String content) {
    try {
      DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(content)));
      return true;
    } catch (Exception e) {
      return false;
    }
  }

  @TestFactory
  Stream<DynamicTest> examplesYieldTheFindingsTheyState() {
    return infos()
        .flatMap(
            info ->
                PageExample.of(RulePage.load(info)).stream()
                    .map(e -> dynamicTest(name(info, e), () -> run(info, e))));
  }

  @Test
  void everyKnownGapIsAnExample() {
    GAPS.assertAllExist(
        infos()
            .flatMap(info -> PageExample.of(RulePage.load(info)).stream().map(e -> name(info, e))));
  }

  private static String name(RuleInfo info, PageExample example) {
    return info.id() + " " + example.heading();
  }

  /** Compares the page's own rule and those that the example names; others are not its subject. */
  private void run(RuleInfo info, PageExample example) throws Exception {
    Path dir = Files.createTempDirectory(temp, "example");
    example.write(dir);
    Set<String> compared = new TreeSet<>(Set.of(info.id()));
    example.expected().forEach(expected -> compared.add(expected.ruleId()));
    GAPS.check(
        name(info, example), () -> assertThat(found(dir, compared)).isEqualTo(example.expected()));
  }

  private static Set<Expected> found(Path dir, Set<String> rules) throws Exception {
    return scan(dir).stream()
        .filter(f -> rules.contains(f.ruleId()))
        .map(f -> new Expected(f.location().file(), f.location().startLine(), f.ruleId()))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
