package dev.aiaudit.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.engine.Audit;
import dev.aiaudit.engine.AuditListener;
import dev.aiaudit.engine.AuditRequest;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Coupling;
import dev.aiaudit.model.Handling;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelEdgesTest {
  private static final String ROUTER =
      """
      package shop;
      import java.util.List;
      import org.springframework.ai.chat.model.*;
      import org.springframework.ai.chat.prompt.Prompt;
      import reactor.core.publisher.Flux;
      class Router implements ChatModel {
        private final List<ChatModel> models;
        Router(List<ChatModel> models) { this.models = models; }
        @Override
        public ChatResponse call(Prompt prompt) {
          for (ChatModel model : models) {
            try {
              return model.call(prompt);
            } catch (RuntimeException e) {
              continue;
            }
          }
          throw new IllegalStateException("all down");
        }
        @Override
        public Flux<ChatResponse> stream(Prompt prompt) {
          for (ChatModel model : models) {
            try {
              return model.stream(prompt);
            } catch (RuntimeException e) {
              continue;
            }
          }
          throw new IllegalStateException("all down");
        }
      }
      """;
  private static final String CONTROLLER =
      """
      package shop;
      import java.util.List;
      import org.springframework.ai.chat.client.ChatClient;
      import org.springframework.ai.chat.model.ChatModel;
      import org.springframework.web.bind.annotation.*;
      import reactor.core.publisher.Flux;
      @RestController
      class Ask {
        private final ChatClient client;
        Ask(List<ChatModel> models) { client = ChatClient.create(%s); }
        @GetMapping("/ask") String ask(String text) {
          return client.prompt(text).call().content();
        }
        @GetMapping("/stream") Flux<String> stream(String text) {
          return client.prompt(text).stream().content();
        }
      }
      """;

  @TempDir Path root;

  @Test
  void aModelOfTheProjectIsReachedThroughTheFluentClient() throws Exception {
    List<CallSite> inRouter = inRouter("new Router(models)");

    assertThat(inRouter).extracting(CallSite::coupling).containsOnly(Coupling.WAITS);
    assertThat(inRouter.get(0).handling()).isEqualTo(Handling.ALTERNATE_OTHER_PROVIDER);
    assertThat(inRouter.get(0).paths())
        .extracting(p -> p.entryPoint())
        .allMatch(e -> e.endsWith("/ask"));
    assertThat(inRouter.get(1).handling())
        .as("the loop only makes the pipeline")
        .isEqualTo(Handling.NONE);
  }

  @Test
  void aModelThatNobodyMakesIsReachedByNobody() throws Exception {
    assertThat(inRouter("models.get(0)"))
        .extracting(CallSite::coupling)
        .containsOnly(Coupling.UNREACHED);
  }

  private List<CallSite> inRouter(String model) throws Exception {
    Files.writeString(root.resolve("Router.java"), ROUTER);
    Files.writeString(root.resolve("Ask.java"), CONTROLLER.formatted(model));
    List<CallSite> found =
        new Audit(AuditRequest.of(root), AuditListener.silent(), "test")
            .run().report().inventory().callSites().stream()
                .filter(s -> s.location().file().equals("Router.java"))
                .toList();
    assertThat(found).hasSize(2);
    return found;
  }

  @Test
  void aModelOfTheProjectIsReachedThroughTheServiceThatIsGivenIt() throws Exception {
    Scan scan = service("AiServices.builder(Clerk.class).chatModel(new Guarded(null)).build()");

    assertThat(scan.entries()).containsExactly("http app.Shop.shop GET /shop");
    assertThat(scan.certain()).isTrue();
  }

  @Test
  void aServiceThatIsGivenAnotherModelDoesNotReachIt() throws Exception {
    assertThat(
            service("AiServices.create(Clerk.class, OpenAiChatModel.builder().build())").coupling())
        .isEqualTo("unreached");
  }

  private Scan service(String made) throws Exception {
    return Scan.of(
            root,
            """
            class Guarded implements ChatModel {
              private final ChatModel inner;
              Guarded(ChatModel inner) { this.inner = inner; }
              @Override
              public dev.langchain4j.model.chat.response.ChatResponse chat(
                  dev.langchain4j.model.chat.request.ChatRequest request) {
                return inner.chat(request);
              }
            }
            """,
            "interface Clerk { String ask(String text); }",
            """
            import dev.langchain4j.model.openai.OpenAiChatModel;
            import dev.langchain4j.service.AiServices;
            @RestController class Shop {
              private final Clerk clerk = %s;
              private final Object other = new Guarded(null);
              @GetMapping("/shop") String shop(String text) { return clerk.ask(text); }
            }
            """
                .formatted(made))
        .inFile("Guarded.java");
  }
}
