package dev.aiaudit.flow.wait;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.engine.Audit;
import dev.aiaudit.engine.AuditListener;
import dev.aiaudit.engine.AuditRequest;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Evidence;
import dev.aiaudit.model.Guard;
import dev.aiaudit.model.GuardKind;
import dev.aiaudit.model.WaitTerm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sums of waits over whole small projects, layer by layer. */
class WaitBudgetTest {
  private static final String OPENAI =
      """
      import com.openai.client.OpenAIClient;
      import com.openai.client.okhttp.OpenAIOkHttpClient;
      import com.openai.models.chat.completions.ChatCompletionCreateParams;
      import java.time.Duration;
      import java.util.concurrent.CompletableFuture;
      import java.util.concurrent.TimeUnit;
      import org.springframework.web.bind.annotation.GetMapping;
      import org.springframework.web.bind.annotation.RestController;
      @RestController class Api {
        private final OpenAIClient openai = OpenAIOkHttpClient.builder()%s.build();
        private Object ask(ChatCompletionCreateParams p) {
          return openai.chat().completions().create(p);
        }
        @GetMapping("/a") Object get(ChatCompletionCreateParams p) throws Exception {
          %s
        }
      }
      """;

  @TempDir Path dir;

  private CallSite only(Map<String, String> files) {
    try {
      for (Map.Entry<String, String> file : files.entrySet()) {
        Path path = dir.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue());
      }
      var sites =
          new Audit(AuditRequest.of(dir), AuditListener.silent(), "test")
              .run()
              .report()
              .inventory()
              .callSites();
      assertThat(sites).hasSize(1);
      return sites.get(0);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private CallSite openai(String options, String body) {
    return only(Map.of("src/main/java/Api.java", OPENAI.formatted(options, body)));
  }

  private static String pom(String group, String artifact, String version) {
    return "<project><modelVersion>4.0.0</modelVersion><groupId>a</groupId><artifactId>b</artifactId>"
        + "<version>1</version><dependencies><dependency><groupId>%s</groupId><artifactId>%s</artifactId>"
            .formatted(group, artifact)
        + "<version>"
        + version
        + "</version></dependency></dependencies></project>";
  }

  @Test
  void defaultsOfAnSdkAreAssumedAndMultiplied() {
    CallSite site = openai("", "return ask(p);");
    assertThat(site.worstWait()).contains(Duration.ofSeconds(1801).plusMillis(500));
    assertThat(site.waitTerms()).extracting(WaitTerm::evidence).containsOnly(Evidence.ASSUMED);
    assertThat(site.guards()).extracting(Guard::by).containsOnly("sdk-default");
  }

  @Test
  void optionsOfTheClientReplaceDefaults() {
    CallSite site = openai(".timeout(Duration.ofSeconds(60)).maxRetries(1)", "return ask(p);");
    assertThat(site.worstWait()).contains(Duration.ofMillis(120_500));
    assertThat(site.guards())
        .extracting(g -> g.kind() + " " + g.value().orElse("") + " " + g.evidence())
        .containsExactlyInAnyOrder(
            "TIMEOUT PT1M DECLARED", "RETRY 2 attempts, PT0.5S of pauses DECLARED");
  }

  @Test
  void aFutureThatIsWaitedForWithALimitCutsTheWaitOff() {
    CallSite site =
        openai("", "return CompletableFuture.supplyAsync(() -> ask(p)).get(20, TimeUnit.SECONDS);");
    assertThat(site.worstWait()).contains(Duration.ofSeconds(20));
    CallSite open = openai("", "return CompletableFuture.supplyAsync(() -> ask(p)).get();");
    assertThat(open.worstWait()).contains(Duration.ofSeconds(1801).plusMillis(500));
  }

  @Test
  void aLoopThatTriesAgainMultipliesAndAddsItsSleeps() {
    CallSite site =
        openai(
            ".timeout(Duration.ofSeconds(10)).maxRetries(0)",
            """
            for (int i = 0; i < 3; i++) {
              try {
                return ask(p);
              } catch (RuntimeException e) {
                Thread.sleep(1000L * (i + 1));
              }
            }
            throw new IllegalStateException();
            """);
    assertThat(site.worstWait()).contains(Duration.ofSeconds(33));
    assertThat(site.guards())
        .filteredOn(g -> g.kind() == GuardKind.RETRY)
        .extracting(g -> g.by() + " " + g.value().orElse(""))
        .containsExactly("loop 3 attempts, PT3S of pauses");
  }

  @Test
  void aLoopThatCountsInItsCatchBlockIsOne() {
    CallSite site =
        openai(
            ".timeout(Duration.ofSeconds(10)).maxRetries(0)",
            """
            int attempt = 0;
            long delay = 500;
            while (true) {
              try {
                return ask(p);
              } catch (RuntimeException e) {
                if (++attempt >= 4) {
                  throw e;
                }
                Thread.sleep(delay);
                delay *= 2;
              }
            }
            """);
    assertThat(site.worstWait()).contains(Duration.ofMillis(43_500));
  }

  @Test
  void aLoopOverManyThingsIsNone() {
    CallSite site =
        openai(
            ".timeout(Duration.ofSeconds(10)).maxRetries(0)",
            """
            for (int i = 0; i < 3; i++) {
              try {
                ask(p);
              } catch (RuntimeException e) {
                System.err.println(e);
              }
            }
            return null;
            """);
    assertThat(site.worstWait()).contains(Duration.ofSeconds(10));
    assertThat(site.guards()).noneMatch(g -> g.kind() == GuardKind.RETRY);
  }

  private CallSite springAi(String version, String settings) {
    return only(
        Map.of(
            "pom.xml",
            pom("org.springframework.ai", "spring-ai-starter-model-openai", version),
            "src/main/resources/application.properties",
            settings,
            "src/main/java/Api.java",
            """
            import org.springframework.ai.chat.model.ChatModel;
            import org.springframework.web.bind.annotation.GetMapping;
            import org.springframework.web.bind.annotation.RestController;
            @RestController class Api {
              private final ChatModel model;
              Api(ChatModel model) { this.model = model; }
              @GetMapping("/a") String get() { return model.call("hi"); }
            }
            """));
  }

  @Test
  void springAi1SleepsNineteenMinutesAndWaitsForTheAnswerWithoutEnd() {
    CallSite site = springAi("1.0.3", "server.port=80\n");
    assertThat(site.worstWait()).isEmpty();
    assertThat(site.waitsWithoutEnd()).isTrue();
    assertThat(site.waitTerms())
        .extracting(WaitTerm::duration)
        .contains(java.util.Optional.of(Duration.ofSeconds(1142)));
  }

  @Test
  void springAi2StandsOnTheVendorsSdk() {
    CallSite site = springAi("2.0.1", "server.port=80\n");
    assertThat(site.worstWait()).contains(Duration.ofMillis(243_500));
  }

  @Test
  void settingsReplaceTheDefaultsOfSpringAi() {
    CallSite site =
        springAi(
            "1.0.3",
            """
            spring.http.client.read-timeout=20s
            spring.ai.retry.max-attempts=3
            spring.ai.retry.backoff.initial-interval=1s
            spring.ai.retry.backoff.multiplier=2
            """);
    assertThat(site.worstWait()).contains(Duration.ofSeconds(63));
    assertThat(site.guards())
        .allSatisfy(g -> assertThat(g.location().file()).endsWith("application.properties"));
  }

  private CallSite langChain4j(String version, String options) {
    return only(
        Map.of(
            "pom.xml",
            pom("dev.langchain4j", "langchain4j-open-ai", version),
            "src/main/java/Api.java",
            """
            import dev.langchain4j.model.chat.ChatModel;
            import dev.langchain4j.model.openai.OpenAiChatModel;
            import java.time.Duration;
            import org.springframework.web.bind.annotation.GetMapping;
            import org.springframework.web.bind.annotation.RestController;
            @RestController class Api {
              private final ChatModel model = OpenAiChatModel.builder()%s.build();
              @GetMapping("/a") String get() { return model.chat("hi"); }
            }
            """
                .formatted(options)));
  }

  @Test
  void langChain4jTriesThreeTimesAndPausesInBetween() {
    assertThat(langChain4j("1.1.0", "").worstWait()).contains(Duration.ofMillis(182_500));
    CallSite set = langChain4j("1.1.0", ".timeout(Duration.ofSeconds(5)).maxRetries(1)");
    assertThat(set.worstWait()).contains(Duration.ofSeconds(11));
    CallSite old = langChain4j("0.36.2", ".timeout(Duration.ofSeconds(5)).maxRetries(1)");
    assertThat(old.worstWait()).contains(Duration.ofSeconds(5));
  }

  private CallSite jdk(String timeout) {
    return only(
        Map.of(
            "src/main/java/Api.java",
            """
            import java.net.URI;
            import java.net.http.HttpClient;
            import java.net.http.HttpRequest;
            import java.net.http.HttpResponse;
            import java.time.Duration;
            import org.springframework.web.bind.annotation.GetMapping;
            import org.springframework.web.bind.annotation.RestController;
            @RestController class Api {
              private final HttpClient client =
                  HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
              @GetMapping("/a") String get(String body) throws Exception {
                HttpRequest request = HttpRequest.newBuilder()
                    .uri(URI.create("https://api.openai.com/v1/chat/completions"))%s
                    .POST(HttpRequest.BodyPublishers.ofString(body)).build();
                return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
              }
            }
            """
                .formatted(timeout)));
  }

  @Test
  void aConnectTimeoutAloneDoesNotEndTheWait() {
    assertThat(jdk("").waitsWithoutEnd()).isTrue();
    CallSite set = jdk(".timeout(Duration.ofSeconds(30))");
    assertThat(set.worstWait()).contains(Duration.ofSeconds(30));
    assertThat(set.waitsWithoutEnd()).isFalse();
  }

  @Test
  void okHttpReadsAndCallsUnderTheShorterLimit() {
    CallSite site =
        only(
            Map.of(
                "src/main/java/Api.java",
                """
                import java.util.concurrent.TimeUnit;
                import okhttp3.OkHttpClient;
                import okhttp3.Request;
                import okhttp3.RequestBody;
                import org.springframework.web.bind.annotation.GetMapping;
                import org.springframework.web.bind.annotation.RestController;
                @RestController class Api {
                  private final OkHttpClient client = new OkHttpClient.Builder()
                      .readTimeout(120, TimeUnit.SECONDS).callTimeout(45, TimeUnit.SECONDS).build();
                  @GetMapping("/a") String get(RequestBody body) throws Exception {
                    Request request = new Request.Builder()
                        .url("https://api.openai.com/v1/chat/completions").post(body).build();
                    return client.newCall(request).execute().body().string();
                  }
                }
                """));
    assertThat(site.worstWait()).contains(Duration.ofSeconds(45));
  }

  private CallSite webClient(String operators) {
    return only(
        Map.of(
            "src/main/java/Api.java",
            """
            import java.time.Duration;
            import org.springframework.web.bind.annotation.GetMapping;
            import org.springframework.web.bind.annotation.RestController;
            import org.springframework.web.reactive.function.client.WebClient;
            import reactor.core.publisher.Mono;
            import reactor.util.retry.Retry;
            @RestController class Api {
              private final WebClient client = WebClient.create();
              @GetMapping("/a") Mono<String> get(String body) {
                return client.post().uri("https://api.openai.com/v1/chat/completions").bodyValue(body).retrieve()
                    .bodyToMono(String.class)%s;
              }
            }
            """
                .formatted(operators)));
  }

  @Test
  void operatorsOfAPipelineActInTheirOrder() {
    assertThat(webClient("").waitsWithoutEnd()).isTrue();
    assertThat(webClient(".timeout(Duration.ofSeconds(10))").worstWait())
        .contains(Duration.ofSeconds(10));
    String retry = ".retryWhen(Retry.backoff(2, Duration.ofSeconds(1)))";
    assertThat(webClient(".timeout(Duration.ofSeconds(10))" + retry).worstWait())
        .contains(Duration.ofSeconds(33));
    assertThat(webClient(retry + ".timeout(Duration.ofSeconds(10))").worstWait())
        .contains(Duration.ofSeconds(10));
  }
}
