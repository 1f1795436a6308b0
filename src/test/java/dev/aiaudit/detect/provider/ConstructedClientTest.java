package dev.aiaudit.detect.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.model.CallSite;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that code of the tree makes. */
class ConstructedClientTest {
  private static final String OPENAI_CLIENT =
      "com.openai.client.OpenAIClient, com.openai.client.okhttp.OpenAIOkHttpClient,"
          + " com.openai.models.chat.completions.ChatCompletionCreateParams";
  private static final String SPRING =
      "org.springframework.ai.chat.client.ChatClient, org.springframework.ai.openai.OpenAiChatModel,"
          + " org.springframework.ai.ollama.OllamaChatModel,"
          + " org.springframework.ai.chat.model.ChatModel,"
          + " org.springframework.ai.openai.api.OpenAiApi";
  private static final String LANGCHAIN =
      "dev.langchain4j.model.chat.ChatModel, dev.langchain4j.model.openai.OpenAiChatModel,"
          + " dev.langchain4j.model.ollama.OllamaChatModel,"
          + " dev.langchain4j.model.mistralai.MistralAiChatModel,"
          + " dev.langchain4j.service.AiServices, java.util.Map, java.util.HashMap";

  @TempDir Path root;
  private ProviderExample example;

  @BeforeEach
  void start() {
    example = new ProviderExample(root);
  }

  private CallSite openAi(String body) throws IOException, InterruptedException {
    return example.java("A", OPENAI_CLIENT, "class A {" + body + "}").site();
  }

  private CallSite langchain(String body) throws IOException, InterruptedException {
    return example.java("A", LANGCHAIN, "class A {" + body + "}").site();
  }

  @Test
  void anSdkWithoutBaseUrlMeansItsOwnProvider() throws Exception {
    CallSite site =
        openAi(
            "OpenAIClient client = OpenAIOkHttpClient.fromEnv();"
                + "Object a(ChatCompletionCreateParams p) {"
                + " return client.chat().completions().create(p); }");
    assertThat(site.provider()).isEqualTo("openai");
  }

  @Test
  void aBaseUrlBeatsTheSdk() throws Exception {
    CallSite site =
        openAi(
            "private static final String URL = \"https://api.deepseek.com\" + \"/v1\";"
                + "private final OpenAIClient client;"
                + "A(String key) { client = OpenAIOkHttpClient.builder().apiKey(key)"
                + ".baseUrl(URL).build(); }"
                + "Object a(ChatCompletionCreateParams p) {"
                + " return client.chat().completions().create(p); }");
    assertThat(site.provider()).isEqualTo("deepseek");
  }

  @Test
  void aBaseUrlOfALookupIsItsDefault() throws Exception {
    CallSite site =
        openAi(
            "static String get(String key, String def) { return System.getProperty(key, def); }"
                + "Object a(ChatCompletionCreateParams p) {"
                + " OpenAIClient c = OpenAIOkHttpClient.builder()"
                + ".baseUrl(get(\"x\", \"https://openrouter.ai/api/v1\")).build();"
                + " return c.chat().completions().create(p); }");
    assertThat(site.provider()).isEqualTo("openrouter");
  }

  @Test
  void aBaseUrlThatOnlyRunTimeKnowsIsConfiguredWithTheSdksProviderAsCandidate() throws Exception {
    CallSite site =
        openAi(
            "Object a(ChatCompletionCreateParams p, String url) {"
                + " OpenAIClient c = OpenAIOkHttpClient.builder().baseUrl(url).build();"
                + " return c.chat().completions().create(p); }");
    assertThat(site.provider()).isEqualTo("configured");
    assertThat(site.candidates()).containsExactly("openai");
  }

  @Test
  void aConstructorThatNobodyCallsDoesNotOpenTheBaseUrl() throws Exception {
    CallSite site =
        openAi(
            "private final String url; private final OpenAIClient client;"
                + "A() { url = \"https://api.deepseek.com\";"
                + " client = OpenAIOkHttpClient.builder().baseUrl(url).build(); }"
                + "A(OpenAIClient client, String url) { this.client = client; this.url = url; }"
                + "Object a(ChatCompletionCreateParams p) {"
                + " return client.chat().completions().create(p); }");
    assertThat(site.provider()).isEqualTo("deepseek");
  }

  @Test
  void anOwnHostIsSelfHostedAndThePortOfOllamaTellsIt() throws Exception {
    example.java(
        "B",
        LANGCHAIN,
        "class B { String b() { return OpenAiChatModel.builder().baseUrl(\"http://localhost:8081/v1\")"
            + ".build().chat(\"x\"); }"
            + "String c() { return OpenAiChatModel.builder().baseUrl(\"http://localhost:11434/v1\")"
            + ".build().chat(\"x\"); } }");
    assertThat(example.sites())
        .extracting(CallSite::provider)
        .containsExactly("self-hosted", "ollama");
  }

  @Test
  void theModelOfABuilderIsNamed() throws Exception {
    CallSite site =
        langchain(
            "ChatModel model = OpenAiChatModel.builder().modelName(\"gpt-4o-mini\").build();"
                + "String a() { return model.chat(\"x\"); }");
    assertThat(site.model()).contains("gpt-4o-mini");
    assertThat(site.provider()).isEqualTo("openai");
  }

  @Test
  void aFactoryMethodOfTheTreeIsFollowedWithItsArguments() throws Exception {
    CallSite site =
        langchain(
            "ChatModel make(String url) { return OpenAiChatModel.builder().baseUrl(url).build(); }"
                + "String a() { return make(\"https://api.groq.com/openai/v1\").chat(\"x\"); }");
    assertThat(site.provider()).isEqualTo("groq");
  }

  @Test
  void branchesGiveCandidates() throws Exception {
    CallSite site =
        langchain(
            "ChatModel make(String kind) { if (kind.equals(\"o\")) {"
                + " return OllamaChatModel.builder().build(); }"
                + " return MistralAiChatModel.builder().build(); }"
                + "String a(String kind) { return make(kind).chat(\"x\"); }");
    assertThat(site.provider()).isEqualTo("configured");
    assertThat(site.candidates()).containsExactly("mistral", "ollama");
  }

  @Test
  void aSwitchGivesCandidates() throws Exception {
    CallSite site =
        langchain(
            "ChatModel make(int kind) { return switch (kind) {"
                + " case 1 -> OllamaChatModel.builder().build();"
                + " default -> OpenAiChatModel.builder().build(); }; }"
                + "String a(int kind) { return make(kind).chat(\"x\"); }");
    assertThat(site.candidates()).containsExactly("ollama", "openai");
  }

  @Test
  void aMapOfClientsGivesCandidates() throws Exception {
    CallSite site =
        langchain(
            "private final Map<String, ChatModel> models = new HashMap<>();"
                + "A() { models.put(\"o\", OllamaChatModel.builder().build());"
                + " models.put(\"p\", OpenAiChatModel.builder().build()); }"
                + "String a(String k) { return models.get(k).chat(\"x\"); }");
    assertThat(site.provider()).isEqualTo("configured");
    assertThat(site.candidates()).containsExactly("ollama", "openai");
  }

  @Test
  void aClientThatIsHandedToALambdaIsFollowed() throws Exception {
    CallSite site =
        langchain(
            "private final ChatModel model = MistralAiChatModel.builder().build();"
                + "String with(java.util.function.Function<ChatModel, String> f) {"
                + " return f.apply(model); }"
                + "String a() { return with(m -> m.chat(\"x\")); }");
    assertThat(site.provider()).isEqualTo("mistral");
  }

  @Test
  void theCallerOfAMethodGivesTheClient() throws Exception {
    CallSite site =
        langchain(
            "String ask(ChatModel m) { return m.chat(\"x\"); }"
                + "void a() { ask(OllamaChatModel.builder().build()); }");
    assertThat(site.provider()).isEqualTo("ollama");
  }

  @Test
  void anAiServiceDependsOnTheModelItIsBuiltWith() throws Exception {
    CallSite site =
        langchain(
            "interface Bot { String ask(String q); }"
                + "Bot bot = AiServices.builder(Bot.class)"
                + ".chatModel(MistralAiChatModel.builder().build()).build();"
                + "String a() { return bot.ask(\"x\"); }");
    assertThat(site.provider()).isEqualTo("mistral");
  }

  @Test
  void aChatClientDependsOnTheApiOfItsModel() throws Exception {
    CallSite site =
        example
            .java(
                "A",
                SPRING,
                "class A { String a(String key) {"
                    + " OpenAiApi api = OpenAiApi.builder()"
                    + ".baseUrl(\"https://api.siliconflow.cn\").apiKey(key).build();"
                    + " OpenAiChatModel m = OpenAiChatModel.builder().openAiApi(api).build();"
                    + " return ChatClient.create(m).prompt().user(\"x\").call().content(); } }")
            .site();
    assertThat(site.provider()).isEqualTo("siliconflow");
  }

  @Test
  void aFormattedAzureEndpointStaysAzure() throws Exception {
    CallSite site =
        example
            .java(
                "A",
                "com.azure.ai.openai.OpenAIClient, com.azure.ai.openai.OpenAIClientBuilder,"
                    + " com.azure.ai.openai.models.ChatCompletionsOptions",
                "class A { Object a(String name, ChatCompletionsOptions o) {"
                    + " OpenAIClient c = new OpenAIClientBuilder()"
                    + ".endpoint(\"https://%s.openai.azure.com\".formatted(name)).buildClient();"
                    + " return c.getChatCompletions(\"d\", o); } }")
            .site();
    assertThat(site.provider()).isEqualTo("azure-openai");
  }

  @Test
  void aModelInsideTheJvmIsNoSite() throws Exception {
    example.java(
        "A",
        "dev.langchain4j.model.embedding.EmbeddingModel,"
            + " dev.langchain4j.model.embedding.onnx.allminilml6v2.AllMiniLmL6V2EmbeddingModel",
        "class A { EmbeddingModel m = new AllMiniLmL6V2EmbeddingModel();"
            + " Object a() { return m.embed(\"x\"); } }");
    assertThat(example.sites()).isEmpty();
  }

  @Test
  void clientsThatMakeEachOtherEndInAnAnswer() throws Exception {
    CallSite site =
        langchain(
            "ChatModel one(int n) { return n > 0 ? two(n - 1) : OllamaChatModel.builder().build(); }"
                + "ChatModel two(int n) { return one(n); }"
                + "String a() { return one(3).chat(\"x\"); }");
    assertThat(site.provider()).isEqualTo("ollama");
  }
}
