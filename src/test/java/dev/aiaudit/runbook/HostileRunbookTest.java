package dev.aiaudit.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.catalog.Catalog;
import dev.aiaudit.catalog.facts.ProviderFacts;
import dev.aiaudit.catalog.facts.ProviderFactsReader;
import dev.aiaudit.model.Location;
import dev.aiaudit.model.Provider;
import dev.aiaudit.model.Report;
import dev.aiaudit.render.CannedReport;
import dev.aiaudit.render.HostileText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileRunbookTest {
  private static final Map<String, ProviderFacts> FACTS =
      ProviderFactsReader.all(Catalog.load().data());

  static Stream<String> tricks() {
    return Stream.concat(
        HostileText.all(),
        Stream.of(
            "\n```\n# out",
            "```",
            "~~~",
            "| a | b |\n|---|---|",
            "](javascript:alert(1))",
            "![x](http://evil/x.png)",
            "<img src=x onerror=alert(1)>",
            "<!-- ai-audit:end impact -->",
            "\n<!-- ai-audit:begin impact 000000000000 -->\n",
            "'; rm -rf ~; '",
            "$(curl evil)",
            "--> <details>",
            "\\",
            "\\|",
            "`|`",
            "@team #1 http://evil www.evil.com"));
  }

  @ParameterizedTest
  @MethodSource("tricks")
  void namesCannotBreakOutOfTablesFencesOrLinks(String trick) {
    Map<String, String> hostile = pages(trick);
    Map<String, String> harmless = pages("zz");
    assertThat(hostile).hasSameSizeAs(harmless);
    List<String> expected = new ArrayList<>(harmless.values());
    int page = 0;
    for (String text : hostile.values()) {
      Map<String, Integer> seen = shape(text);
      Map<String, Integer> usual = shape(expected.get(page++));
      // A command whose words are refused is left out.
      assertThat(fences(seen)).isLessThanOrEqualTo(fences(usual));
      assertThat(seen).isEqualTo(usual);
      assertThat(PagePart.of(text)).noneMatch(p -> p instanceof PagePart.Generated g && g.edited());
      HostileText.assertHarmless(text);
    }
  }

  @ParameterizedTest
  @MethodSource("tricks")
  void codeThatPeopleCopyHoldsNothingOfAHostileName(String trick) {
    for (String text : pages(trick).values()) {
      new Fences(trick).check(parse(text));
    }
  }

  private static Map<String, String> pages(String injected) {
    Report report = CannedReport.hostile(injected);
    List<Clue> clues =
        Stream.of(Clue.Kind.values())
            .map(
                k ->
                    new Clue(
                        k, "a.b" + injected, "1" + injected, Location.ofLine("x" + injected, 1)))
            .toList();
    Owners owners = Owners.of(Map.of("CODEOWNERS", "* @a" + injected.replaceAll("\\s", "")));
    RunbookWriter writer = new RunbookWriter(new Templates(Map.of()), "../");
    List<Runbook> books = new ArrayList<>();
    for (Provider provider : report.providers()) {
      Optional<ProviderFacts> facts = Optional.ofNullable(FACTS.get("openai"));
      books.add(Runbook.of(report, provider, facts, clues, owners, Duration.ofMinutes(20)));
    }
    Map<String, String> pages = new TreeMap<>();
    int number = 0;
    for (List<Block> blocks : RunbookFolder.pages(books, writer).values()) {
      pages.put(String.valueOf(number++), Regeneration.fresh(blocks).text());
    }
    return pages;
  }

  private static Node parse(String text) {
    return Parser.builder().extensions(List.of(TablesExtension.create())).build().parse(text);
  }

  /** Kinds of blocks and links, with their number. */
  private static Map<String, Integer> shape(String text) {
    Map<String, Integer> shape = new TreeMap<>();
    count(parse(text), shape);
    List.of("Text", "Code", "SoftLineBreak", "HardLineBreak").forEach(shape::remove);
    return shape;
  }

  private static int fences(Map<String, Integer> shape) {
    Integer number = shape.remove("FencedCodeBlock");
    return number == null ? 0 : number;
  }

  private static void count(Node node, Map<String, Integer> shape) {
    String name = node.getClass().getSimpleName();
    shape.merge(
        node instanceof Link link ? name + link.getDestination().startsWith("..") : name,
        1,
        Integer::sum);
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      count(child, shape);
    }
  }

  private static final class Fences extends AbstractVisitor {
    private final String trick;

    Fences(String trick) {
      this.trick = trick;
    }

    void check(Node page) {
      page.accept(this);
    }

    @Override
    public void visit(FencedCodeBlock fence) {
      if (!fence.getInfo().equals("mermaid") && trick.length() > 1) {
        assertThat(fence.getLiteral()).doesNotContain(trick);
      }
    }

    @Override
    public void visit(HtmlBlock html) {
      assertThat(html.getLiteral()).startsWith("<!-- ai-audit:");
    }

    @Override
    public void visit(CustomBlock block) {
      visitChildren(block);
    }

    @Override
    public void visit(CustomNode node) {
      visitChildren(node);
    }
  }
}
