package dev.aiaudit.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aiaudit.Golden;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sample in every format, kept as it is and read by somebody else's reader. */
class SampleFormatsTest {
  private static final Path SAMPLES = Path.of("samples");

  static List<String> samples() throws IOException {
    try (Stream<Path> folders = Files.list(SAMPLES)) {
      return folders.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  static Stream<List<String>> samplesAndFormats() throws IOException {
    return samples().stream()
        .flatMap(
            sample ->
                Stream.of(Format.values())
                    .filter(f -> f != Format.JSON && f != Format.TEXT)
                    .map(f -> List.of(sample, f.word())));
  }

  @ParameterizedTest
  @MethodSource("samplesAndFormats")
  void everyFormatLooksLikeTheGoldenFile(List<String> which) throws Exception {
    Format format = Format.ofWord(which.get(1)).orElseThrow();
    String file = "samples/" + which.get(0) + "." + format.extension();
    Golden.check(file, text(format, which.get(0)).replace("\r\n", "\n"));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void schemasOfOthersAcceptSarifAndCycloneDx(String sample) throws Exception {
    assertThat(Schemas.problems(Schemas.sarif(), text(Format.SARIF, sample))).isEmpty();
    assertThat(Schemas.problems(Schemas.cycloneDx(), text(Format.CYCLONEDX, sample))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theSchemaOfTestReportsAcceptsJUnit(String sample) throws Exception {
    assertThat(Xml.junitProblems(text(Format.JUNIT, sample))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void mavensReaderOfTestReportsCountsTheSameCallSites(String sample, @TempDir Path temp)
      throws Exception {
    Report report = report(sample);
    Path file = Files.writeString(temp.resolve("TEST.xml"), text(Format.JUNIT, sample));
    List<ReportTestSuite> suites =
        new TestSuiteXmlParser(new NullConsoleLogger()).parse(file.toString());
    long cases = suites.stream().mapToLong(suite -> suite.getTestCases().size()).sum();
    long failed =
        suites.stream()
            .flatMap(suite -> suite.getTestCases().stream())
            .filter(test -> test.hasFailure() || test.hasError())
            .count();
    assertThat(cases).isGreaterThanOrEqualTo(mainSites(report));
    assertThat(failed).isGreaterThanOrEqualTo(flagged(report));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aCsvReaderFindsARowForEachCallSite(String sample) throws Exception {
    Report report = report(sample);
    try (CSVParser parser =
        CSVParser.parse(
            text(Format.CSV, sample),
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
      List<CSVRecord> rows = parser.getRecords();
      assertThat(rows).hasSize(report.inventory().callSites().size());
      assertThat(rows).allSatisfy(row -> assertThat(row.isConsistent()).isTrue());
      assertThat(rows.stream().map(row -> row.get("provider")))
          .containsExactlyElementsOf(
              report.inventory().callSites().stream().map(CallSite::provider).toList());
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void anHtmlParserFindsNoErrorInThePage(String sample) throws Exception {
    Parser parser = Parser.htmlParser().setTrackErrors(20);
    Document page = Jsoup.parse(text(Format.HTML, sample), "", parser);
    assertThat(parser.getErrors()).isEmpty();
    assertThat(page.select("script, link, iframe, img, [onclick], [style]")).isEmpty();
    assertThat(page.select("#overview, #picture, #outage, #availability, #findings, #coverage"))
        .hasSize(6);
    Set<String> ids = new HashSet<>(page.select("[id]").eachAttr("id"));
    assertThat(ids).hasSameSizeAs(page.select("[id]"));
    assertThat(page.select("nav a").eachAttr("href"))
        .allSatisfy(href -> assertThat(ids).contains(href.substring(1)));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void markdownBecomesTablesAndFoldedLists(String sample) throws Exception {
    var tables = List.of(TablesExtension.create());
    String html =
        HtmlRenderer.builder()
            .extensions(tables)
            .build()
            .render(
                org.commonmark.parser.Parser.builder()
                    .extensions(tables)
                    .build()
                    .parse(text(Format.MARKDOWN, sample)));
    Document page = Jsoup.parse(html);
    Report report = report(sample);
    assertThat(page.select("h2")).hasSize(1);
    assertThat(page.select("table")).hasSize(2);
    assertThat(page.select("table").get(0).select("tbody tr")).hasSameSizeAs(report.providers());
    assertThat(page.select("table").get(1).select("tbody tr"))
        .hasSameSizeAs(report.inventory().entryPoints());
    assertThat(page.select("a, img")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void whatCiServersReadHasTheFieldsTheyNeed(String sample) throws Exception {
    JsonNode issues = Schemas.JSON.readTree(text(Format.GITLAB, sample));
    assertThat(issues).isNotEmpty();
    assertThat(issues)
        .allSatisfy(
            issue -> {
              assertThat(issue.path("fingerprint").asText()).isNotEmpty();
              assertThat(issue.path("severity").asText())
                  .isIn("info", "minor", "major", "critical", "blocker");
              assertThat(issue.at("/location/lines/begin").asInt()).isPositive();
            });
    assertThat(text(Format.GITHUB, sample).lines())
        .isNotEmpty()
        .allMatch(line -> line.matches("::(error|warning|notice) file=[^:]+::.+"));
  }

  private static String text(Format format, String sample) throws Exception {
    Path root = SAMPLES.resolve(sample);
    SourceLines sources =
        file -> {
          try {
            return Optional.of(Files.readAllLines(root.resolve(file)));
          } catch (IOException e) {
            return Optional.empty();
          }
        };
    return Rendered.text(format, report(sample), sources);
  }

  private static Report report(String sample) throws Exception {
    Path file = SAMPLES.resolve(sample).resolve("expected").resolve("report.json");
    return JsonReader.read(Files.readString(file));
  }

  private static long mainSites(Report report) {
    return report.inventory().callSites().stream().filter(site -> !site.inTest()).count();
  }

  private static long flagged(Report report) {
    return report.inventory().callSites().stream().filter(CallSite::flagged).count();
  }
}
