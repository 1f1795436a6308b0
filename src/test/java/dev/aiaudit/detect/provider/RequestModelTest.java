package dev.aiaudit.detect.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Operation;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The model that a request itself names. */
class RequestModelTest {
  private static final String OPENAI =
      "com.openai.client.OpenAIClient, com.openai.models.ChatModel,"
          + " com.openai.models.chat.completions.ChatCompletionCreateParams";

  @TempDir Path root;
  private ProviderExample example;

  @BeforeEach
  void start() {
    example = new ProviderExample(root);
  }

  private CallSite site(String imports, String body) throws IOException, InterruptedException {
    return example.java("A", imports, "class A {" + body + "}").site();
  }

  @Test
  void aConstantOfTheLibraryInTheBuilderOfTheRequest() throws Exception {
    CallSite site =
        site(
            OPENAI,
            "OpenAIClient client; Object a(String q) { ChatCompletionCreateParams p ="
                + " ChatCompletionCreateParams.builder().model(ChatModel.GPT_4_1_MINI)"
                + ".addUserMessage(q).build(); return client.chat().completions().create(p); }");
    assertThat(site.model()).contains("gpt-4.1-mini");
  }

  @Test
  void aTextInTheBuilderThatAMethodOfTheTreeGives() throws Exception {
    CallSite site =
        site(
            OPENAI,
            "OpenAIClient client; static final String MODEL = \"gpt-4o\";"
                + "ChatCompletionCreateParams params() {"
                + " return ChatCompletionCreateParams.builder().model(MODEL).build(); }"
                + "Object a() { return client.chat().completions().create(params()); }");
    assertThat(site.model()).contains("gpt-4o");
  }

  @Test
  void aSetterOnTheRequest() throws Exception {
    CallSite site =
        site(
            "com.theokanning.openai.service.OpenAiService,"
                + " com.theokanning.openai.completion.chat.ChatCompletionRequest",
            "OpenAiService service; Object a() {"
                + " ChatCompletionRequest r = new ChatCompletionRequest();"
                + " r.setModel(\"gpt-3.5-turbo\"); return service.createChatCompletion(r); }");
    assertThat(site.model()).contains("gpt-3.5-turbo");
  }

  @Test
  void anArgumentThatIsCalledLikeAModel() throws Exception {
    example.set("ai.model=gemini-2.5-flash");
    CallSite site =
        site(
            "com.google.genai.Client, org.springframework.beans.factory.annotation.Value",
            "Client client; @Value(\"${ai.model}\") String model;"
                + "Object a(String q) {"
                + " return client.models.generateContent(model, q, null); }");
    assertThat(site.model()).contains("gemini-2.5-flash");
  }

  @Test
  void theOptionsOfAPromptBeatWhatTheClientIsSetTo() throws Exception {
    example
        .uses("org.springframework.ai:spring-ai-starter-model-openai")
        .set("spring.ai.openai.chat.options.model=gpt-4o");
    CallSite site =
        site(
            "org.springframework.ai.chat.client.ChatClient,"
                + " org.springframework.ai.openai.OpenAiChatOptions",
            "ChatClient client; A(ChatClient.Builder b) { client = b.build(); }"
                + "String a(String q) { return client.prompt().user(q)"
                + ".options(OpenAiChatOptions.builder().model(\"gpt-4o-mini\").build())"
                + ".call().content(); }");
    assertThat(site.model()).contains("gpt-4o-mini");
  }

  @Test
  void aLambdaThatBuildsTheRequest() throws Exception {
    CallSite site =
        site(
            "software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient",
            "BedrockRuntimeClient client; Object a() {"
                + " String modelId = \"amazon.nova-lite-v1:0\";"
                + " return client.converse(r -> r.modelId(modelId)); }");
    assertThat(site.model()).contains("amazon.nova-lite-v1:0");
  }

  @Test
  void theConstructorOfTheModelItself() throws Exception {
    CallSite site =
        site(
            "com.google.cloud.vertexai.VertexAI,"
                + " com.google.cloud.vertexai.generativeai.GenerativeModel",
            "Object a(VertexAI v, String q) throws Exception {"
                + " GenerativeModel model = new GenerativeModel(\"gemini-1.5-flash-001\", v);"
                + " return model.generateContent(q); }");
    assertThat(site.model()).contains("gemini-1.5-flash-001");
  }

  @Test
  void twoModelsInTheRequestNameNone() throws Exception {
    CallSite site =
        site(
            OPENAI,
            "OpenAIClient client; Object a(boolean fast) {"
                + " return client.chat().completions().create("
                + "ChatCompletionCreateParams.builder()"
                + ".model(fast ? ChatModel.GPT_4O_MINI : ChatModel.GPT_4O).build()); }");
    assertThat(site.model()).isEmpty();
  }

  @Test
  void aSettingOfAProfileThatIsNotActiveNamesNone() throws Exception {
    example
        .uses("io.quarkiverse.langchain4j:quarkus-langchain4j-openai")
        .set("%ollama.quarkus.langchain4j.openai.chat-model.model-name=llama3.2");
    CallSite site =
        site(
            "dev.langchain4j.model.chat.ChatModel, jakarta.inject.Inject",
            "@Inject ChatModel model; Object a(String q) { return model.chat(q); }");
    assertThat(site.model()).isEmpty();
  }

  @Test
  void aModelOfBedrockTellsWhatItIsFor() throws Exception {
    CallSite site =
        site(
            "software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient",
            "BedrockRuntimeClient client; Object a() {"
                + " return client.invokeModel(r -> r.modelId(\"amazon.titan-embed-text-v2:0\")); }");
    assertThat(site.operation()).isEqualTo(Operation.EMBEDDING);
  }

  @Test
  void theOwnModelBehindAFluentClientAnswersWhereItsCodeSays() throws Exception {
    example.uses("org.springframework.ai:spring-ai-starter-model-openai");
    example.java(
        "OwnModel",
        "org.springframework.ai.chat.model.ChatModel, org.springframework.ai.chat.prompt.Prompt,"
            + " org.springframework.ai.chat.model.ChatResponse",
        "class OwnModel implements ChatModel {"
            + " static final String URL = \"https://api.deepseek.com/chat/completions\";"
            + " public ChatResponse call(Prompt p) { return null; } }");
    CallSite site =
        site(
            "org.springframework.ai.chat.client.ChatClient",
            "String a() {"
                + " return ChatClient.create(new OwnModel()).prompt(\"x\").call().content(); }");
    assertThat(site.provider()).isEqualTo("deepseek");
  }

  @Test
  void theDefaultMethodOfALibraryIsNoRequest() throws Exception {
    example.java(
        "A",
        "dev.langchain4j.model.image.ImageModel, dev.langchain4j.data.image.Image,"
            + " dev.langchain4j.model.output.Response",
        "abstract class A implements ImageModel { public Response<Image> edit(Image i, String p) {"
            + " return ImageModel.super.edit(i, p); } }");
    assertThat(example.sites()).isEmpty();
  }

  @Test
  void aFunctionOfAnObjectOfTheApplicationAsksNoModel() throws Exception {
    example.java(
        "A",
        "com.microsoft.semantickernel.Kernel, com.microsoft.semantickernel.plugin.*,"
            + " com.microsoft.semantickernel.semanticfunctions.*",
        "class A { Kernel kernel; KernelPlugin p ="
            + " KernelPluginFactory.createFromObject(new Object(), \"L\");"
            + " Object a() { return kernel.invokeAsync(p.get(\"x\")).block(); }"
            + " Object b() { KernelFunction<?> f = p.get(\"y\");"
            + " return f.invokeAsync(kernel).block(); } }");
    assertThat(example.sites()).isEmpty();
  }

  @Test
  void aWorkflowOfAgentsAsksWhenItIsInvoked() throws Exception {
    example.uses("dev.langchain4j:langchain4j-open-ai-spring-boot-starter");
    example.java(
        "Flow",
        "dev.langchain4j.agentic.declarative.SequenceAgent",
        "interface Flow { @SequenceAgent(outputKey = \"x\") String run(String q); }");
    CallSite site = site("java.util.List", "Flow flow; String a() { return flow.run(\"x\"); }");
    assertThat(site.operation()).isEqualTo(Operation.AGENT);
  }

  @Test
  void aVectorDatabaseIsNoProviderOfAModel() throws Exception {
    example
        .uses("org.springframework.ai:spring-ai-starter-model-openai")
        .uses("org.springframework.ai:spring-ai-starter-vector-store-milvus");
    CallSite site =
        site(
            "org.springframework.ai.vectorstore.VectorStore",
            "VectorStore store; A(VectorStore s) { store = s; }"
                + " Object a(String q) { return store.similaritySearch(q); }");
    assertThat(site.provider()).isEqualTo("openai");
  }

  /** Six routers that ask each other for the model would be followed for hours, one by one. */
  @Test
  void theModelThatRoutersHandToEachOtherInCirclesStaysOpen() throws Exception {
    StringBuilder routers = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      routers.append(
          """
          static class R%1$d extends Router { static Map<String, String> same = new HashMap<>();
            String equivalent(String model) { return same.getOrDefault(model, "gpt-4o-mini"); } }
          """
              .formatted(i));
    }
    CallSite site =
        site(
            OPENAI + ", java.util.Map, java.util.HashMap, java.util.List",
            """
            static abstract class Router { abstract String equivalent(String model); }
            OpenAIClient client; List<Router> routers;
            Object ask(String model) {
              for (Router r : routers) { try { return send(r.equivalent(model)); }
                catch (RuntimeException e) { ask(r.equivalent(model)); } } return null; }
            Object send(String model) {
              return client.chat().completions().create(
                  ChatCompletionCreateParams.builder().model(model).build()); }
            """
                + routers);
    assertThat(site.provider()).isEqualTo("openai");
  }
}
