package dev.aiaudit.render.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.Golden;
import dev.aiaudit.render.CannedReport;
import dev.aiaudit.render.HostileText;
import dev.aiaudit.render.Rendered;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GraphTest {
  @Test
  void fewEntryPointsHaveABoxEach() {
    Graph graph = GraphBuilder.of(Rendered.large(20), GraphScope.ALL, 40);
    assertThat(graph.layer(Graph.Layer.ENTRIES)).hasSize(20);
    assertThat(graph.layer(Graph.Layer.PROVIDERS)).hasSize(3);
  }

  @Test
  void manyAreGroupedByClassThenByPackageThenByRank() {
    assertThat(entries(GraphBuilder.of(Rendered.large(200), GraphScope.ALL, 40)))
        .hasSize(20)
        .contains("Part0Controller (10)");
    assertThat(entries(GraphBuilder.of(Rendered.large(1_000), GraphScope.ALL, 30))).hasSize(20);
    assertThat(entries(GraphBuilder.of(Rendered.large(5_000), GraphScope.ALL, 30)))
        .hasSizeLessThanOrEqualTo(30);
  }

  @Test
  void boxesThatDependOnTheSameThingsBecomeOneWhereArrowsTangle() {
    Map<String, String> entries = new TreeMap<>();
    Map<String, Set<String>> owners = new TreeMap<>();
    List<Boxes.Link> links = new ArrayList<>();
    for (int entry = 0; entry < 20; entry++) {
      entries.put("e" + entry, "shop.Page" + entry + ".show");
      for (int owner = 0; owner < 10; owner++) {
        owners.put("shop.Ai" + owner, Set.of(owner < 5 ? "openai" : "mistral"));
        links.add(new Boxes.Link("e" + entry, "shop.Ai" + owner, "fails"));
      }
    }
    Boxes boxes = Boxes.of(entries, owners, links, 40);
    assertThat(boxes.owners().values()).containsOnly("shop.Ai0", "shop.Ai5");
    assertThat(boxes.entries().values()).doesNotHaveDuplicates();

    Boxes few = Boxes.of(entries, owners, links.subList(0, 40), 40);
    assertThat(few.owners().values()).doesNotHaveDuplicates();
  }

  @Test
  void aBoxSaysExactlyHowManyItStandsFor() {
    List<String> methods = List.of("shop.A.one", "shop.A.two", "other.B.three");
    assertThat(Group.label("shop.A", methods)).isEqualTo("A (2) and 1 other");
    assertThat(Group.label("com.example.enterprise.catalogue.search", List.of()))
        .isEqualTo("…catalogue.search");
    Graph graph = GraphBuilder.of(Rendered.large(5_000), GraphScope.ALL, 30);
    int told =
        graph.layer(Graph.Layer.ENTRIES).stream()
            .flatMap(
                node -> Pattern.compile("\\d+(?= others|\\)$)").matcher(node.label()).results())
            .mapToInt(number -> Integer.parseInt(number.group()))
            .sum();
    assertThat(told).isEqualTo(5_000);
  }

  @Test
  void theWorstOfAGroupDecidesItsTone() {
    Graph graph = GraphBuilder.of(Rendered.large(200), GraphScope.ALL, 40);
    assertThat(graph.layer(Graph.Layer.ENTRIES)).allMatch(node -> node.tone() == Tone.FAILS);
  }

  @Test
  void onlyWhatIsInScopeIsDrawn() {
    GraphScope one = new GraphScope(Optional.of("bedrock"), Optional.of("/parts/2"));
    Graph graph = GraphBuilder.of(Rendered.large(10), one, 40);
    assertThat(entries(graph)).containsExactly("http GET /parts/2");
    assertThat(graph.edges()).hasSize(2);
  }

  @Test
  void everyArrowLeadsFromABoxToABox() {
    Graph graph = GraphBuilder.of(CannedReport.usual(), GraphScope.ALL, 40);
    List<String> ids = graph.nodes().stream().map(Graph.Node::id).toList();
    assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[ecp][0-9]+"));
    assertThat(graph.edges())
        .isNotEmpty()
        .allMatch(edge -> ids.contains(edge.from()) && ids.contains(edge.to()));
  }

  @ParameterizedTest
  @MethodSource("dev.aiaudit.render.Rendered#payloads")
  void mermaidAndDotHaveTheSameLinesWhateverTheNamesAre(String payload) {
    String line =
        "flowchart LR|  subgraph [A-Z]+\\[\"[A-Za-z ]+\"\\]|  end|  classDef [a-z]+ [\\w:#,-]+"
            + "|    [ecp]\\d+(\\(\\[\"[^\"]*\"\\]\\)|\\[\"[^\"]*\"\\])(:::[a-z]+)?"
            + "|  [ecp]\\d+ -(-|\\.-)> (\\|\"[a-z-]+\"\\| )?[ecp]\\d+";
    String mermaid =
        Rendered.text(new MermaidRenderer(GraphScope.ALL), CannedReport.hostile(payload));
    assertThat(mermaid.lines()).allMatch(l -> l.matches(line));
    String dot = Rendered.text(new DotRenderer(GraphScope.ALL), CannedReport.hostile(payload));
    String box = "    [ecp]\\d+ \\[label=\"([^\"\\\\]|\\\\.)*\", fillcolor=\"#[0-9a-f]+\"\\];";
    assertThat(dot.lines().filter(l -> l.startsWith("    ") && !l.startsWith("    label")))
        .isNotEmpty()
        .allMatch(l -> l.matches(box));
  }

  @Test
  void thePictureLooksLikeTheGoldenFile() {
    String svg = Rendered.text(new SvgRenderer(GraphScope.ALL), CannedReport.usual());
    HostileText.assertHarmless(svg);
    Golden.check("canned.svg", svg);
  }

  private static List<String> entries(Graph graph) {
    return graph.layer(Graph.Layer.ENTRIES).stream().map(Graph.Node::label).toList();
  }
}
