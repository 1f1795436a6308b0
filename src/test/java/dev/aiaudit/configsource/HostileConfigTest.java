package dev.aiaudit.configsource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.model.Evidence;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileConfigTest {

  private static final String YML = "src/main/resources/application.yml";
  private static final List<String> PATHS =
      List.of(
          YML,
          "src/main/resources/application.properties",
          "pom.xml",
          "build.gradle",
          "build.gradle.kts",
          "gradle/libs.versions.toml",
          "gradle.properties",
          ".env",
          "docker-compose.yml",
          "k8s/a.yaml",
          "Dockerfile",
          "requirements.txt",
          "pyproject.toml",
          "package.json",
          "go.mod",
          ".github/workflows/ci.yml",
          "action.yml",
          "main.tf",
          "main.bicep",
          "litellm.yaml",
          "gateway.json",
          ".mcp.json",
          ".aider.conf.yml",
          ".pr_agent.toml",
          "Makefile",
          "Jenkinsfile",
          ".gitlab-ci.yml",
          ".husky/pre-commit");

  /** Kinds that a YAML reader opens, with words that make it look inside. */
  private static final Map<String, String> YAML_KINDS =
      Map.of(
          YML,
          "spring.ai.openai.base-url: x",
          ".github/workflows/ci.yml",
          "env: {OPENAI_API_KEY: x}",
          "action.yml",
          "name: openai",
          "docker-compose.yml",
          "x: openai",
          "k8s/a.yaml",
          "x: openai",
          "litellm.yaml",
          "x: litellm_params",
          "router.yaml",
          "routers: {a: 'load-balance: '}",
          "envoy.yaml",
          "x: aigateway.envoyproxy.io",
          ".mcp.json",
          "x: claude",
          ".aider.conf.yml",
          "model: openai/gpt-4o");

  @Test
  void any_text_in_any_kind_of_file_is_borne() {
    Random random = new Random(7);
    String alphabet = "abAI.-_:=#\"'{}[]<>&*!|%@$\\ \n\t/\u0000\uD800é";
    for (int round = 0; round < 40; round++) {
      Project project = new Project();
      for (String path : PATHS) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 400; i++) {
          text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        project.file(path, text.toString());
      }
      assertThat(project.read().modules()).isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: [b\nspring.ai.openai.api-key: x\n",
        "a: 'x\nb: \"\n",
        "a: \tb\n\tc: d\n",
        "a: *unknown\n",
        "? [a\n",
        "a: b: c\n",
        "!!javax.script.ScriptEngineManager [a, [b\n",
        "- a\nb: c\n",
        "a: @x\n",
        "`a: b\n",
        "a: |\n x\ny\n",
        "\u0000",
        "a: {b: [}\n"
      })
  void broken_yaml_is_a_diagnostic_with_its_line(String text) {
    assertThat(new Project().file(YML, text).read().diagnostics())
        .isNotEmpty()
        .allMatch(d -> d.file().equals(YML) && d.line().isPresent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: [b\nc: x\n",
        "a: 'x\nb: \"\n",
        "a: \tb\n\tc: d\n",
        "a: *unknown\n",
        "? [a\n",
        "a: b: c\n",
        "- a\nb: c\n",
        "a: `x\n",
        "\u0000",
        "a: {b: [}\n"
      })
  void every_kind_of_broken_file_is_a_diagnostic_and_the_next_one_is_read(String broken) {
    YAML_KINDS.forEach(
        (path, words) -> {
          ProjectConfig config =
              new Project()
                  .file(path, words + "\n" + broken)
                  .file("z/.env", "OPENAI_API_KEY=${KEY}")
                  .read();
          assertThat(config.diagnostics())
              .as(path)
              .isNotEmpty()
              .allMatch(d -> d.file().equals(path) && d.line().isPresent());
          assertThat(config.facts()).as(path).anyMatch(f -> f.location().file().equals("z/.env"));
        });
  }

  @Test
  void a_broken_document_is_read_by_lines_and_the_others_as_ever() {
    ProjectConfig config =
        new Project()
            .file(
                YML,
                "ai.model: a\n---\nspring:\n  ai:\n    openai:\n      api-key: [${K}\n"
                    + "      base-url: https://api.openai.com\n---\nlast: z\n")
            .read();
    assertThat(config.configuration().value("", "last").orElseThrow().evidence())
        .isEqualTo(Evidence.DECLARED);
    ConfigValue recovered =
        config.configuration().value("", "spring.ai.openai.base-url").orElseThrow();
    assertThat(recovered.value()).isEqualTo("https://api.openai.com");
    assertThat(recovered.evidence()).isEqualTo(Evidence.ASSUMED);
    assertThat(recovered.location().startLine()).isEqualTo(7);
  }

  @Test
  void maven_and_helm_placeholders_are_values() {
    ProjectConfig config =
        new Project()
            .file(YML, "app:\n  version: @project.version@\n  url: {{ .Values.url }}\n  model: m\n")
            .read();
    assertThat(config.diagnostics()).isEmpty();
    assertThat(config.configuration().value("", "app.version").orElseThrow().value())
        .isEqualTo("@project.version@");
    assertThat(config.configuration().value("", "app.url").orElseThrow().evidence())
        .isEqualTo(Evidence.UNKNOWN);
  }

  @Test
  void aliases_and_merge_keys_are_followed_and_bombs_end() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 10; i++) {
      bomb.append("a")
          .append(i)
          .append(": &a")
          .append(i)
          .append(" [")
          .append(("*a" + (i - 1) + ",").repeat(9))
          .append("x]\n");
    }
    ProjectConfig config = new Project().file(YML, bomb.toString()).read();
    assertThat(config.configuration().entries()).hasSizeLessThan(200_001);
    assertThat(config.diagnostics()).isNotEmpty();
    ProjectConfig merged =
        new Project()
            .file(YML, "base: &b\n  timeout: 5s\n  model: m\nai:\n  <<: *b\n  model: n\n")
            .read();
    assertThat(merged.configuration().value("", "ai.timeout").orElseThrow().value())
        .isEqualTo("5s");
    assertThat(merged.configuration().value("", "ai.model").orElseThrow().value()).isEqualTo("n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: &a\n  b: *a\n",
        "a: &a [*a]\n",
        "a: &a\n  <<: *a\n  b: c\n",
        "? &k [*k]\n: v\n"
      })
  void self_references_end(String text) {
    assertThat(new Project().file(YML, text).read().facts()).isEmpty();
  }

  @Test
  void deep_nesting_is_a_diagnostic() {
    String text = "a: " + "[".repeat(5_000) + "]".repeat(5_000) + "\n";
    assertThat(new Project().file(YML, text).read().diagnostics()).isNotEmpty();
  }

  @Test
  void a_key_that_occurs_twice_is_a_diagnostic_and_the_last_counts() {
    ProjectConfig config = new Project().file(YML, "ai:\n  model: a\nai:\n  model: b\n").read();
    assertThat(config.diagnostics())
        .singleElement()
        .matches(d -> d.line().orElse(0) == 3 && d.message().contains("twice"));
    assertThat(config.configuration().value("", "ai.model").orElseThrow().value()).isEqualTo("b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE p [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>",
        "<!DOCTYPE p SYSTEM \"http://x/y\">",
        "<!DOCTYPE p [<!ENTITY % e SYSTEM \"file:///etc/passwd\"> %e;]>",
        "<!DOCTYPE p [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]>"
      })
  void document_types_of_poms_are_not_processed(String doctype) {
    ProjectConfig config =
        new Project()
            .file("pom.xml", doctype + "<project><artifactId>a&x;</artifactId></project>")
            .read();
    assertThat(config.diagnostics()).isNotEmpty();
    assertThat(config.modules().all()).allMatch(m -> m.name().length() < 3);
  }

  @Test
  void what_stands_before_an_xml_error_is_kept() {
    ProjectConfig config =
        new Project()
            .file(
                "pom.xml",
                "<project><dependencies><dependency><groupId>com.openai</groupId>"
                    + "<artifactId>openai-java</artifactId></dependency>\n<oops")
            .read();
    assertThat(config.diagnostics()).isNotEmpty();
    assertThat(config.facts()).hasSize(1);
  }

  @Test
  void a_malformed_unicode_escape_is_a_diagnostic() {
    ProjectConfig config =
        new Project()
            .file("src/main/resources/application.properties", "a=\\u12G4\nb=\\u0041\n")
            .read();
    assertThat(config.diagnostics()).singleElement().matches(d -> d.line().orElse(0) == 1);
    assertThat(config.configuration().value("", "b").orElseThrow().value()).isEqualTo("A");
  }

  @Test
  void properties_are_read_as_java_reads_them() throws IOException {
    Random random = new Random(11);
    String alphabet = "ab=: \t\\\n\r#!u0041\f.é";
    for (int round = 0; round < 10_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 30; i++) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      Properties expected = new Properties();
      try {
        expected.load(new StringReader(text.toString()));
      } catch (IllegalArgumentException malformed) {
        continue;
      }
      Map<String, String> actual = new HashMap<>();
      PropertiesReader.read(new ConfigFile("a.properties", text.toString()))
          .properties()
          .forEach(p -> actual.put(p.key(), p.value()));
      expected.remove("");
      assertThat(actual).as(text.toString()).isEqualTo(expected);
    }
  }

  @Test
  void files_over_the_limit_are_not_read() {
    String text = "a: b\n".repeat(ConfigFile.MAX_CHARACTERS / 5 + 1);
    ProjectConfig config = new Project().file(YML, text).read();
    assertThat(config.configuration().entries()).isEmpty();
    assertThat(config.diagnostics()).hasSize(1);
  }
}
