package dev.aiaudit.detect.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Evidence;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The URL of a request is followed back to where it is written, and decides the provider. */
class UrlResolutionTest {
  private static final String REST = "org.springframework.web.client.RestTemplate";
  private static final String VALUE = " org.springframework.beans.factory.annotation.Value";

  @TempDir Path folder;
  private HttpTree tree;

  @BeforeEach
  void makeTree() {
    tree = new HttpTree(folder);
  }

  /** A class that posts to a URL expression. */
  private HttpTree posting(String imports, String members, String url) {
    return tree.java(
        "Sender",
        (REST + " " + imports).strip(),
        "class Sender { RestTemplate rest;\n"
            + members
            + "\nObject send(String id) { return rest.postForObject("
            + url
            + ", null, String.class); } }");
  }

  private void expect(String... sites) {
    assertThat(tree.sites()).containsExactly(sites);
  }

  @Test
  void followsConstantsAndConcatenation() {
    tree.java("Urls", "", "interface Urls { String HOST = \"https://api.deepseek.com\"; }");
    posting("", "static final String PATH = \"/chat/\" + \"completions\";", "Urls.HOST + PATH");
    expect("resttemplate deepseek chat blocking");
  }

  @Test
  void followsStaticImports() {
    tree.java(
        "Urls",
        "",
        "public class Urls { public static final String EMBED = \"https://api.cohere.com/v2/embed\"; }");
    tree.java(
        "Sender",
        REST,
        "import static app.Urls.EMBED;\nclass Sender { RestTemplate rest;"
            + " Object send() { return rest.postForObject(EMBED, null, String.class); } }");
    expect("resttemplate cohere embedding blocking");
  }

  @Test
  void followsFormats() {
    posting(
        "",
        "",
        "String.format(\"https://%s.openai.azure.com/openai/deployments/%s/chat/completions?api-version=%s\", id, id, id)");
    expect("resttemplate azure-openai chat blocking");
  }

  @Test
  void followsStringBuilders() {
    tree.java(
        "Sender",
        REST,
        """
        class Sender { RestTemplate rest; Object send() {
          StringBuilder url = new StringBuilder("https://open.bigmodel.cn");
          url.append("/api/paas/v4").append("/chat/completions");
          return rest.postForObject(url.toString(), null, String.class); } }
        """);
    expect("resttemplate zhipu chat blocking");
  }

  @Test
  void theLastAssignmentCounts() {
    tree.java(
        "Sender",
        REST,
        """
        class Sender { RestTemplate rest; void send() {
          String url = "https://api.openai.com/v1/embeddings";
          rest.postForObject(url, null, String.class);
          url = "https://shop.example.com/orders";
          rest.postForObject(url, null, String.class); } }
        """);
    expect("resttemplate openai embedding blocking");
  }

  @Test
  void settingsGiveTheValueAndBeatTheDefault() {
    tree.properties("llm.url=https://api.x.ai/v1/chat/completions");
    posting(
        VALUE.strip(),
        "@Value(\"${llm.url:https://api.openai.com/v1/chat/completions}\") String url;",
        "url");
    expect("resttemplate xai chat blocking");
  }

  @Test
  void theDefaultCountsWhereNothingIsSet() {
    posting(
        VALUE.strip(),
        "@Value(\"${llm.url:https://api.openai.com}\") String url;",
        "url + \"/v1/chat/completions\"");
    expect("resttemplate openai chat blocking");
  }

  @Test
  void aSettingWithoutAValueLeavesTheProviderConfigured() {
    posting(VALUE.strip(), "@Value(\"${llm.url}\") String url;", "url + \"/v1/chat/completions\"");
    expect("resttemplate configured chat blocking");
  }

  @Test
  void followsConstructorParametersWithASetting() {
    tree.properties("llm.base=https://openrouter.ai/api/v1");
    posting(
        VALUE.strip(),
        "final String base; Sender(@Value(\"${llm.base}\") String base) { this.base = base; }",
        "base + \"/chat/completions\"");
    expect("resttemplate openrouter chat blocking");
  }

  @Test
  void followsGroupsOfSettingsThroughGeneratedAccessors() {
    tree.properties("app.llm.api-url=https://api.siliconflow.cn/v1/images/generations");
    tree.java(
        "LlmSettings",
        "org.springframework.boot.context.properties.ConfigurationProperties lombok.Data",
        "@Data @ConfigurationProperties(prefix = \"app.llm\") class LlmSettings { private String apiUrl; }");
    posting("", "LlmSettings settings;", "settings.getApiUrl()");
    expect("resttemplate siliconflow image blocking");
  }

  @Test
  void followsRecordsOfSettings() {
    tree.properties("app.llm.url=https://api.anthropic.com/v1/messages");
    tree.java(
        "LlmSettings",
        "org.springframework.boot.context.properties.ConfigurationProperties",
        "@ConfigurationProperties(\"app.llm\") record LlmSettings(String url) {}");
    posting("", "LlmSettings settings;", "settings.url()");
    expect("resttemplate anthropic chat blocking");
  }

  private void nestedSettings() {
    tree.java(
        "LlmSettings",
        "org.springframework.boot.context.properties.ConfigurationProperties lombok.Data",
        "@Data @ConfigurationProperties(prefix = \"app\") class LlmSettings {"
            + " private One first = new One(); private One second = new One();"
            + " @Data static class One { private String url; } }");
    posting("", "LlmSettings settings;", "settings.getSecond().getUrl()");
  }

  @Test
  void followsTheWholePathThroughNestedSettings() {
    tree.properties(
        "app.first.url=https://api.openai.com/v1/chat/completions\n"
            + "app.second.url=https://api.anthropic.com/v1/messages");
    nestedSettings();
    expect("resttemplate anthropic chat blocking");
  }

  @Test
  void aSetterMayCarryTheSettingOfItsParameter() {
    tree.properties("llm.url=https://api.anthropic.com/v1/messages");
    posting(
        VALUE.strip(),
        "String url; @Value(\"${llm.url}\") void setUrl(String given) { this.url = given; }",
        "url");
    expect("resttemplate anthropic chat blocking");
  }

  @Test
  void aSettingOfAMethodWithSeveralParametersIsNobodys() {
    tree.properties("llm.url=https://api.anthropic.com/v1/messages");
    posting(
        VALUE.strip(),
        "String url; @Value(\"${llm.url}\") void set(String a, String b) { this.url = a; }",
        "url");
    assertThat(tree.sites()).isEmpty();
  }

  @Test
  void environmentLookUpsHaveTheirDefault() {
    posting(
        "org.springframework.core.env.Environment",
        "Environment env;",
        "env.getProperty(\"llm.url\", \"https://api.groq.com/openai/v1/chat/completions\")");
    expect("resttemplate groq chat blocking");
  }

  @Test
  void enumConstantsCarryTheirUrl() {
    tree.java(
        "Vendor",
        "",
        """
        enum Vendor { MISTRAL("https://api.mistral.ai/v1"), SHOP("https://shop.example.com");
          private final String url; Vendor(String url) { this.url = url; } String getUrl() { return url; } }
        """);
    posting("", "", "Vendor.MISTRAL.getUrl() + \"/chat/completions\"");
    expect("resttemplate mistral chat blocking");
  }

  @Test
  void helperMethodsGetTheirArguments() {
    posting(
        "",
        "String url(String path) { return \"https://api.moonshot.cn\" + path; }",
        "url(\"/v1/chat/completions\")");
    expect("resttemplate moonshot chat blocking");
  }

  @Test
  void aGenericHelperIsASiteForTheUrlsOfItsCallers() {
    tree.java(
        "Post",
        REST,
        """
        class Post { static RestTemplate rest;
          static Object post(String url, String body) { return rest.postForObject(url, body, String.class); } }
        """);
    tree.java(
        "A",
        "",
        "class A { Object a() { return Post.post(\"https://api.openai.com/v1/chat/completions\", \"\"); } }");
    tree.java(
        "B",
        "",
        "class B { Object b() { return Post.post(\"https://shop.example.com/x\", \"\"); } }");
    tree.java(
        "C",
        "",
        "class C { Object c() { return Post.post(\"https://api.mistral.ai/v1/chat/completions\", \"\"); } }");
    expect("resttemplate configured[mistral, openai] chat blocking");
  }

  @Test
  void aBaseUrlOfABeanComesBeforeARelativePath() {
    tree.java(
        "Config",
        "org.springframework.context.annotation.Bean org.springframework.web.client.RestClient",
        """
        class Config {
          @Bean RestClient llmClient() { return RestClient.builder().baseUrl("https://api.perplexity.ai").build(); }
          @Bean RestClient shopClient() { return RestClient.builder().baseUrl("https://shop.example.com").build(); } }
        """);
    tree.java(
        "Sender",
        "org.springframework.web.client.RestClient",
        """
        class Sender { final RestClient llmClient; final RestClient shopClient;
          Sender(RestClient llmClient, RestClient shopClient) { this.llmClient = llmClient; this.shopClient = shopClient; }
          Object ask() { return llmClient.post().uri("/ask").retrieve().body(String.class); }
          Object buy() { return shopClient.post().uri("/buy").retrieve().body(String.class); } }
        """);
    expect("restclient perplexity other blocking");
  }

  @Test
  void anOpenAiPathOnAHostInsideTheDeploymentIsSelfHosted() {
    posting("", "", "\"http://llm.internal:8080/v1/chat/completions\"");
    expect("resttemplate self-hosted chat blocking");
  }

  @Test
  void anOpenAiPathOnAForeignHostIsNotOpenAi() {
    posting("", "", "\"https://relay.example.com/v1/chat/completions\"");
    expect("resttemplate unknown chat blocking");
  }

  @Test
  void aHeaderTellsTheProviderOfAnUnknownUrl() {
    tree.java(
        "Sender",
        "java.net.URI java.net.http.*" + VALUE,
        """
        class Sender { HttpClient http; @Value("${gateway}") String url;
          Object send() throws Exception { return http.send(HttpRequest.newBuilder(URI.create(url + "/v1/messages"))
            .header("anthropic-version", "2023-06-01").build(), null); } }
        """);
    expect("java-net-http anthropic chat blocking");
  }

  @Test
  void aSettingThatNamesAProviderTellsTheUrlThatNobodyWrote() {
    posting(VALUE.strip(), "@Value(\"${deepseek.api.url}\") String url;", "url");
    expect("resttemplate deepseek chat blocking");
  }

  @Test
  void aSettingOfAnotherServiceTellsNothing() {
    posting(VALUE.strip(), "@Value(\"${billing.api.url}\") String url;", "url");
    expect();
  }

  @Test
  void messagesWithRolesAreARequestToAModelWhateverTheUrl() {
    posting(
        "",
        "String url; java.util.Map<String, Object> body = java.util.Map.of(\"messages\","
            + " java.util.List.of(java.util.Map.of(\"role\", \"user\")));",
        "url");
    expect("resttemplate configured chat blocking");
  }

  @Test
  void messagesWithoutRolesAreNone() {
    posting(
        "",
        "String url; java.util.Map<String, Object> body = java.util.Map.of(\"messages\", 3);",
        "url");
    expect();
  }

  @Test
  void messagesOfAnotherServiceAreNoRequestToAModel() {
    posting(
        "",
        "String other = \"https://api.openai.com\";",
        "\"https://chat.example.com/v1/messages\"");
    expect();
  }

  @Test
  void vectorStoresTokensAndDownloadsAreNoRequestToAModel() {
    tree.java(
        "Sender",
        REST,
        """
        class Sender { RestTemplate rest; void send() {
          rest.getForObject("http://localhost:6333/collections", String.class);
          rest.getForObject("https://huggingface.co/models.json", String.class);
          rest.postForObject("https://auth.openai.com/oauth/token", null, String.class); } }
        """);
    expect();
  }

  @Test
  void evidenceSaysHowTheUrlIsKnown() {
    posting("", "", "\"https://api.openai.com/v1/embeddings\"");
    assertThat(tree.found())
        .extracting(CallSite::providerEvidence)
        .containsExactly(Evidence.DECLARED);
    posting("", "String u = \"https://api.openai.com/v1/embeddings\";", "u");
    assertThat(tree.found())
        .extracting(CallSite::providerEvidence)
        .containsExactly(Evidence.DERIVED);
  }

  @Test
  void cyclesAndOddSourceEnd() {
    posting(
        "",
        "String a = b; String b = a + c(); String c() { return c() + a; }",
        "String.format(\"%99999999999$s%5$s\" + a, a) + \"/v1/chat/completions\"");
    expect("resttemplate unknown chat blocking");
  }

  @Test
  void followsAUrlObjectThatAnotherClassGivesTheTextOf() {
    tree.java(
        "Wiring",
        "",
        """
        class Wiring { interface Settings { String base(); }
          static Sender make(Settings settings) {
            return built(settings, "https://api.anthropic.com/v1"); }
          private static Sender built(Settings settings, String byDefault) {
            String base = settings.base() == null ? byDefault : settings.base();
            return new Sender(base); } }
        """);
    tree.java(
        "Sender",
        "java.util.Objects okhttp3.HttpUrl okhttp3.OkHttpClient okhttp3.Request",
        """
        class Sender { private final HttpUrl base; OkHttpClient client;
          Sender(String base) { this.base = HttpUrl.get(Objects.requireNonNull(base, "base")); }
          Object send() throws Exception {
            return client.newCall(request()).execute(); }
          private Request request() {
            return new Request.Builder()
                .url(base.newBuilder().addPathSegment("messages").build()).build(); } }
        """);
    expect("okhttp anthropic chat blocking");
  }
}
