package dev.aiaudit.detect.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The model that a plain HTTP request asks for. */
class HttpModelsTest {
  private static final String REST =
      "org.springframework.web.client.RestTemplate java.util.Map java.util.HashMap";

  @TempDir Path root;
  private HttpTree tree;

  @BeforeEach
  void start() {
    tree = new HttpTree(root);
  }

  private String model(String body) {
    return tree.java("A", REST, "class A { RestTemplate rest = new RestTemplate();" + body + "}")
        .found()
        .get(0)
        .model()
        .orElse("none");
  }

  @Test
  void standsInThePathOfTheUrl() {
    assertThat(
            model(
                "Object a(String q) { return rest.postForObject(\"https://generativelanguage"
                    + ".googleapis.com/v1beta/models/gemini-2.0-flash:generateContent?key=\" + q,"
                    + " q, String.class); }"))
        .isEqualTo("gemini-2.0-flash");
  }

  @Test
  void isPutIntoTheBody() {
    assertThat(
            model(
                "static final String MODEL = \"deepseek-chat\"; Object a(String q) {"
                    + " Map<String, Object> body = new HashMap<>(); body.put(\"model\", MODEL);"
                    + " body.put(\"prompt\", q); return rest.postForObject("
                    + "\"https://api.deepseek.com/chat/completions\", body, String.class); }"))
        .isEqualTo("deepseek-chat");
  }

  @Test
  void isWrittenInTheTextOfTheBody() {
    assertThat(
            model(
                "Object a(String q) { String body = \"{\\\"model\\\": \\\"gpt-4o-mini\\\"}\";"
                    + " return rest.postForObject(\"https://api.openai.com/v1/chat/completions\","
                    + " body, String.class); }"))
        .isEqualTo("gpt-4o-mini");
  }

  @Test
  void isNoneWhenTwoAreWritten() {
    assertThat(
            model(
                "Object a(boolean fast) { return rest.postForObject("
                    + "\"https://api.openai.com/v1/chat/completions\","
                    + " Map.of(\"model\", fast ? \"gpt-4o-mini\" : \"gpt-4o\"), String.class); }"))
        .isEqualTo("none");
  }

  @Test
  void aDeploymentOfReplicateIsNamedByOwnerAndName() {
    assertThat(
            model(
                "Object a(String q) { return rest.postForObject(\"https://api.replicate.com/v1/"
                    + "deployments/acme/flux-dev/predictions\", q, String.class); }"))
        .isEqualTo("acme/flux-dev");
    assertThat(tree.sites()).containsExactly("resttemplate replicate image blocking");
  }

  @Test
  void aPathThatOthersServeTooCountsWhenTheTypesAroundItNameTheProvider() {
    String imports = "retrofit2.Call retrofit2.Retrofit retrofit2.http.POST retrofit2.http.Body";
    String body =
        "interface Chat { @POST(\"/api/chat\") Call<String> ask(@Body Object o); }"
            + "class %s { Chat chat; %s(String url) {"
            + " chat = new Retrofit.Builder().baseUrl(url).build().create(Chat.class); }"
            + " Object a(Object o) throws Exception { return chat.ask(o).execute(); } }";
    tree.java("Chat", imports, body.formatted("OllamaGateway", "OllamaGateway"));
    assertThat(tree.sites()).containsExactly("retrofit ollama chat blocking");
    tree.java("Chat", imports, body.formatted("SupportDesk", "SupportDesk"));
    assertThat(tree.sites()).isEmpty();
  }
}
