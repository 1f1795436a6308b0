package dev.aiaudit.configsource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.catalog.Catalog;
import dev.aiaudit.workspace.WalkOptions;
import dev.aiaudit.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectConfigTest {

  @Test
  void a_tree_is_read_and_what_cannot_be_opened_is_said(@TempDir Path root) throws IOException {
    Files.writeString(root.resolve(".env"), "OPENAI_API_KEY=x\n");
    Files.write(root.resolve("docker-compose.yml"), new byte[] {0, 1, 2});
    Files.write(
        root.resolve("application.properties"), "a=é\n".getBytes(StandardCharsets.ISO_8859_1));
    ProjectConfig config =
        ProjectConfig.read(Workspace.open(root, WalkOptions.defaults()), Catalog.load());
    assertThat(config.facts()).hasSize(1);
    assertThat(config.diagnostics())
        .hasSize(2)
        .allMatch(d -> d.message().contains("not read") || d.message().contains("windows-1252"));
  }

  @Test
  void the_order_of_the_files_does_not_matter() {
    Project forward =
        new Project()
            .file("a/pom.xml", "<project><artifactId>a</artifactId></project>")
            .file("a/src/main/resources/application.yml", "spring.ai.openai.api-key: ${K}\n")
            .file(".env", "OPENAI_MODEL=gpt-4o\n");
    Project backward =
        new Project()
            .file(".env", "OPENAI_MODEL=gpt-4o\n")
            .file("a/src/main/resources/application.yml", "spring.ai.openai.api-key: ${K}\n")
            .file("a/pom.xml", "<project><artifactId>a</artifactId></project>");
    assertThat(forward.read().facts()).isEqualTo(backward.read().facts()).hasSize(2);
  }
}
