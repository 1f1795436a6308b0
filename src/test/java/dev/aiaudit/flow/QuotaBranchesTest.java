package dev.aiaudit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Code that only deals with a used-up quota does nothing in an outage. */
class QuotaBranchesTest {
  @TempDir Path folder;

  /** A loop that goes on when the condition holds, under a caller that answers but for Busy. */
  private List<String> scan(String condition) throws Exception {
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
            import org.springframework.web.bind.annotation.*;
            @RestController class Api {
              private final Client client = new Client();
              @GetMapping("/ask") public Optional<String> ask(String q) {
                try { return Optional.of(client.ask(q)); }
                catch (Busy busy) { throw busy; }
                catch (Exception e) { return Optional.empty(); }
              }
            }
            class Busy extends RuntimeException { Busy(Exception e) { super(e); } }
            class Client {
              private final ChatModel model = OpenAiChatModel.builder().build();
              String ask(String q) {
                for (int i = 1; i <= 6; i++) {
                  try { return model.chat(q); }
                  catch (RuntimeException e) {
                    String text = e.getMessage();
                    boolean again = %s;
                    if (!again) { throw e; }
                    if (i == 6) { throw new Busy(e); }
                    pause(1000L);
                  }
                }
                throw new IllegalStateException("never");
              }
              private void pause(long ms) {
                try { Thread.sleep(ms); } catch (InterruptedException e) { }
              }
            }
            """
                .formatted(condition))
        .facts();
  }

  @Test
  void aLoopThatGoesOnForAQuotaOnlyRunsOnceAndItsOwnExceptionNeverComes() throws Exception {
    assertThat(scan("text.contains(\"429\") || \"ThrottlingException\".equalsIgnoreCase(text)"))
        .contains("handling=swallow")
        .doesNotContain("effective=retry");
  }

  @Test
  void aLoopThatGoesOnInAnOutageTriesAgain() throws Exception {
    assertThat(scan("text.contains(\"503\") || text.contains(\"429\")"))
        .contains("effective=retry", "retry=6 attempts");
  }
}
