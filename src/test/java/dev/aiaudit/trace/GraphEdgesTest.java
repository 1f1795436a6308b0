package dev.aiaudit.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphEdgesTest {
  private static final String NODE =
      """
      import org.bsc.langgraph4j.action.NodeAction;
      class Plan implements NodeAction<State> {
        private ChatModel model;
        @Override public Map<String, Object> apply(State state) {
          return Map.of("plan", model.chat("x"));
        }
      }
      """;
  private static final String RUNNER =
      """
      import org.bsc.langgraph4j.CompiledGraph;
      @RestController class Shop {
        private CompiledGraph<State> graph;
        @GetMapping("/shop") String shop() { return "" + graph.invoke(Map.of()); }
        @GetMapping("/safe") String safe() {
          try { return "" + graph.invoke(Map.of()); } catch (Exception e) { return "no plan"; }
        }
        @GetMapping("/other") String other() { return ""; }
      }
      """;

  @TempDir Path root;

  @Test
  void whoeverRunsTheGraphWaitsForItsNodes() throws Exception {
    Scan scan = graph("new StateGraph<>(S).addNode(\"plan\", node_async(plan)).compile()");

    assertThat(scan.entries())
        .containsExactly("http app.Shop.safe GET /safe", "http app.Shop.shop GET /shop");
    assertThat(scan.path("app.Shop.shop"))
        .containsExactly("app.Shop.shop injected", "app.Plan.apply call");
    assertThat(scan.handling("app.Shop.shop")).isEqualTo("none waits");
    assertThat(scan.handling("app.Shop.safe")).isEqualTo("static waits");
  }

  @Test
  void aNodeThatIsInNoGraphIsNotReached() throws Exception {
    assertThat(graph("null").coupling()).isEqualTo("unreached");
  }

  @Test
  void aLambdaInAGraphIsNotRunWhereItIsPutIn() throws Exception {
    Scan scan =
        Scan.of(
            root,
            RUNNER,
            """
            import org.bsc.langgraph4j.*;
            @RestController class Graphs {
              private ChatModel model;
              @PostMapping("/build") void build() throws Exception {
                new StateGraph<>(S).addNode("plan", node_async(s -> Map.of("p", model.chat("x"))));
              }
            }
            """);

    assertThat(scan.entries())
        .containsExactly("http app.Shop.safe GET /safe", "http app.Shop.shop GET /shop");
  }

  private Scan graph(String made) throws Exception {
    return Scan.of(
        root,
        NODE,
        RUNNER,
        """
        import org.bsc.langgraph4j.*;
        class Graphs {
          CompiledGraph<State> graph(Plan plan) throws Exception { return %s; }
        }
        """
            .formatted(made));
  }
}
