package dev.aiaudit.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiaudit.catalog.data.DataException;
import dev.aiaudit.catalog.data.YamlForm;
import dev.aiaudit.model.Mode;
import dev.aiaudit.model.Operation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogTest {
  private static final Catalog CATALOG = Catalog.load();
  private static final String CHAT_CLIENT = "org.springframework.ai.chat.client.ChatClient";
  private static final String LC4J = "dev.langchain4j.model.";

  @Test
  void the_request_of_a_chat_client_is_the_terminal_method_not_call() {
    String spec = CHAT_CLIENT + ".ChatClientRequestSpec";
    assertThat(CATALOG.call(spec, "call", 0)).isEmpty();
    assertThat(CATALOG.notCall(spec, "call", 0)).map(NotCall::reason).contains("prepares");
    assertThat(CATALOG.returnType(spec, "call", 0)).contains(CHAT_CLIENT + ".CallResponseSpec");
    CallPattern content =
        CATALOG.call(CHAT_CLIENT + ".CallResponseSpec", "content", 0).orElseThrow();
    assertThat(content.mode()).isEqualTo(Mode.BLOCKING);
    assertThat(content.lazy()).isFalse();
    CallPattern stream =
        CATALOG.call(CHAT_CLIENT + ".StreamResponseSpec", "content", 0).orElseThrow();
    assertThat(stream.mode()).isEqualTo(Mode.STREAM);
    assertThat(stream.runsOn()).isEqualTo(RunsOn.SUBSCRIBE);
  }

  @Test
  void an_implementation_inherits_the_calls_of_its_interface_and_pins_the_provider() {
    String type = "org.springframework.ai.openai.OpenAiChatModel";
    assertThat(CATALOG.call(type, "call", 1)).isPresent();
    assertThat(CATALOG.provider(type)).contains("openai");
    assertThat(CATALOG.isSubtype(type, "org.springframework.ai.chat.model.ChatModel")).isTrue();
    assertThat(CATALOG.provider("org.springframework.ai.chat.model.ChatModel")).isEmpty();
  }

  @Test
  void both_generations_of_langchain4j_resolve_and_the_newest_is_preferred() {
    String type = LC4J + "openai.OpenAiChatModel";
    assertThat(CATALOG.call(type, "generate", 1)).isPresent();
    assertThat(CATALOG.call(type, "chat", 1)).map(CallPattern::sdk).contains("langchain4j-1");
    assertThat(CATALOG.sdkOfType(type)).map(Sdk::family).contains("langchain4j");
  }

  @Test
  void models_that_run_in_the_process_are_told_apart() {
    String local = LC4J + "embedding.onnx.allminilml6v2.AllMiniLmL6V2EmbeddingModel";
    assertThat(CATALOG.inProcess(local)).isTrue();
    assertThat(CATALOG.inProcess(LC4J + "openai.OpenAiEmbeddingModel")).isFalse();
    assertThat(CATALOG.inProcess("org.springframework.ai.vectorstore.SimpleVectorStore")).isFalse();
  }

  @Test
  void adding_to_a_vector_store_embeds_but_an_embedding_store_only_stores() {
    String vectorStore = "org.springframework.ai.vectorstore.pgvector.PgVectorStore";
    assertThat(CATALOG.call(vectorStore, "add", 1))
        .map(CallPattern::operation)
        .contains(Operation.EMBEDDING);
    assertThat(CATALOG.call("dev.langchain4j.store.embedding.EmbeddingStore", "add", 2)).isEmpty();
  }

  @Test
  void overloads_that_differ_in_a_parameter_type_are_all_given() {
    String type = "com.alibaba.dashscope.audio.asr.recognition.Recognition";
    List<CallPattern> calls = CATALOG.calls(type, "call", 2);
    assertThat(calls).hasSize(2);
    assertThat(calls).anyMatch(call -> call.withParam().isPresent());
  }

  @Test
  void another_number_of_arguments_still_finds_a_request_but_not_a_harmless_overload() {
    String ollama = "io.github.ollama4j.Ollama";
    assertThat(CATALOG.call(ollama, "chat", 5)).isPresent();
    assertThat(CATALOG.call(ollama, "chat", 5).orElseThrow().arity().accepts(5)).isFalse();
    String qianfan = "com.baidubce.qianfan.Qianfan";
    assertThat(CATALOG.call(qianfan, "chatCompletion", 1)).isPresent();
    assertThat(CATALOG.call(qianfan, "chatCompletion", 0)).isEmpty();
  }

  @Test
  void a_builder_returns_itself_for_methods_that_are_not_listed() {
    String builder = "com.openai.client.okhttp.OpenAIOkHttpClient.Builder";
    assertThat(CATALOG.returnType(builder, "maxRetries", 1)).contains(builder);
    assertThat(CATALOG.returnType(builder, "build", 0)).contains("com.openai.client.OpenAIClient");
    assertThat(CATALOG.returnType("com.openai.client.OpenAIClient", "nothing", 0)).isEmpty();
  }

  @Test
  void public_fields_lead_on() {
    assertThat(CATALOG.fieldType("com.google.genai.Client", "models"))
        .contains("com.google.genai.Models");
  }

  @Test
  void exception_chains_tell_checked_from_unchecked_and_look_alikes_apart() {
    assertThat(CATALOG.isSubtype("java.net.http.HttpTimeoutException", "java.io.IOException"))
        .isTrue();
    assertThat(
            CATALOG.isSubtype(
                "java.net.http.HttpTimeoutException", "java.util.concurrent.TimeoutException"))
        .isFalse();
    assertThat(CATALOG.isSubtype("com.openai.errors.OpenAIIoException", "java.io.IOException"))
        .isFalse();
    assertThat(CATALOG.exceptionTypes("openai-java"))
        .isNotEmpty()
        .allMatch(FailureType::unchecked)
        .allMatch(failure -> failure.supertypes().contains("java.lang.RuntimeException"))
        .noneMatch(failure -> failure.type().endsWith("BadRequestException"));
  }

  @Test
  void hosts_paths_models_and_headers_name_their_provider() {
    assertThat(CATALOG.host("https://api.openai.com/v1/chat/completions"))
        .map(HostEntry::provider)
        .contains("openai");
    assertThat(CATALOG.host("https://acme.openai.azure.com"))
        .map(HostEntry::provider)
        .contains("azure-openai");
    assertThat(CATALOG.host("http://localhost:11434/api/chat"))
        .map(HostEntry::provider)
        .contains("ollama");
    assertThat(CATALOG.host("https://api.example.com/v1/chat/completions")).isEmpty();
    assertThat(CATALOG.host("https://api.openai.com.example.com/")).isEmpty();
    assertThat(CATALOG.host("${AI_URL:https://api.openai.com}")).isPresent();
    assertThat(CATALOG.host("https://{resource}.openai.azure.com/openai")).isPresent();
    assertThat(CATALOG.urlPathHint("/api/chat")).map(UrlPath::weak).contains(true);
    assertThat(CATALOG.providerOfModel("qwen2.5:7b")).contains("ollama");
    assertThat(CATALOG.urlPathHint("/v1/messages")).map(UrlPath::provider).contains("anthropic");
    assertThat(CATALOG.urlPathHint("/v1/chat/completions?x=1"))
        .map(UrlPath::provider)
        .contains("openai-compatible");
    assertThat(CATALOG.urlPathHint("/v1/users")).isEmpty();
    assertThat(CATALOG.providerOfModel("gpt-4o-mini")).contains("openai");
    assertThat(CATALOG.providerOfModel("anthropic.claude-3-5-sonnet-20241022-v2:0"))
        .contains("bedrock");
    assertThat(CATALOG.providerOfModel("my-own-model")).isEmpty();
    assertThat(CATALOG.providerOfHeader("Anthropic-Version")).contains("anthropic");
    assertThat(CATALOG.seedHosts()).contains("api.openai.com", ".openai.azure.com");
  }

  @Test
  void http_clients_say_which_argument_is_the_url() {
    assertThat(CATALOG.urlArgument("org.springframework.web.client.RestTemplate", "postForObject"))
        .hasValue(0);
    assertThat(CATALOG.requestArgument("java.net.http.HttpClient", "send")).hasValue(0);
    assertThat(CATALOG.urlArgument("java.net.http.HttpRequest.Builder", "uri")).hasValue(0);
    assertThat(CATALOG.sdk("okhttp")).map(Sdk::http).contains(true);
  }

  @Test
  void types_are_found_by_package_for_on_demand_imports() {
    assertThat(CATALOG.typeInPackage("org.springframework.ai.chat.client", "ChatClient"))
        .contains(CHAT_CLIENT);
    assertThat(CATALOG.typeInPackage("org.springframework.ai.chat.client", "Builder")).isEmpty();
    assertThat(CATALOG.sdkOfPackage("com.openai.models.chat.completions"))
        .map(Sdk::id)
        .contains("openai-java");
    assertThat(CATALOG.seedPackages()).contains("dev.langchain4j").doesNotContain("okhttp3");
    assertThat(CATALOG.callNames()).contains("generateContent", "similaritySearch");
    assertThat(CATALOG.httpCallNames()).contains("postForObject");
  }

  @Test
  void artifacts_and_annotations_are_known() {
    ArtifactEntry starter =
        CATALOG.artifact("org.springframework.ai", "spring-ai-starter-model-openai").orElseThrow();
    assertThat(starter.family()).isEqualTo("spring-ai");
    assertThat(starter.provider()).contains("openai");
    assertThat(CATALOG.artifact("org.slf4j", "slf4j-api")).isEmpty();
    assertThat(CATALOG.aiServiceAnnotations())
        .anyMatch(
            annotation ->
                annotation.type().equals("io.quarkiverse.langchain4j.RegisterAiService")
                    && annotation.role() == ServiceAnnotation.Role.SERVICE);
    assertThat(CATALOG.falseFriend("com.oracle.bedrock.runtime.LocalPlatform")).contains("not-ai");
  }

  @Test
  void all_providers_of_the_report_format_exist_and_no_entry_names_another() {
    Set<String> ids = CATALOG.providers().keySet();
    assertThat(ids)
        .contains(
            ("anthropic openai azure-openai bedrock google mistral cohere ollama dashscope deepseek"
                    + " zhipu qianfan volcengine moonshot xunfei-spark huggingface perplexity groq"
                    + " xai openrouter github-models nvidia watsonx replicate self-hosted"
                    + " configured unknown litellm portkey")
                .split(" "));
    assertThat(CATALOG.sdks()).allMatch(sdk -> ids.contains(sdk.provider()));
    for (Sdk sdk : CATALOG.sdks()) {
      assertThat(ids).as(sdk.id()).containsAll(pins(sdk));
    }
  }

  private static Set<String> pins(Sdk sdk) {
    Set<String> pins = new HashSet<>(sdk.artifacts().values());
    pins.remove("");
    return pins;
  }

  @Test
  void ids_are_unique_and_every_type_can_be_read() {
    Set<String> ids = new HashSet<>();
    for (Sdk sdk : CATALOG.sdks()) {
      assertThat(ids.add(sdk.id())).as(sdk.id()).isTrue();
    }
    assertThat(ids).hasSize(sections());
    for (String name : CATALOG.seedPackages()) {
      CATALOG.knownTypesInPackage(name).values().forEach(CATALOG::provider);
    }
  }

  private static int sections() {
    return CATALOG.data().section("sdk").size() + CATALOG.data().section("http").size();
  }

  @Test
  void a_user_adds_an_in_house_client_in_five_lines() {
    String yaml =
        """
        catalog:
          - id: acme-gateway
            provider: litellm
            types:
              com.acme.ai.GatewayClient: {calls: [complete, {method: embed, operation: embedding}]}
        """;
    Catalog catalog = CATALOG.with(YamlForm.read(".ai-audit.yml", yaml).items("catalog"));
    CallPattern call = catalog.call("com.acme.ai.GatewayClient", "complete", 3).orElseThrow();
    assertThat(call.operation()).isEqualTo(Operation.CHAT);
    assertThat(call.sdk()).isEqualTo("acme-gateway");
    assertThat(catalog.provider("com.acme.ai.GatewayClient")).contains("litellm");
    assertThat(catalog.seedPackages()).contains("com.acme.ai");
    assertThat(catalog.callNames()).contains("complete");
    assertThat(CATALOG.knows("com.acme.ai.GatewayClient")).isFalse();
  }

  @Test
  void a_misspelt_addition_is_refused_with_file_and_line() {
    String yaml =
        """
        catalog:
          - id: acme
            provider: litellm
            types:
              com.acme.Client: {calls: [{method: ask, operation: chatting}]}
        """;
    var additions = YamlForm.read(".ai-audit.yml", yaml).items("catalog");
    assertThatThrownBy(() -> CATALOG.with(additions))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(".ai-audit.yml:5:")
        .hasMessageContaining("'chatting' is not one of [chat, embedding");
  }

  @Test
  void an_addition_with_the_id_of_a_shipped_entry_replaces_it_and_twice_the_same_is_refused() {
    var one = YamlForm.read("u.yml", "[{id: okhttp, provider: groq, types: {x.Y: {calls: [z]}}}]");
    assertThat(CATALOG.with(one.items()).sdk("okhttp")).map(Sdk::provider).contains("groq");
    var two = YamlForm.read("u.yml", "[{id: a, provider: groq}, {id: a, provider: groq}]").items();
    assertThatThrownBy(() -> CATALOG.with(two)).hasMessageContaining("'a' is there twice");
  }
}
