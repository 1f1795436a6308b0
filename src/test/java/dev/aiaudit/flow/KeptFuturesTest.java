package dev.aiaudit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tasks that deal with their failures themselves, and whose futures are put away. */
class KeptFuturesTest {
  private static final String TASK =
      "CompletableFuture.runAsync(() -> { try { model.chat(q); }"
          + " catch (Throwable e) { failed(e); } }, executor)";

  @TempDir Path folder;

  private List<String> scan(String body) throws Exception {
    return Scanned.of(
            folder,
            "pom.xml",
            "<project><groupId>a</groupId><artifactId>a</artifactId><version>1</version>"
                + "<dependencies>"
                + ProxyGuardsTest.dependency("org.springframework.boot", "spring-boot-starter-web")
                + ProxyGuardsTest.dependency("dev.langchain4j", "langchain4j-open-ai")
                + "</dependencies></project>",
            "src/main/java/app/Api.java",
            """
            package app;
            import dev.langchain4j.model.chat.ChatModel;
            import dev.langchain4j.model.openai.OpenAiChatModel;
            import java.util.*;
            import java.util.concurrent.*;
            import org.springframework.web.bind.annotation.*;
            @RestController class Api {
              private final ChatModel model = OpenAiChatModel.builder().build();
              private final Map<String, CompletableFuture<Void>> running = new HashMap<>();
              private final List<CompletableFuture<Void>> all = new ArrayList<>();
              private Executor executor;
              void failed(Throwable e) {}
              @PostMapping("/jobs") String start(String q) throws Exception { %s return q; }
            }
            """
                .formatted(body))
        .facts();
  }

  @Test
  void nobodyWaitsForWhatIsOnlyPutAway() throws Exception {
    assertThat(scan("running.put(q, %s);".formatted(TASK))).contains("coupling=detached");
    assertThat(
            scan(
                "CompletableFuture<Void> job = %s; running.put(q, job);".formatted(TASK)
                    + " if (job.isDone()) { running.remove(q, job); }"))
        .contains("coupling=detached");
  }

  @Test
  void theCodeWaitsForWhatItReadsAsWell() throws Exception {
    assertThat(
            scan(
                "CompletableFuture<Void> job = %s; running.put(q, job); job.join();"
                    .formatted(TASK)))
        .contains("coupling=waits");
    assertThat(
            scan(
                "all.add(%s);\nfor (CompletableFuture<Void> job : all) { job.join(); }"
                    .formatted(TASK)))
        .contains("coupling=waits");
  }
}
