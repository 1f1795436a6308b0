package dev.aiaudit.detect.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Evidence;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that a container makes: from beans of the tree, starters and settings. */
class InjectedClientTest {
  private static final String SPRING =
      "org.springframework.ai.chat.client.ChatClient, org.springframework.ai.openai.OpenAiChatModel,"
          + " org.springframework.ai.ollama.OllamaChatModel,"
          + " org.springframework.ai.mistralai.MistralAiChatModel,"
          + " org.springframework.ai.chat.model.ChatModel,"
          + " org.springframework.ai.embedding.EmbeddingModel,"
          + " org.springframework.ai.vectorstore.VectorStore,"
          + " org.springframework.stereotype.Service,"
          + " org.springframework.context.annotation.Bean,"
          + " org.springframework.context.annotation.Primary,"
          + " org.springframework.context.annotation.Configuration,"
          + " org.springframework.beans.factory.annotation.Qualifier,"
          + " org.springframework.beans.factory.annotation.Value";
  private static final String STARTER = "org.springframework.ai:spring-ai-starter-model-";

  @TempDir Path root;
  private ProviderExample example;

  @BeforeEach
  void start() {
    example = new ProviderExample(root);
  }

  private ProviderExample chatClient() throws IOException {
    return example.java(
        "A",
        SPRING,
        "@Service class A { private final ChatClient client;"
            + " A(ChatClient.Builder builder) { this.client = builder.build(); }"
            + " String a() { return client.prompt().user(\"x\").call().content(); } }");
  }

  private ProviderExample model(String parameter) throws IOException {
    return example.java(
        "A",
        SPRING,
        "@Service class A { private final ChatModel m; A("
            + parameter
            + ") { m = chat; }"
            + " String a() { return m.call(\"x\"); } }");
  }

  private ProviderExample twoBeans(String first, String second) throws IOException {
    return example.java(
        "C",
        SPRING,
        "@Configuration class C {"
            + first
            + " ChatModel slow() { return OllamaChatModel.builder().build(); }"
            + second
            + " ChatModel fast() { return MistralAiChatModel.builder().build(); } }");
  }

  @Test
  void theOnlyStarterPinsTheProvider() throws Exception {
    CallSite site = chatClient().uses(STARTER + "anthropic").site();
    assertThat(site.provider()).isEqualTo("anthropic");
  }

  @Test
  void aStarterWithoutAPinInTheCatalogueIsNamedByItsArtifact() throws Exception {
    CallSite site =
        chatClient().uses("com.alibaba.cloud.ai:spring-ai-alibaba-starter-dashscope").site();
    assertThat(site.provider()).isEqualTo("dashscope");
  }

  @Test
  void aStarterOfAnotherGroupIsPinnedByTheCatalogue() throws Exception {
    chatClient().uses("com.alibaba.cloud.ai:spring-ai-alibaba-starter-config-nacos");
    assertThat(example.site().provider()).isEqualTo("unknown");
    example.uses("com.alibaba.cloud.ai:spring-ai-alibaba-starter");
    assertThat(example.site().provider()).isEqualTo("dashscope");
  }

  @Test
  void severalStartersWithoutASelectorAreConfigured() throws Exception {
    CallSite site = chatClient().uses(STARTER + "openai").uses(STARTER + "ollama").site();
    assertThat(site.provider()).isEqualTo("configured");
    assertThat(site.candidates()).containsExactly("ollama", "openai");
  }

  @Test
  void aSelectorChoosesAmongStarters() throws Exception {
    CallSite site =
        chatClient()
            .uses(STARTER + "openai")
            .uses(STARTER + "ollama")
            .set("spring.ai.model.chat=ollama", "spring.ai.ollama.chat.options.model=gemma3")
            .site();
    assertThat(site.provider()).isEqualTo("ollama");
    assertThat(site.model()).contains("gemma3");
  }

  @Test
  void aBaseUrlInSettingsBeatsTheStarter() throws Exception {
    CallSite site =
        chatClient()
            .uses(STARTER + "openai")
            .set("spring.ai.openai.base-url=${URL:https://dashscope.aliyuncs.com/compatible-mode}")
            .site();
    assertThat(site.provider()).isEqualTo("dashscope");
  }

  @Test
  void aBaseUrlWithoutAValueIsAssumedToBeTheProvidersOwn() throws Exception {
    CallSite site =
        chatClient().uses(STARTER + "openai").set("spring.ai.openai.base-url=${AI_URL}").site();
    assertThat(site.provider()).isEqualTo("openai");
    assertThat(site.providerEvidence()).isEqualTo(Evidence.ASSUMED);
  }

  @Test
  void theProductionProfileCountsWhereTheSettingsActivateATrialOne() throws Exception {
    chatClient()
        .uses(STARTER + "openai")
        .set("spring.profiles.active=dev")
        .file(
            "src/main/resources/application-dev.properties",
            "spring.ai.openai.base-url=http://localhost:8089");
    assertThat(example.site().candidates()).containsExactly("openai", "self-hosted");
    example.file(
        "src/main/resources/application-prod.properties",
        "spring.ai.openai.base-url=https://api.groq.com/openai");
    assertThat(example.site().provider()).isEqualTo("groq");
  }

  @Test
  void aProfileThatProductionCanRunUnderCountsWhenItIsActive() throws Exception {
    CallSite site =
        chatClient()
            .uses(STARTER + "openai")
            .set("spring.profiles.active=vllm")
            .file(
                "src/main/resources/application-vllm.properties",
                "spring.ai.openai.base-url=http://localhost:8089")
            .file(
                "src/main/resources/application-prod.properties",
                "spring.ai.openai.base-url=https://api.groq.com/openai")
            .site();
    assertThat(site.provider()).isEqualTo("self-hosted");
  }

  @Test
  void aProfileThatPointsElsewhereIsOneMoreCandidateUnlessItIsATrial() throws Exception {
    chatClient()
        .uses(STARTER + "openai")
        .file(
            "src/main/resources/application-dev.properties",
            "spring.ai.openai.base-url=http://localhost:8089");
    assertThat(example.site().provider()).isEqualTo("openai");
    example.file(
        "src/main/resources/application-groq.properties",
        "spring.ai.openai.base-url=https://api.groq.com/openai");
    assertThat(example.site().candidates()).containsExactly("groq", "openai");
  }

  @Test
  void aBeanOfTheTreeIsFollowed() throws Exception {
    CallSite site =
        model("ChatModel chat")
            .uses(STARTER + "openai")
            .java(
                "C",
                SPRING,
                "@Configuration class C { @Bean ChatModel chatModel() {"
                    + " return MistralAiChatModel.builder().build(); } }")
            .site();
    assertThat(site.provider()).isEqualTo("mistral");
  }

  @Test
  void severalBeansWithoutANameAreConfigured() throws Exception {
    model("ChatModel chat");
    assertThat(twoBeans("@Bean", "@Bean").site().candidates()).containsExactly("mistral", "ollama");
  }

  @Test
  void aPrimaryBeanIsPreferred() throws Exception {
    model("ChatModel chat");
    assertThat(twoBeans("@Bean", "@Bean @Primary").site().provider()).isEqualTo("mistral");
  }

  @Test
  void aQualifierNamesTheBean() throws Exception {
    model("@Qualifier(\"slow\") ChatModel chat");
    assertThat(twoBeans("@Bean", "@Bean @Primary").site().provider()).isEqualTo("ollama");
  }

  @Test
  void theNameOfAnInjectedFieldNamesTheBean() throws Exception {
    example.java(
        "A",
        SPRING + ", lombok.RequiredArgsConstructor",
        "@Service @RequiredArgsConstructor class A { private final ChatModel fast;"
            + " String a() { return fast.call(\"x\"); } }");
    assertThat(twoBeans("@Bean", "@Bean").site().provider()).isEqualTo("mistral");
  }

  @Test
  void allBeansOfACollectionAreCandidates() throws Exception {
    example.java(
        "A",
        SPRING + ", java.util.Map",
        "@Service class A { private final Map<String, ChatModel> all;"
            + " A(Map<String, ChatModel> all) { this.all = all; }"
            + " String a(String k) { return all.get(k).call(\"x\"); } }");
    assertThat(twoBeans("@Bean", "@Bean").site().candidates()).containsExactly("mistral", "ollama");
  }

  @Test
  void aBeanReadsItsBaseUrlFromAnnotatedSettings() throws Exception {
    CallSite site =
        model("ChatModel chat")
            .java(
                "C",
                SPRING + ", org.springframework.ai.openai.api.OpenAiApi",
                "@Configuration class C { @Value(\"${llm.url:https://api.moonshot.cn}\") String url;"
                    + " @Bean ChatModel chatModel() { return OpenAiChatModel.builder()"
                    + ".openAiApi(OpenAiApi.builder().baseUrl(url).build()).build(); } }")
            .site();
    assertThat(site.provider()).isEqualTo("moonshot");
  }

  @Test
  void configurationPropertiesAreLookedUpUnderTheirPrefix() throws Exception {
    CallSite site =
        model("ChatModel chat")
            .set("llm.remote.base-url=https://api.perplexity.ai")
            .java(
                "P",
                "org.springframework.boot.context.properties.ConfigurationProperties",
                "@ConfigurationProperties(prefix = \"llm\") record P(Remote remote) {"
                    + " record Remote(String baseUrl) {} }")
            .java(
                "C",
                SPRING + ", org.springframework.ai.openai.api.OpenAiApi",
                "@Configuration class C { @Bean ChatModel chatModel(P p) {"
                    + " return OpenAiChatModel.builder().openAiApi(OpenAiApi.builder()"
                    + ".baseUrl(p.remote().baseUrl()).build()).build(); } }")
            .site();
    assertThat(site.provider()).isEqualTo("perplexity");
  }

  @Test
  void aDecoratorThatIsABeanLeadsToWhatItDecorates() throws Exception {
    CallSite inner =
        model("ChatModel chat")
            .java(
                "D",
                SPRING
                    + ", org.springframework.ai.chat.prompt.Prompt,"
                    + " org.springframework.ai.chat.model.ChatResponse",
                "@Service @Primary class D implements ChatModel { private final OllamaChatModel inner;"
                    + " D(OllamaChatModel inner) { this.inner = inner; }"
                    + " public ChatResponse call(Prompt p) { return inner.call(p); } }")
            .sites()
            .get(0);
    assertThat(inner.enclosing()).endsWith("A.a");
    assertThat(inner.provider()).isEqualTo("ollama");
  }

  @Test
  void aVectorStoreDependsOnTheEmbeddingModel() throws Exception {
    CallSite site =
        example
            .uses(STARTER + "anthropic")
            .uses(STARTER + "mistral-ai")
            .java(
                "A",
                SPRING,
                "@Service class A { private final VectorStore s; A(VectorStore s) { this.s = s; }"
                    + " Object a() { return s.similaritySearch(\"x\"); } }")
            .site();
    assertThat(site.provider()).isEqualTo("mistral");
  }

  @Test
  void aVectorStoreWithALocalEmbeddingModelIsNoSite() throws Exception {
    example
        .uses(STARTER + "anthropic")
        .uses(STARTER + "transformers")
        .java(
            "A",
            SPRING,
            "@Service class A { private final VectorStore s; A(VectorStore s) { this.s = s; }"
                + " Object a() { return s.similaritySearch(\"x\"); } }");
    assertThat(example.sites()).isEmpty();
  }

  @Test
  void settingsOfAnUnrelatedModuleDoNotCount() throws Exception {
    CallSite site =
        chatClient()
            .uses(STARTER + "openai")
            .file("other/pom.xml", "<project><artifactId>other</artifactId></project>")
            .file(
                "other/src/main/resources/application.properties",
                "spring.ai.openai.base-url=https://api.groq.com")
            .site();
    assertThat(site.provider()).isEqualTo("openai");
  }
}
