package dev.aiaudit.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.Golden;
import dev.aiaudit.model.Report;
import dev.aiaudit.terminal.Columns;
import dev.aiaudit.terminal.Glyphs;
import dev.aiaudit.terminal.Hyperlink;
import dev.aiaudit.terminal.Style;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextRendererTest {
  private static final RuleNames TITLES =
      id -> id.equals("AIA001") ? "A request waits for an AI provider and fails with it" : "";

  @Test
  void aRichReportLooksLikeTheGoldenFile() throws IOException {
    Golden.check("canned.txt", render(CannedReport.usual(), Look.PLAIN));
  }

  @Test
  void everythingShowsTheCodeOfEachStep() throws IOException {
    Look look = Look.PLAIN.withDetail(Detail.EVERYTHING);
    Golden.check("canned-verbose.txt", render(CannedReport.incomplete(), look));
  }

  @Test
  void coloursAndLinksChangeNothingButTheirSequences() throws IOException {
    Look look =
        new Look(
            new Style(true),
            Glyphs.UNICODE,
            100,
            new Hyperlink(Hyperlink.Scheme.FILE, "/home/me/a b"),
            Detail.FINDINGS);
    String colored = render(CannedReport.usual(), look);
    assertThat(colored).contains("\u001b[1;31m").contains("]8;;file:///home/me/a%20b/src/");
    assertThat(colored.replaceAll("\u001b\\[[0-9;]*m|\u001b]8;;[^\u001b]*\u001b\\\\", ""))
        .isEqualTo(render(CannedReport.usual(), Look.PLAIN));
  }

  @Test
  void theSummaryFitsOneScreen() throws IOException {
    String summary = render(CannedReport.incomplete(), Look.PLAIN.withDetail(Detail.SUMMARY));
    assertThat(summary.lines().count()).isLessThanOrEqualTo(24);
    assertThat(summary).contains("parsed 12 of 240 Java files").doesNotContain("AIA001");
  }

  @Test
  void theLastLineCountsFindingsAndSuppressions() throws IOException {
    assertThat(render(CannedReport.usual(), Look.PLAIN.withDetail(Detail.COUNTS)))
        .isEqualTo("3 findings (1 flagged call site): 1 error, 1 warning, 1 note; 1 suppressed\n");
  }

  @Test
  void anIncompleteScanSaysSoEvenWhenItSaysNothingElse() throws IOException {
    assertThat(render(CannedReport.incomplete(), Look.PLAIN.withDetail(Detail.COUNTS)))
        .startsWith("INCOMPLETE");
    assertThat(render(CannedReport.usual(), Look.PLAIN)).doesNotContain("INCOMPLETE");
  }

  @Test
  void aTreeWithoutAiUseSaysHowMuchWasLookedAt() throws IOException {
    assertThat(render(CannedReport.empty(), Look.PLAIN))
        .endsWith("No AI call site in 9 Java files\n")
        .contains("0 in main code");
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 93, 120})
  void noLineOfProseIsWiderThanTheTerminal(int width) throws IOException {
    Look look = new Look(Style.PLAIN, Glyphs.ASCII, width, Hyperlink.OFF, Detail.EVERYTHING);
    assertThat(render(CannedReport.usual(), look).lines())
        .allSatisfy(line -> assertThat(Columns.width(line)).isLessThanOrEqualTo(width));
  }

  @ParameterizedTest
  @MethodSource("dev.aiaudit.render.HostileText#all")
  void hostileTextHasNoPower(String hostile) throws IOException {
    Look look =
        new Look(
            new Style(true),
            Glyphs.UNICODE,
            100,
            new Hyperlink(Hyperlink.Scheme.VSCODE, "/r"),
            Detail.EVERYTHING);
    StringBuilder out = new StringBuilder();
    SourceLines sources = CannedReport.sources(hostile);
    new TextRenderer(sources, TITLES, look).render(CannedReport.hostile(hostile), out);
    HostileText.assertHarmless(out.toString());
    assertThat(out).contains("POST /orders/{id}/summary");
  }

  @Test
  void secretsInCodeAreMasked() throws IOException {
    String key = "sk-ant-api03-" + "a1B2c3D4e5".repeat(9) + "AA";
    StringBuilder out = new StringBuilder();
    SourceLines sources = CannedReport.sources(" // " + key);
    Look look = Look.PLAIN.withDetail(Detail.EVERYTHING);
    new TextRenderer(sources, TITLES, look).render(CannedReport.hostile(" " + key), out);
    assertThat(out.toString()).doesNotContain(key);
  }

  private static String render(Report report, Look look) throws IOException {
    StringBuilder out = new StringBuilder();
    new TextRenderer(CannedReport.sources(), TITLES, look).render(report, out);
    return out.toString();
  }
}
