package dev.aiaudit.flow.wait;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.engine.Audit;
import dev.aiaudit.engine.AuditListener;
import dev.aiaudit.engine.AuditRequest;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Guard;
import dev.aiaudit.model.GuardKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Time limits and retries that are set away from the request: beans, factories, settings. */
class ClientSettingsTest {
  private static final String JAVA = "src/main/java/app/";
  private static final String SETTINGS = "src/main/resources/application.properties";

  @TempDir Path dir;

  private ClientSettingsTest file(String path, String text) throws IOException {
    Path target = dir.resolve(path);
    Files.createDirectories(target.getParent());
    Files.writeString(target, text);
    return this;
  }

  private ClientSettingsTest pom(String folder, String dependencies) throws IOException {
    return file(
        folder + "pom.xml",
        "<project><groupId>app</groupId><artifactId>"
            + (folder.isEmpty() ? "root" : folder.replace("/", ""))
            + "</artifactId><version>1</version><dependencies>"
            + dependencies
            + "</dependencies></project>");
  }

  private static String dependency(String group, String artifact) {
    return "<dependency><groupId>%s</groupId><artifactId>%s</artifactId></dependency>"
        .formatted(group, artifact);
  }

  private CallSite site() throws Exception {
    var sites =
        new Audit(AuditRequest.of(dir), AuditListener.silent(), "test")
            .run()
            .report()
            .inventory()
            .callSites();
    assertThat(sites).hasSize(1);
    return sites.get(0);
  }

  private ClientSettingsTest feign(String configuration, String... beans) throws IOException {
    return pom("", dependency("org.springframework.cloud", "spring-cloud-starter-openfeign"))
        .file(
            JAVA + "Ai.java",
            """
            package app;
            import org.springframework.cloud.openfeign.FeignClient;
            import org.springframework.web.bind.annotation.PostMapping;
            @FeignClient(name = "ai", url = "https://api.openai.com/v1"%s)
            interface Ai { @PostMapping("/chat/completions") String chat(String body); }
            """
                .formatted(configuration))
        .file(
            JAVA + "Api.java",
            """
            package app;
            import org.springframework.web.bind.annotation.GetMapping;
            import org.springframework.web.bind.annotation.RestController;
            @RestController class Api {
              private final Ai ai;
              Api(Ai ai) { this.ai = ai; }
              @GetMapping("/a") String get(String body) { return ai.chat(body); }
            }
            """)
        .file(
            JAVA + "AiConfig.java",
            """
            package app;
            import feign.Request;
            import feign.Retryer;
            import java.util.concurrent.TimeUnit;
            import org.springframework.beans.factory.annotation.Value;
            import org.springframework.context.annotation.Bean;
            class AiConfig {
              @Value("${ai.read}") private int read;
            """
                + String.join("\n", beans)
                + "}");
  }

  private static final String OPTIONS =
      "@Bean Request.Options options() {"
          + " return new Request.Options(5, TimeUnit.SECONDS, read, TimeUnit.SECONDS, true); }";

  @Test
  void beansOfTheConfigurationOfAFeignClientLimitAndRepeatIt() throws Exception {
    feign(
            ", configuration = AiConfig.class",
            OPTIONS,
            "@Bean Retryer retryer() { return new Retryer.Default(1000, 2000, 3); }")
        .file(SETTINGS, "ai.read=40\n");
    CallSite site = site();
    assertThat(site.guards()).extracting(Guard::kind).contains(GuardKind.TIMEOUT, GuardKind.RETRY);
    assertThat(site.worstWait()).contains(Duration.ofMillis(122_500));
  }

  @Test
  void aClassThatNoFeignClientNamesAndNoContainerKnowsConfiguresNothing() throws Exception {
    feign("", OPTIONS).file(SETTINGS, "ai.read=40\n");
    assertThat(site().guards()).noneMatch(g -> g.location().file().endsWith("AiConfig.java"));
  }

  @Test
  void settingsUnderTheNameOfAFeignClientGoFirst() throws Exception {
    feign(", configuration = AiConfig.class", OPTIONS)
        .file(
            SETTINGS,
            "ai.read=40\nspring.cloud.openfeign.client.config.ai.readTimeout=7000\n"
                + "spring.cloud.openfeign.client.config.default.read-timeout=8000\n"
                + "spring.cloud.openfeign.client.config.other.read-timeout=90000\n");
    assertThat(site().worstWait()).contains(Duration.ofSeconds(7));
  }

  @Test
  void aLocalVariableLeadsToTheFactoryMethodOfAnotherClass() throws Exception {
    file(
            JAVA + "Cfg.java",
            """
            package app;
            import com.theokanning.openai.service.OpenAiService;
            import java.time.Duration;
            class Cfg {
              OpenAiService slow() { return new OpenAiService("k", Duration.ofSeconds(60)); }
              OpenAiService plain() { return new OpenAiService("k"); }
            }
            """)
        .theokanning("slow");
    assertThat(site().worstWait()).contains(Duration.ofSeconds(60));
    theokanning("plain");
    assertThat(site().worstWait()).contains(Duration.ofSeconds(10));
  }

  private ClientSettingsTest theokanning(String factory) throws IOException {
    return file(
        JAVA + "Api.java",
        """
        package app;
        import com.theokanning.openai.completion.CompletionRequest;
        import com.theokanning.openai.service.OpenAiService;
        import org.springframework.web.bind.annotation.GetMapping;
        import org.springframework.web.bind.annotation.RestController;
        @RestController class Api {
          private final Cfg cfg;
          Api(Cfg cfg) { this.cfg = cfg; }
          @GetMapping("/a") Object get(CompletionRequest r) {
            OpenAiService service = cfg.%s();
            return service.createCompletion(r);
          }
        }
        """
            .formatted(factory));
  }

  private ClientSettingsTest ownClient(String annotation, String making) throws IOException {
    return file(
            JAVA + "Own.java",
            """
            package app;
            import java.util.concurrent.TimeUnit;
            import lombok.Builder;
            import okhttp3.OkHttpClient;
            import okhttp3.Request;
            %s class Own {
              @Builder.Default private long timeout = 30;
              private OkHttpClient client;
              Own init() {
                client = new OkHttpClient.Builder().readTimeout(timeout, TimeUnit.SECONDS).build();
                return this;
              }
              String ask() throws Exception {
                Request request = new Request.Builder()
                    .url("https://api.openai.com/v1/chat/completions").build();
                return client.newCall(request).execute().body().string();
              }
            }
            """
                .formatted(annotation))
        .file(
            JAVA + "Api.java",
            """
            package app;
            import org.springframework.web.bind.annotation.GetMapping;
            import org.springframework.web.bind.annotation.RestController;
            @RestController class Api {
              private final Own own = %s;
              @GetMapping("/a") String get() throws Exception { return own.ask(); }
            }
            """
                .formatted(making));
  }

  @Test
  void valuesGivenToAGeneratedBuilderReachTheField() throws Exception {
    ownClient("@Builder", "Own.builder().timeout(600).build().init()");
    assertThat(site().worstWait()).contains(Duration.ofMinutes(10));
  }

  @Test
  void theBuilderOfAnotherClassSetsNothing() throws Exception {
    ownClient("@Builder", "Own.builder().build().init()")
        .file(
            JAVA + "Other.java",
            "package app; import lombok.Builder; @Builder class Other { long timeout;"
                + " static Own own; static Other o = Other.builder().timeout(600).build(); }");
    assertThat(site().worstWait()).contains(Duration.ofSeconds(30));
  }

  private ClientSettingsTest service(String folder, String annotation) throws IOException {
    return pom(
            folder,
            dependency("io.quarkus", "quarkus-rest")
                + dependency("io.quarkiverse.langchain4j", "quarkus-langchain4j-openai"))
        .file(
            folder + JAVA + "Bot.java",
            "package app; import io.quarkiverse.langchain4j.RegisterAiService;\n"
                + annotation
                + " public interface Bot { String ask(String q); }")
        .file(
            folder + JAVA + "Api.java",
            """
            package app;
            import jakarta.inject.Inject;
            import jakarta.ws.rs.GET;
            import jakarta.ws.rs.Path;
            @Path("/a") public class Api {
              @Inject Bot bot;
              @GET public String get() { return bot.ask("x"); }
            }
            """);
  }

  @Test
  void theTimeoutOfTheNamedModelOfTheProviderCounts() throws Exception {
    service("", "@RegisterAiService(modelName = \"mail\")")
        .file(
            SETTINGS,
            "quarkus.langchain4j.openai.timeout=50s\nquarkus.langchain4j.openai.mail.timeout=20s\n"
                + "quarkus.langchain4j.openai.chat.timeout=600s\n"
                + "quarkus.langchain4j.ollama.mail.timeout=700s\n"
                + "%test.quarkus.langchain4j.openai.mail.timeout=900s\n");
    assertThat(site().worstWait()).contains(Duration.ofSeconds(20));
  }

  @Test
  void theDefaultModelTakesNoTimeoutOfANamedOne() throws Exception {
    service("", "@RegisterAiService")
        .file(
            SETTINGS,
            "quarkus.langchain4j.openai.mail.timeout=600s\nquarkus.langchain4j.timeout=9s\n");
    assertThat(site().worstWait()).contains(Duration.ofSeconds(9));
  }

  @Test
  void settingsOfAModuleThatIsNotUsedDoNotCount() throws Exception {
    service("bot/", "@RegisterAiService")
        .pom("shop/", "")
        .file("shop/" + SETTINGS, "quarkus.langchain4j.openai.timeout=600s\n");
    assertThat(site().worstWait()).contains(Duration.ofSeconds(10));
    file("bot/" + SETTINGS, "quarkus.langchain4j.openai.timeout=25s\n");
    assertThat(site().worstWait()).contains(Duration.ofSeconds(25));
  }
}
