package dev.aiaudit.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.model.Report;
import dev.aiaudit.render.html.HtmlRenderer;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class HtmlRendererTest {
  @ParameterizedTest
  @MethodSource("dev.aiaudit.render.Rendered#payloads")
  void hostileTextAddsNoElementAndNoAttribute(String payload) {
    List<String> usual = shape(parse(withoutBreaks(html(CannedReport.hostile("x"), "x"))));
    assertThat(shape(parse(withoutBreaks(html(CannedReport.hostile(payload), payload)))))
        .containsExactlyElementsOf(usual);
  }

  @Test
  void nothingRunsAndNothingIsLoaded() {
    Document page = parse(html(CannedReport.usual(), ""));
    Set<String> loading = Set.of("script", "link", "img", "iframe", "object", "embed", "base");
    assertThat(Xml.all(page, "*").stream().map(Element::getTagName)).noneMatch(loading::contains);
    for (Element element : Xml.all(page, "*")) {
      for (Attr attribute : attributes(element)) {
        assertThat(attribute.getName()).doesNotStartWith("on").isNotEqualTo("src");
        if (attribute.getName().equals("href")) {
          assertThat(attribute.getValue()).startsWith("#");
        }
      }
    }
    assertThat(
            Xml.all(page, "meta").stream()
                .filter(e -> e.getAttribute("http-equiv").equals("Content-Security-Policy"))
                .map(e -> e.getAttribute("content")))
        .singleElement()
        .asString()
        .startsWith("default-src 'none'; style-src 'unsafe-inline'");
    assertThat(Xml.all(page, "style").get(0).getTextContent()).doesNotContain("url(", "@import");
  }

  @Test
  void everyLinkAndLabelLeadsToAnElement() {
    Document page = parse(html(CannedReport.usual(), ""));
    List<String> ids =
        Xml.all(page, "*").stream()
            .map(e -> e.getAttribute("id"))
            .filter(id -> !id.isEmpty())
            .toList();
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(Xml.all(page, "a").stream().map(e -> e.getAttribute("href").substring(1)))
        .isSubsetOf(ids);
    assertThat(Xml.all(page, "label").stream().map(e -> e.getAttribute("for"))).isSubsetOf(ids);
  }

  @Test
  void findingsShowTheCodeOfTheirPlaces() {
    String page = html(CannedReport.usual(), "");
    assertThat(page).contains("client.chat().completions().create(params)").contains("^^^^");
    assertThat(html(CannedReport.incomplete(), "")).contains("The scan is incomplete");
  }

  @Test
  void twoHundredEntryPointsAreGroupedInThePicture() {
    String page = html(Rendered.large(200), "");
    parse(page);
    assertThat(page).contains("entry points are grouped");
    assertThat(page.split("class=\"node ", -1)).hasSizeLessThan(150);
    // The tables still have every one of them.
    assertThat(page).contains("GET /parts/199");
  }

  @Test
  void whatMovesAndWhatItCostsIsToldWithFormulaAndSource() {
    assertThat(html(CannedReport.usual(), ""))
        .contains("Cost of 20 min", "2540.00 EUR  in all", "(costs.per-minute)");
  }

  @Test
  void everyRadioButtonLeavesTheRowsThatItCounts() {
    Document page = parse(html(CannedReport.usual(), ""));
    String css = Xml.all(page, "style").get(0).getTextContent();
    List<String> classes = Xml.all(page, "*").stream().map(e -> e.getAttribute("class")).toList();
    for (Element radio : Xml.all(page, "input")) {
      String id = radio.getAttribute("id");
      String word = id.substring(id.indexOf('-') + 1);
      if (!word.equals("all")) {
        assertThat(css).contains("#" + id + ":checked~");
        assertThat(classes).anyMatch(list -> List.of(list.split(" ")).contains(word));
      }
    }
    assertThat(Xml.all(page, "input").stream().map(e -> e.getAttribute("name")).distinct())
        .contains("show", "entry", "site", "by");
  }

  @Test
  void theInventoryHasEveryEntryPointAndCallSite() {
    Document page = parse(html(Rendered.large(200), ""));
    assertThat(Xml.all(page, "summary").stream().map(Element::getTextContent))
        .contains("200 entry points", "200 call sites");
  }

  private static String html(Report report, String injected) {
    return Rendered.text(new HtmlRenderer(CannedReport.sources(injected), Rendered.RULES), report);
  }

  private static Document parse(String html) {
    assertThat(html).startsWith("<!DOCTYPE html>\n");
    return Xml.parse(html.substring("<!DOCTYPE html>".length()).strip());
  }

  /** Places where a line may break follow the slashes of a text; they are no structure. */
  private static String withoutBreaks(String html) {
    return html.replace("<wbr/>", "");
  }

  /** Elements with the names of their attributes, without the drawn boxes, whose ids may differ. */
  private static List<String> shape(Document page) {
    return Xml.all(page, "*").stream()
        .map(e -> e.getTagName() + attributes(e).stream().map(Attr::getName).toList())
        .toList();
  }

  private static List<Attr> attributes(Element element) {
    var all = element.getAttributes();
    return IntStream.range(0, all.getLength()).mapToObj(i -> (Attr) all.item(i)).toList();
  }
}
