package dev.aiaudit.detect.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.model.CallSite;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** AI services that a framework implements. */
class AiServiceProviderTest {
  private static final String QUARKUS = "io.quarkiverse.langchain4j:quarkus-langchain4j-";

  @TempDir Path root;
  private ProviderExample example;

  @BeforeEach
  void start() {
    example = new ProviderExample(root);
  }

  private ProviderExample quarkus(String annotation) throws IOException {
    example.java(
        "Bot",
        "io.quarkiverse.langchain4j.RegisterAiService",
        annotation + " public interface Bot { String ask(String q); }");
    return example.java(
        "A",
        "jakarta.inject.Inject, jakarta.enterprise.context.ApplicationScoped",
        "@ApplicationScoped class A { @Inject Bot bot; String a() { return bot.ask(\"x\"); } }");
  }

  @Test
  void theOnlyExtensionPinsTheProvider() throws Exception {
    CallSite site = quarkus("@RegisterAiService").uses(QUARKUS + "azure-openai").site();
    assertThat(site.provider()).isEqualTo("azure-openai");
  }

  @Test
  void aNamedModelHasItsOwnProviderAndModelId() throws Exception {
    CallSite site =
        quarkus("@RegisterAiService(modelName = \"m1\")")
            .uses(QUARKUS + "openai")
            .uses(QUARKUS + "ollama")
            .set(
                "quarkus.langchain4j.chat-model.provider=openai",
                "quarkus.langchain4j.m1.chat-model.provider=ollama",
                "quarkus.langchain4j.ollama.m1.chat-model.model-id=llama3.2")
            .site();
    assertThat(site.provider()).isEqualTo("ollama");
    assertThat(site.model()).contains("llama3.2");
  }

  @Test
  void aSelectorChoosesAmongExtensions() throws Exception {
    CallSite site =
        quarkus("@RegisterAiService")
            .uses(QUARKUS + "openai")
            .uses(QUARKUS + "ollama")
            .set("quarkus.langchain4j.chat-model.provider=openai")
            .site();
    assertThat(site.provider()).isEqualTo("openai");
  }

  @Test
  void aProfileOfQuarkusThatIsNotActiveSelectsAndPointsNothing() throws Exception {
    CallSite site =
        quarkus("@RegisterAiService")
            .uses(QUARKUS + "openai")
            .file(
                "src/main/resources/application.yml",
                "'%ollama':\n  quarkus.langchain4j.chat-model.provider: ollama\n"
                    + "'%ollama,test':\n  quarkus.langchain4j.openai.base-url: ${LOCAL}\n")
            .site();
    assertThat(site.provider()).isEqualTo("openai");
  }

  @Test
  void theProfileProdOfQuarkusSelects() throws Exception {
    CallSite site =
        quarkus("@RegisterAiService")
            .uses(QUARKUS + "openai")
            .uses(QUARKUS + "ollama")
            .file(
                "src/main/resources/application.yml",
                "'%prod,staging':\n  quarkus.langchain4j.chat-model.provider: ollama\n")
            .site();
    assertThat(site.provider()).isEqualTo("ollama");
  }

  private ProviderExample scoring() throws IOException {
    return example.java(
        "A",
        "dev.langchain4j.model.scoring.ScoringModel, jakarta.enterprise.context.ApplicationScoped",
        "@ApplicationScoped class A { private final ScoringModel model;"
            + " A(ScoringModel model) { this.model = model; }"
            + " Object a() { return model.score(\"x\", \"y\"); } }");
  }

  @Test
  void aScoringModelComesFromTheExtensionThatOffersOne() throws Exception {
    CallSite site = scoring().uses(QUARKUS + "ai-gemini").uses(QUARKUS + "cohere").site();
    assertThat(site.provider()).isEqualTo("cohere");
  }

  @Test
  void aScoringModelOfWhichNoExtensionIsThereHasNoProvider() throws Exception {
    CallSite site = scoring().uses(QUARKUS + "ai-gemini").site();
    assertThat(site.provider()).isEqualTo("unknown");
  }

  @Test
  void aSupplierClassGivesTheModel() throws Exception {
    CallSite site =
        quarkus("@RegisterAiService(chatLanguageModelSupplier = S.class)")
            .uses(QUARKUS + "openai")
            .java(
                "S",
                "dev.langchain4j.model.chat.ChatModel,"
                    + " dev.langchain4j.model.mistralai.MistralAiChatModel",
                "public class S implements java.util.function.Supplier<ChatModel> {"
                    + " public ChatModel get() { return MistralAiChatModel.builder().build(); } }")
            .site();
    assertThat(site.provider()).isEqualTo("mistral");
  }

  @Test
  void anAiServiceOfSpringUsesTheNamedBean() throws Exception {
    CallSite site =
        example
            .uses("dev.langchain4j:langchain4j-open-ai-spring-boot-starter")
            .java(
                "Bot",
                "dev.langchain4j.service.spring.AiService,"
                    + " dev.langchain4j.service.spring.AiServiceWiringMode",
                "@AiService(wiringMode = AiServiceWiringMode.EXPLICIT, chatModel = \"local\")"
                    + " public interface Bot { String ask(String q); }")
            .java(
                "C",
                "dev.langchain4j.model.chat.ChatModel,"
                    + " dev.langchain4j.model.ollama.OllamaChatModel,"
                    + " org.springframework.context.annotation.Bean,"
                    + " org.springframework.context.annotation.Configuration",
                "@Configuration class C { @Bean ChatModel local() {"
                    + " return OllamaChatModel.builder().build(); } }")
            .java(
                "A",
                "org.springframework.stereotype.Service",
                "@Service class A { private final Bot bot; A(Bot bot) { this.bot = bot; }"
                    + " String a() { return bot.ask(\"x\"); } }")
            .site();
    assertThat(site.provider()).isEqualTo("ollama");
  }

  @Test
  void anAiServiceOfSpringWithoutBeansUsesTheStarter() throws Exception {
    CallSite site =
        example
            .uses("dev.langchain4j:langchain4j-open-ai-spring-boot-starter")
            .set(
                "langchain4j.open-ai.chat-model.base-url=https://api.deepseek.com",
                "langchain4j.open-ai.chat-model.model-name=deepseek-chat")
            .java(
                "Bot",
                "dev.langchain4j.service.spring.AiService",
                "@AiService public interface Bot { String ask(String q); }")
            .java(
                "A",
                "org.springframework.stereotype.Service",
                "@Service class A { private final Bot bot; A(Bot bot) { this.bot = bot; }"
                    + " String a() { return bot.ask(\"x\"); } }")
            .site();
    assertThat(site.provider()).isEqualTo("deepseek");
    assertThat(site.model()).contains("deepseek-chat");
  }

  @Test
  void aTokenStreamComesFromTheModelsOfTheServiceThatMakesIt() throws Exception {
    example.java(
        "Bot",
        "dev.langchain4j.service.TokenStream",
        "public interface Bot { TokenStream ask(String q); }");
    example.java(
        "Models",
        "dev.langchain4j.model.chat.StreamingChatModel,"
            + " dev.langchain4j.model.openai.OpenAiStreamingChatModel,"
            + " dev.langchain4j.service.AiServices,"
            + " org.springframework.context.annotation.Bean,"
            + " org.springframework.context.annotation.Configuration",
        """
        @Configuration class Models {
          @Bean StreamingChatModel local() {
            return OpenAiStreamingChatModel.builder().baseUrl("http://localhost:11434/v1").build(); }
          @Bean Bot bot(StreamingChatModel local) {
            return AiServices.builder(Bot.class).streamingChatModel(local).build(); } }
        """);
    CallSite site =
        example
            .java(
                "A",
                "org.springframework.stereotype.Service, dev.langchain4j.service.TokenStream",
                """
                @Service class A { private final Bot bot; A(Bot bot) { this.bot = bot; }
                  void a() { TokenStream s = bot.ask("x"); s.onError(e -> {}).start(); } }
                """)
            .uses("dev.langchain4j:langchain4j-open-ai")
            .site();
    assertThat(site.provider()).isEqualTo("ollama");
  }
}
