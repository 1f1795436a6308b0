package dev.aiaudit.detect.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Interfaces that an HTTP library implements: their calls are the requests. */
class RemoteInterfacesTest {
  @TempDir Path folder;
  private HttpTree tree;

  @BeforeEach
  void makeTree() {
    tree = new HttpTree(folder);
  }

  private void user() {
    tree.java(
        "User", "", "class User { Remote remote; Object go() { return remote.ask(\"x\"); } }");
  }

  @Test
  void feignClientsGetTheirUrlFromSettings() {
    tree.properties("llm.url=https://api.mistral.ai");
    tree.java(
        "Remote",
        "org.springframework.cloud.openfeign.FeignClient org.springframework.web.bind.annotation.PostMapping",
        """
        @FeignClient(name = "llm", url = "${llm.url}")
        interface Remote { @PostMapping("/v1/chat/completions") String ask(String body); }
        """);
    user();
    assertThat(tree.sites()).containsExactly("openfeign mistral chat blocking");
  }

  @Test
  void feignClientsOfOtherServicesAreNoRequestsToAModel() {
    tree.properties("llm.url=https://api.mistral.ai");
    tree.java(
        "Remote",
        "org.springframework.cloud.openfeign.FeignClient org.springframework.web.bind.annotation.PostMapping",
        """
        @FeignClient(name = "orders", url = "https://orders.example.com")
        interface Remote { @PostMapping("/v1/orders") String ask(String body); }
        """);
    user();
    assertThat(tree.sites()).isEmpty();
  }

  @Test
  void httpInterfacesUseTheClientOfTheirFactory() {
    tree.java(
        "Remote",
        "org.springframework.web.service.annotation.*",
        "interface Remote { @PostExchange(\"/chat/completions\") reactor.core.publisher.Flux<String> ask(String b); }");
    tree.java(
        "Config",
        "org.springframework.web.service.invoker.HttpServiceProxyFactory org.springframework.web.client.RestClient org.springframework.web.client.support.RestClientAdapter",
        """
        class Config {
          Remote remote() {
            RestClient rest = RestClient.builder().baseUrl("https://api.groq.com/openai/v1").build();
            return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(rest)).build()
                .createClient(Remote.class);
          }
        }
        """);
    user();
    assertThat(tree.sites()).containsExactly("http-interface groq chat stream");
  }

  @Test
  void retrofitSendsWhenItsCallIsExecuted() {
    tree.java(
        "Remote",
        "retrofit2.Call retrofit2.http.POST",
        "interface Remote { @POST(\"v1/embeddings\") Call<String> ask(String b); }");
    tree.java(
        "User",
        "retrofit2.Retrofit",
        """
        class User {
          Remote remote = new Retrofit.Builder().baseUrl("https://api.openai.com/").build().create(Remote.class);
          Object go() throws Exception { return remote.ask("x").execute(); }
        }
        """);
    assertThat(tree.sites()).containsExactly("retrofit openai embedding blocking");
  }

  @Test
  void microprofileClientsAreConfiguredByKey() {
    tree.properties("quarkus.rest-client.models.url=http://localhost:11434");
    tree.java(
        "Remote",
        "org.eclipse.microprofile.rest.client.inject.RegisterRestClient jakarta.ws.rs.*",
        """
        @RegisterRestClient(configKey = "models") @Path("/api")
        interface Remote { @POST @Path("/generate") String ask(String b); }
        """);
    user();
    assertThat(tree.sites()).containsExactly("microprofile-rest-client ollama chat blocking");
  }
}
