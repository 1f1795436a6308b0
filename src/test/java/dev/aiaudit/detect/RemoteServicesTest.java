package dev.aiaudit.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.engine.Audit;
import dev.aiaudit.engine.AuditListener;
import dev.aiaudit.engine.AuditRequest;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Mode;
import dev.aiaudit.model.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteServicesTest {
  @TempDir Path root;

  @Test
  void annotationsOfARemoteInterfaceAreKnownThroughAnImportOfTheirPackage() throws Exception {
    java(
        "Api",
        """
        package app;
        import io.reactivex.Single;
        import retrofit2.http.*;
        interface Api {
          @POST("/v1/chat/completions") Single<String> chat(@Body String request);
        }
        """);
    java(
        "Service",
        """
        package app;
        class Service {
          Api api;
          String ask(String q) { return api.chat(q).blockingGet(); }
        }
        """);
    assertThat(sites()).singleElement().extracting(CallSite::callee).isEqualTo("Api.chat");
  }

  @Test
  void aRemoteInterfaceWithAnUnknownPathIsNoAiService() throws Exception {
    java(
        "Api",
        """
        package app;
        import retrofit2.http.POST;
        import retrofit2.http.GET;
        import io.reactivex.Single;
        interface Api {
          @GET("/orders") Single<String> orders();
          @POST("/v1/embeddings") Single<String> embed(String text);
        }
        """);
    java(
        "Service",
        """
        package app;
        class Service {
          Api api;
          void work() { api.orders(); api.embed("a"); }
        }
        """);
    assertThat(sites())
        .singleElement()
        .satisfies(
            site -> {
              assertThat(site.operation()).isEqualTo(Operation.EMBEDDING);
              assertThat(site.mode()).isEqualTo(Mode.REACTIVE);
            });
  }

  @Test
  void anAiServiceThatReturnsAnImageAsksForOne() throws Exception {
    java(
        "Painter",
        """
        package app;
        import dev.langchain4j.data.image.Image;
        import io.quarkiverse.langchain4j.RegisterAiService;
        @RegisterAiService
        interface Painter { Image paint(String what); }
        """);
    java(
        "Gallery",
        """
        package app;
        class Gallery {
          Painter painter;
          Object fill() { return painter.paint("a cat"); }
        }
        """);
    assertThat(sites()).singleElement().extracting(CallSite::operation).isEqualTo(Operation.IMAGE);
  }

  private void java(String name, String text) throws IOException {
    Path file = root.resolve("src/main/java/app/" + name + ".java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private List<CallSite> sites() throws Exception {
    return new Audit(AuditRequest.of(root), AuditListener.silent(), "test")
        .run()
        .report()
        .inventory()
        .callSites();
  }
}
