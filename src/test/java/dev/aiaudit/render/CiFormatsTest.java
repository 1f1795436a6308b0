package dev.aiaudit.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Report;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class CiFormatsTest {
  /** What a GitHub runner takes for a command, in any line after blanks. */
  private static final Pattern COMMAND =
      Pattern.compile("^\\s*::([a-z-]+)(?: ([^:]*))?::(.*)$", Pattern.MULTILINE);

  @Test
  void gitHubSeesTheMostSevereFindingsFirst() {
    assertThat(commands(CannedReport.usual()))
        .containsExactly("warning", "error", "warning", "notice");
  }

  @ParameterizedTest
  @MethodSource("dev.aiaudit.render.Rendered#payloads")
  void gitHubSeesOurCommandsAndNoOthers(String payload) {
    String text = Rendered.text(new GitHubRenderer(), CannedReport.hostile(payload));
    assertThat(text.lines()).hasSize(4);
    assertThat(commands(CannedReport.hostile(payload)))
        .containsExactly("warning", "error", "warning", "notice");
    Matcher command = COMMAND.matcher(text);
    while (command.find()) {
      for (String property : command.group(2).split(",", -1)) {
        assertThat(property).matches("(file|line|endLine|col|endColumn|title)=[^,:\\p{Cntrl}]*");
      }
    }
  }

  @Test
  void gitHubGetsColumnsOnlyWithinOneLineAndPathsFromTheRepositoryRoot() {
    String text = Rendered.text(new GitHubRenderer(), CannedReport.usual());
    assertThat(text)
        .contains(
            "::error file=samples/shop/src/main/java/com/shop/ai/SummaryService.java,line=54,"
                + "endLine=54,col=12,endColumn=56,title=ai-audit AIA001::POST /orders/{id}");
  }

  @Test
  void gitLabGetsEveryFingerprintOnce() throws IOException {
    Report report = CannedReport.usual();
    Finding twice = report.findings().get(2);
    Report repeated = Rendered.withFindings(report, Collections.nCopies(3, twice));
    JsonNode issues = Schemas.JSON.readTree(Rendered.text(new GitLabRenderer(), repeated));
    assertThat(issues.findValuesAsText("fingerprint")).containsExactly("f1", "f1-2", "f1-3");
    JsonNode first = issues.get(0);
    assertThat(first.at("/severity").asText()).isEqualTo("critical");
    assertThat(first.at("/location/path").asText()).startsWith("samples/shop/src/");
    assertThat(first.at("/location/lines/begin").asInt()).isEqualTo(54);
  }

  @Test
  void jUnitCountsCallSitesAndFailsThoseWithFindings() {
    Document xml = Xml.parse(Rendered.text(new JUnitRenderer(), CannedReport.incomplete()));
    List<Element> suites = Xml.all(xml, "testsuite");
    assertThat(suites).hasSize(2);
    for (Element suite : suites) {
      assertThat(count(suite, "testcase")).isEqualTo(suite.getAttribute("tests"));
      assertThat(count(suite, "failure")).isEqualTo(suite.getAttribute("failures"));
      assertThat(count(suite, "skipped")).isEqualTo(suite.getAttribute("skipped"));
      assertThat(count(suite, "error")).isEqualTo(suite.getAttribute("errors"));
    }
    assertThat(suites.get(0).getAttribute("failures")).isEqualTo("1");
    assertThat(suites.get(1).getAttribute("errors")).isEqualTo("1");
    assertThat(Xml.all(xml, "failure").get(0).getAttribute("type")).isEqualTo("AIA001");
  }

  @ParameterizedTest
  @MethodSource("dev.aiaudit.render.Rendered#payloads")
  void jUnitKeepsItsElementsWhateverTheNamesAre(String payload) {
    Document usual = Xml.parse(Rendered.text(new JUnitRenderer(), CannedReport.usual()));
    Document xml = Xml.parse(Rendered.text(new JUnitRenderer(), CannedReport.hostile(payload)));
    assertThat(Xml.all(xml, "*").stream().map(Element::getTagName))
        .containsExactlyElementsOf(Xml.all(usual, "*").stream().map(Element::getTagName).toList());
  }

  @ParameterizedTest
  @MethodSource("dev.aiaudit.render.Rendered#payloads")
  void theSchemaOfTestReportsAcceptsJUnitWhateverTheNamesAre(String payload) {
    String hostile = Rendered.text(new JUnitRenderer(), CannedReport.hostile(payload));
    assertThat(Xml.junitProblems(hostile)).isEmpty();
  }

  @Test
  void theSchemaOfTestReportsRefusesWhatServersWouldMisread() {
    String xml = Rendered.text(new JUnitRenderer(), CannedReport.incomplete());
    assertThat(Xml.junitProblems(xml)).isEmpty();
    assertThat(Xml.junitProblems(xml.replaceFirst("tests=\"\\d+", "tests=\"many"))).isNotEmpty();
    assertThat(Xml.junitProblems(xml.replaceFirst(" classname=\"[^\"]*\"", ""))).isNotEmpty();
    assertThat(Xml.junitProblems(xml.replaceFirst("<failure", "<broken/><failure"))).isNotEmpty();
  }

  @Test
  void jUnitNamesHoldNoLineNumbers() {
    Document xml = Xml.parse(Rendered.text(new JUnitRenderer(), CannedReport.usual()));
    assertThat(Xml.all(xml, "testcase").stream().map(e -> e.getAttribute("name")))
        .contains("SummaryService.complete calls ChatCompletionService.create")
        .noneMatch(name -> name.contains(".java:"));
  }

  private static String count(Element suite, String tag) {
    return Integer.toString(suite.getElementsByTagName(tag).getLength());
  }

  private static List<String> commands(Report report) {
    List<String> names = new ArrayList<>();
    Matcher command = COMMAND.matcher(Rendered.text(new GitHubRenderer(), report));
    while (command.find()) {
      names.add(command.group(1));
    }
    return names;
  }
}
