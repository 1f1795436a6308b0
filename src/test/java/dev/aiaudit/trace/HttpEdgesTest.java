package dev.aiaudit.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpEdgesTest {
  private static final String HANDLER =
      """
      @RestController @RequestMapping(Routes.BASE) class Answers {
        private ChatModel model;
        @PostMapping("/{id}/answer") String answer(@PathVariable String id) {
          return model.chat(id);
        }
      }
      """;
  private static final String ROUTES =
      "class Routes { static final String BASE = \"/api\" + \"/questions\"; }";
  private static final String CALLER =
      """
      @RestController class Shop {
        private final AnswerClient client;
        @GetMapping("/shop") String shop() { return client.ask("1"); }
      }
      """;

  @TempDir Path root;

  @Test
  void theCallersOfAFeignClientWithTheSameRouteWait() throws Exception {
    Scan scan = feign("name = \"answers\", path = \"/api\"", "/questions/{question}/answer");

    assertThat(scan.entries())
        .containsExactly(
            "http app.Answers.answer POST /api/questions/{id}/answer",
            "http app.Shop.shop GET /shop");
    assertThat(scan.path("app.Shop.shop"))
        .containsExactly("app.Shop.shop http", "app.Answers.answer call");
    assertThat(scan.handling("app.Shop.shop")).isEqualTo("none waits");
  }

  @Test
  void anotherVerbOrPathIsAnotherHandler() throws Exception {
    assertThat(feign("name = \"answers\"", "/questions/{question}/answer").entries())
        .containsExactly("http app.Answers.answer POST /api/questions/{id}/answer");
    assertThat(
            client("@FeignClient(\"a\")", "@GetMapping(\"/api/questions/{q}/answer\")", "String")
                .entries())
        .containsExactly("http app.Answers.answer POST /api/questions/{id}/answer");
  }

  @Test
  void aClientOfTheInternetOrOfAnotherServiceDoesNotMeetTheHandler() throws Exception {
    Files.createDirectories(root.resolve("src/main/resources"));
    Files.writeString(
        root.resolve("src/main/resources/application.yml"),
        "spring:\n  application:\n    name: answers\n");
    String path = "/api/questions/{question}/answer";

    assertThat(feign("name = \"answers\"", path).entries()).hasSize(2);
    assertThat(feign("name = \"Answers\"", path).entries()).hasSize(2);
    assertThat(feign("name = \"orders\"", path).entries()).hasSize(1);
    assertThat(feign("name = \"x\", url = \"https://api.acme.com\"", path).entries()).hasSize(1);
    assertThat(feign("name = \"x\", url = \"http://localhost:8080\"", path).entries()).hasSize(2);
  }

  @Test
  void aCatchAroundTheClientActsWhenTheHandlerFails() throws Exception {
    Scan scan =
        Scan.of(
            root,
            HANDLER,
            ROUTES,
            """
            import org.springframework.cloud.openfeign.FeignClient;
            @FeignClient("answers") interface AnswerClient {
              @PostMapping(Routes.BASE + "/{id}/answer") String ask(String id);
            }
            """,
            """
            @RestController class Shop {
              private final AnswerClient client;
              @GetMapping("/shop") String shop() {
                try { return client.ask("1"); } catch (feign.FeignException e) { return "no idea"; }
              }
              @GetMapping("/shop2") String other() {
                try { return client.ask("1"); } catch (IllegalStateException e) { return "no idea"; }
              }
            }
            """);

    assertThat(scan.handling("app.Shop.shop")).isEqualTo("static waits");
    assertThat(scan.handling("app.Shop.other")).isEqualTo("none waits");
    assertThat(scan.handling("app.Answers.answer")).isEqualTo("none waits");
  }

  @Test
  void otherClientLibrariesMeetTheHandlerToo() throws Exception {
    String path = "(\"/api/questions/{question}/answer\")";
    assertThat(
            client("", "@org.springframework.web.service.annotation.PostExchange" + path, "String")
                .entries())
        .hasSize(2);
    assertThat(
            client("", "@feign.RequestLine(\"POST /api/questions/{q}/answer?x={x}\")", "String")
                .entries())
        .hasSize(2);
    assertThat(
            client(
                    "@org.eclipse.microprofile.rest.client.inject.RegisterRestClient @jakarta.ws.rs.Path(\"/api\")",
                    "@jakarta.ws.rs.POST @jakarta.ws.rs.Path(\"questions/{q}/answer\")",
                    "String")
                .entries())
        .hasSize(2);
    assertThat(
            client(
                    "@io.micronaut.http.client.annotation.Client(\"/api\")",
                    "@io.micronaut.http.annotation.Post(\"/questions/{q}/answer{?x,y}\")",
                    "String")
                .entries())
        .hasSize(2);
  }

  @Test
  void nobodyWaitsForAnAnswerThatIsNotRead() throws Exception {
    Scan scan =
        Scan.of(
            root,
            HANDLER,
            ROUTES,
            """
            import org.springframework.web.service.annotation.*;
            @HttpExchange("/api") interface AnswerClient {
              @PostExchange("/questions/{id}/answer") reactor.core.publisher.Mono<String> ask(String id);
            }
            """,
            """
            @RestController class Shop {
              private final AnswerClient client;
              @GetMapping("/shop") String shop() { client.ask("1").subscribe(); return "ok"; }
              @GetMapping("/wait") String waits() { return client.ask("1").block(); }
            }
            """);

    assertThat(scan.handling("app.Shop.shop")).endsWith(" detached");
    assertThat(scan.handling("app.Shop.waits")).isEqualTo("none waits");
  }

  private Scan feign(String members, String path) throws Exception {
    return client(
        "@org.springframework.cloud.openfeign.FeignClient(" + members + ")",
        "@PostMapping(\"" + path + "\")",
        "String");
  }

  private Scan client(String onType, String onMethod, String returns) throws Exception {
    return Scan.of(
        root,
        HANDLER,
        ROUTES,
        CALLER,
        onType + " interface AnswerClient { " + onMethod + " " + returns + " ask(String id); }");
  }

  @Test
  void whatACallerMakesOfAnErrorInASuccessfulAnswerIsNotKnown() throws Exception {
    Scan.of(
        root,
        """
        @RestControllerAdvice class Errors {
          @ExceptionHandler(Exception.class) Map<String, String> all(Exception e) {
            return Map.of("error", e.getMessage());
          }
        }
        """);
    Scan scan = feign("name = \"answers\", path = \"/api\"", "/questions/{question}/answer");

    assertThat(scan.handling("app.Shop.shop")).isEqualTo("unknown waits");
    assertThat(scan.handling("app.Answers.answer")).isEqualTo("none waits");
  }
}
