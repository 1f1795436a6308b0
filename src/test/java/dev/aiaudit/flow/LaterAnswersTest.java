package dev.aiaudit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which of the tasks that an entry starts its client waits for. */
class LaterAnswersTest {
  @TempDir Path folder;

  /** An entry that returns an emitter and starts a task; the worker may help it. */
  private List<String> scan(String start) throws Exception {
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
            import java.util.concurrent.*;
            import org.springframework.web.bind.annotation.*;
            import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
            @RestController class Api {
              private final ChatModel model = OpenAiChatModel.builder().build();
              private final ExecutorService executor = Executors.newCachedThreadPool();
              private final Store store = new Store();
              @GetMapping("/ask") public SseEmitter ask(String q) {
                SseEmitter emitter = new SseEmitter();
                %s
                return emitter;
              }
              private void answer(SseEmitter emitter, String text) throws Exception {
                emitter.send(text);
                emitter.complete();
              }
            }
            class Store { void save(String text) { } }
            """
                .formatted(start))
        .facts();
  }

  private static String task(String body) {
    return "executor.execute(() -> { try { "
        + body
        + " } catch (Exception e) { store.save(\"failed\"); } });";
  }

  @Test
  void aClientWaitsForTheTaskThatFeedsItsEmitter() throws Exception {
    assertThat(scan(task("answer(emitter, model.chat(q));")))
        .contains("coupling=waits", "handling=swallow");
  }

  @Test
  void aClientDoesNotWaitForATaskThatWritesElsewhere() throws Exception {
    assertThat(scan(task("store.save(model.chat(q));"))).contains("coupling=detached");
  }
}
