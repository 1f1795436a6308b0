package dev.aiaudit.configsource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.model.Evidence;
import org.junit.jupiter.api.Test;

class ConfigurationTest {

  private static final String RESOURCES = "src/main/resources/";

  private static ConfigValue value(Project project, String key) {
    return project.read().configuration().value("", key).orElseThrow();
  }

  @Test
  void a_literal_is_declared_and_has_its_line() {
    ConfigValue value =
        value(
            new Project()
                .file(
                    RESOURCES + "application.yml",
                    "spring:\n  ai:\n    openai:\n      base-url: https://api.deepseek.com\n"),
            "spring.ai.openai.base-url");
    assertThat(value.value()).isEqualTo("https://api.deepseek.com");
    assertThat(value.evidence()).isEqualTo(Evidence.DECLARED);
    assertThat(value.location()).hasToString(RESOURCES + "application.yml:4");
  }

  @Test
  void keys_bind_relaxed() {
    Project project =
        new Project()
            .file(RESOURCES + "application.properties", "my.apiUrl=http://a\nmy.chat_model=m\n");
    assertThat(value(project, "my.api-url").value()).isEqualTo("http://a");
    assertThat(value(project, "my.chatModel").value()).isEqualTo("m");
  }

  @Test
  void an_environment_variable_of_compose_beats_the_application() {
    ConfigValue value =
        value(
            new Project()
                .file(RESOURCES + "application.properties", "spring.ai.openai.base-url=https://a\n")
                .file(
                    "docker-compose.yml",
                    "services:\n  app:\n    build: .\n    environment:\n"
                        + "      SPRING_AI_OPENAI_BASE_URL: https://b\n"),
            "spring.ai.openai.base-url");
    assertThat(value.value()).isEqualTo("https://b");
    assertThat(value.losers()).extracting(ConfigValue::value).containsExactly("https://a");
  }

  @Test
  void a_placeholder_takes_the_environment_file_before_its_default() {
    Project project =
        new Project()
            .file(
                RESOURCES + "application.properties",
                "llm.url=${LLM_URL:https://default}\n"
                    + "llm.other=${NOT_SET:https://d2}\n"
                    + "llm.open=${OPEN}\n")
            .file(".env", "LLM_URL=https://from-env\n");
    assertThat(value(project, "llm.url").value()).isEqualTo("https://from-env");
    assertThat(value(project, "llm.url").evidence()).isEqualTo(Evidence.DERIVED);
    assertThat(value(project, "llm.other").value()).isEqualTo("https://d2");
    assertThat(value(project, "llm.open").evidence()).isEqualTo(Evidence.UNKNOWN);
    assertThat(value(project, "llm.open").value()).isEqualTo("${OPEN}");
  }

  @Test
  void examples_of_environment_files_decide_nothing() {
    Project project =
        new Project()
            .file(RESOURCES + "application.properties", "llm.url=${LLM_URL:https://default}\n")
            .file(".env.example", "LLM_URL=https://example\n");
    assertThat(value(project, "llm.url").value()).isEqualTo("https://default");
  }

  @Test
  void placeholders_that_name_each_other_end() {
    Project project =
        new Project()
            .file(
                RESOURCES + "application.properties", "a.x=${b.x}\nb.x=${a.x}\nc.x=${c.x}${c.x}\n");
    assertThat(value(project, "a.x").evidence()).isEqualTo(Evidence.UNKNOWN);
    assertThat(value(project, "c.x").evidence()).isEqualTo(Evidence.UNKNOWN);
  }

  @Test
  void the_default_profile_beats_one_that_nobody_activates() {
    ConfigValue value =
        value(
            new Project()
                .file(RESOURCES + "application.yml", "ai:\n  model: a\n")
                .file(RESOURCES + "application-dev.yml", "ai:\n  model: b\n"),
            "ai.model");
    assertThat(value.value()).isEqualTo("a");
    assertThat(value.losers()).singleElement().matches(l -> l.profile().orElse("").equals("dev"));
  }

  @Test
  void an_active_profile_beats_the_default() {
    ConfigValue value =
        value(
            new Project()
                .file(
                    RESOURCES + "application.yml",
                    "spring.profiles.active: ${PROFILE:dev}\nai:\n  model: a\n")
                .file(RESOURCES + "application-dev.yml", "ai:\n  model: b\n"),
            "ai.model");
    assertThat(value.value()).isEqualTo("b");
  }

  @Test
  void a_value_only_in_an_inactive_profile_is_assumed() {
    ConfigValue value =
        value(
            new Project().file(RESOURCES + "application-azure.yml", "ai:\n  model: b\n"),
            "ai.model");
    assertThat(value.evidence()).isEqualTo(Evidence.ASSUMED);
  }

  @Test
  void quarkus_runs_with_the_profile_prod() {
    ConfigValue value =
        value(
            new Project()
                .file(
                    RESOURCES + "application.properties",
                    "quarkus.langchain4j.timeout=60s\n%prod.quarkus.langchain4j.timeout=10s\n"
                        + "%dev.quarkus.langchain4j.timeout=1s\n"),
            "quarkus.langchain4j.timeout");
    assertThat(value.value()).isEqualTo("10s");
    assertThat(value.losers()).extracting(ConfigValue::value).containsExactly("60s", "1s");
  }

  @Test
  void documents_of_one_file_have_their_own_profiles() {
    Project project =
        new Project()
            .file(
                RESOURCES + "application.yml",
                "ai.model: a\n---\nspring.config.activate.on-profile: prod\nai.model: b\n");
    assertThat(value(project, "ai.model").value()).isEqualTo("a");
    Project properties =
        new Project()
            .file(
                RESOURCES + "application.properties",
                "ai.model=a\n#---\nspring.config.activate.on-profile=prod\nai.model=b\n");
    assertThat(value(properties, "ai.model").value()).isEqualTo("a");
  }

  @Test
  void properties_beat_yaml_and_later_documents_earlier_ones() {
    Project project =
        new Project()
            .file(RESOURCES + "application.yml", "ai.model: y\n")
            .file(RESOURCES + "application.properties", "ai.model=p\n");
    assertThat(value(project, "ai.model").value()).isEqualTo("p");
    Project documents =
        new Project().file(RESOURCES + "application.yml", "ai.model: a\n---\nai.model: b\n");
    assertThat(value(documents, "ai.model").value()).isEqualTo("b");
  }

  @Test
  void settings_of_tests_never_count() {
    Project project = new Project().file("src/test/resources/application.yml", "ai.model: t\n");
    assertThat(project.read().configuration().value("", "ai.model")).isEmpty();
    assertThat(project.read().configuration().entries()).hasSize(1);
  }

  @Test
  void a_library_module_has_the_settings_of_the_application_that_runs_it() {
    ProjectConfig config =
        new Project()
            .file("app/build.gradle", "dependencies { implementation project(':lib') }")
            .file("lib/build.gradle", "")
            .file("app/src/main/resources/application.yml", "ai.model: m\n")
            .read();
    ConfigValue value = config.configuration().value("lib", "ai.model").orElseThrow();
    assertThat(value.value()).isEqualTo("m");
    assertThat(value.evidence()).isEqualTo(Evidence.DERIVED);
  }

  @Test
  void literal_credentials_never_get_past_the_reader() {
    String key = "sk-proj-" + "a1B2c3D4e5F6g7H8i9J0k1L2";
    ProjectConfig config =
        new Project()
            .file(
                RESOURCES + "application.yml",
                "spring.ai.openai.api-key: "
                    + key
                    + "\n"
                    + "other.text: Authorization "
                    + key
                    + "\nx.api-key: ${OPENAI_API_KEY:"
                    + key
                    + "}\n")
            .file(".env", "OPENAI_API_KEY=" + key + "\n")
            .file("k8s/secret.yaml", "kind: Secret\nstringData:\n  openai: " + key + "\n")
            .read();
    assertThat(config.configuration().entries()).noneMatch(e -> e.value().contains("c3D4e5"));
    assertThat(config.facts()).noneMatch(f -> f.detail().contains("c3D4e5"));
    assertThat(config.configuration().entries())
        .filteredOn(ConfigEntry::exposed)
        .hasSizeGreaterThan(2);
  }

  @Test
  void texts_of_annotations_are_resolved_for_a_module() {
    Project project = new Project().file(RESOURCES + "application.yml", "llm:\n  url: http://x\n");
    Configuration configuration = project.read().configuration();
    assertThat(configuration.resolve("", "${llm.url}/v1")).contains("http://x/v1");
    assertThat(configuration.resolve("", "${nope}")).isEmpty();
    assertThat(configuration.resolve("", "${nope:d}")).contains("d");
  }

  @Test
  void an_example_names_the_address_that_files_in_force_leave_open() {
    Configuration open =
        new Project()
            .file(
                "docker-compose.yml",
                "services:\n  a:\n    environment:\n      GPT_URL: ${GPT_URL}\n")
            .file(
                RESOURCES + "application.properties.example", "gpt.url=https://api.openai.com/v1\n")
            .read()
            .configuration();
    ConfigValue value = open.value("", "gpt.url").orElseThrow();
    assertThat(value.value()).isEqualTo("https://api.openai.com/v1");
    assertThat(value.evidence()).isEqualTo(Evidence.ASSUMED);
    Configuration variable =
        new Project()
            .file(RESOURCES + "application.yml", "llm:\n  url: ${LLM_URL}\n")
            .file(".env.example", "LLM_URL=https://api.mistral.ai/v1\n")
            .read()
            .configuration();
    assertThat(variable.value("", "llm.url").orElseThrow().value())
        .isEqualTo("https://api.mistral.ai/v1");
  }

  @Test
  void an_example_says_nothing_against_a_file_in_force_and_names_nobody_with_a_dummy() {
    Configuration configuration =
        new Project()
            .file(RESOURCES + "application.yml", "llm:\n  url: ${LLM_URL:http://x}\n  b: ${B}\n")
            .file(".env.example", "LLM_URL=https://api.mistral.ai/v1\nB=https://your-endpoint\n")
            .read()
            .configuration();
    assertThat(configuration.value("", "llm.url").orElseThrow().value()).isEqualTo("http://x");
    assertThat(configuration.value("", "llm.b").orElseThrow().known()).isFalse();
  }

  @Test
  void keys_under_a_prefix_are_found() {
    Project project =
        new Project()
            .file(
                RESOURCES + "application.yml",
                "resilience4j:\n"
                    + "  timelimiter:\n"
                    + "    instances:\n"
                    + "      llm:\n"
                    + "        timeoutDuration: 3s\n");
    assertThat(project.read().configuration().under("", "resilience4j.timelimiter"))
        .containsOnlyKeys("resilience4j.timelimiter.instances.llm.timeoutDuration");
  }
}
