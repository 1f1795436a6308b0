package dev.aiaudit.configsource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.model.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A hundred and more broken files of all kinds, alone and all in one tree. */
class MalformedConfigTest {

  /** Files that YAML readers open, each with words that make its reader look inside. */
  private static final Map<String, String> YAML =
      Map.ofEntries(
          Map.entry("src/main/resources/application.yml", "spring.ai.openai.base-url: x"),
          Map.entry("src/main/resources/application-prod.yaml", "spring.ai.openai.api-key: x"),
          Map.entry(".github/workflows/ci.yml", "env: {OPENAI_API_KEY: x}"),
          Map.entry("action.yml", "name: openai"),
          Map.entry("docker-compose.yml", "x: openai"),
          Map.entry("k8s/deployment.yaml", "x: openai"),
          Map.entry("chart/values.yaml", "x: openai"),
          Map.entry("litellm.yaml", "x: litellm_params"),
          Map.entry("kong.yml", "_format_version: '3.0'\nservices: x"),
          Map.entry("router.yaml", "routers: {a: 'load-balance: '}"),
          Map.entry("envoy.yaml", "x: aigateway.envoyproxy.io"),
          Map.entry(".bedrock_agentcore.yaml", "agents: x"),
          Map.entry(".gitlab-ci.yml", "a: {script: x}"),
          Map.entry(".mcp.json", "x: claude"),
          Map.entry(".aider.conf.yml", "model: openai/gpt-4o"));

  private static final List<String> BROKEN_YAML =
      List.of(
          "a: [b\nc: x\n",
          "b: 'x\n",
          "a: \tb\n\tc: d\n",
          "a: *unknown\n",
          "a: b: c\n",
          "- a\nb: c\n",
          "a: {b: [}\n");

  private static final List<String> BROKEN_POM =
      List.of(
          "<project><dependencies><dependency>",
          "<project><artifactId>a</b></project>",
          "<project attr=1></project>",
          "<project>&unknown;",
          "<project><!-- never closed");

  private static Map<String, String> generated() {
    Map<String, String> files = new LinkedHashMap<>();
    int number = 0;
    for (Map.Entry<String, String> kind : new TreeMap<>(YAML).entrySet()) {
      for (String broken : BROKEN_YAML) {
        files.put("m" + number++ + "/" + kind.getKey(), kind.getValue() + "\n" + broken);
      }
    }
    for (String broken : BROKEN_POM) {
      files.put("m" + number++ + "/pom.xml", broken);
    }
    files.put("m" + number++ + "/src/main/resources/application.properties", "a=\\u12G4\n");
    return files;
  }

  @Test
  void thereAreAHundredOfThem() {
    assertThat(generated()).hasSizeGreaterThanOrEqualTo(100);
  }

  @Test
  void eachIsADiagnosticAndEverythingElseIsRead() {
    Project project = new Project().file("z/.env", "OPENAI_API_KEY=${KEY}");
    generated().forEach(project::file);
    ProjectConfig config = project.read();
    List<String> said = new ArrayList<>();
    config.diagnostics().stream().map(Diagnostic::file).distinct().forEach(said::add);
    assertThat(said).containsAll(generated().keySet());
    assertThat(config.facts()).anyMatch(f -> f.location().file().equals("z/.env"));
  }

  @Test
  void whatStandsBeforeTheErrorIsKept() {
    ProjectConfig config =
        new Project()
            .file(
                "litellm.yaml",
                "model_list:\n  - model_name: a\n    litellm_params:\n"
                    + "      model: openai/gpt-4o\nbroken: [x\n")
            .read();
    assertThat(config.diagnostics()).isNotEmpty();
    assertThat(config.facts()).anyMatch(f -> f.provider().equals("openai"));
  }
}
