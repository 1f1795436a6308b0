package dev.aiaudit.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Report;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Code;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MarkdownRendererTest {
  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  @ParameterizedTest
  @MethodSource("dev.aiaudit.render.Rendered#payloads")
  void hostileTextChangesNothingButText(String payload) {
    List<String> hostile = shape(PARSER.parse(markdown(CannedReport.hostile(payload))));
    List<String> usual = shape(PARSER.parse(markdown(CannedReport.hostile("x"))));
    assertThat(hostile).containsExactlyElementsOf(usual);
    assertThat(hostile).doesNotContain("Link", "Image", "HtmlInline");
  }

  @Test
  void theCostOfAnOutageHasItsFormula() {
    assertThat(markdown(CannedReport.usual()))
        .contains("Cost of 20 min without a provider", "- openai: 2540.00 EUR\n  - lost business");
  }

  @Test
  void theOnlyHtmlIsTheFolding() {
    List<String> html = new ArrayList<>();
    collect(PARSER.parse(markdown(CannedReport.hostile("<b>"))), html);
    assertThat(html)
        .isNotEmpty()
        .allMatch(block -> block.matches("(?s)(</?(details|summary)>|[^<>])*"));
  }

  @Test
  void mentionsAndNumbersInProseAreBroken() {
    assertThat(markdown(CannedReport.hostile(" @everyone #1")).replaceAll("`[^`]*`", ""))
        .doesNotContain("@everyone")
        .doesNotContain("#1");
  }

  @Test
  void aCommentIsNeverTooLongAndSaysWhatIsMissing() {
    Report report = CannedReport.usual();
    Finding finding = report.findings().get(2);
    String text = markdown(Rendered.withFindings(report, Collections.nCopies(5_000, finding)));
    assertThat(text).hasSizeLessThan(65_536).contains(" more findings not shown here.");
  }

  private static String markdown(Report report) {
    return Rendered.text(new MarkdownRenderer(Rendered.RULES), report);
  }

  /** The kinds of nodes in order; neighbouring texts count as one. */
  private static List<String> shape(Node node) {
    List<String> kinds = new ArrayList<>();
    String last = "";
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      boolean text = child instanceof Text || child instanceof SoftLineBreak;
      String kind = text ? "Text" : child.getClass().getSimpleName();
      if (!text || !last.equals("Text")) {
        kinds.add(kind);
      }
      last = kind;
      if (!(child instanceof Code)) {
        kinds.addAll(shape(child));
      }
    }
    return kinds;
  }

  private static void collect(Node node, List<String> html) {
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      if (child instanceof HtmlBlock block) {
        html.add(block.getLiteral());
      }
      collect(child, html);
    }
  }
}
