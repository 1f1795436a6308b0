package dev.aiaudit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.model.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A runbook that the settings name has to be there. */
class RunbookPagesTest {
  @TempDir Path tree;

  private void write(String path, String text) throws IOException {
    Path file = tree.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private List<String> rules() throws Exception {
    write(
        "pom.xml",
        "<project><artifactId>shop</artifactId><dependencies><dependency>"
            + "<groupId>dev.langchain4j</groupId><artifactId>langchain4j-open-ai</artifactId>"
            + "</dependency></dependencies></project>");
    write(
        ".ai-audit.yml",
        "dependencies:\n  - {provider: openai, owner: team, runbook: runbooks/openai.md}\n");
    write(
        "src/main/java/shop/Answers.java",
        """
        package shop;
        import dev.langchain4j.model.chat.ChatModel;
        import dev.langchain4j.model.openai.OpenAiChatModel;
        class Answers { ChatModel model = OpenAiChatModel.builder().build();
          String answer(String q) { return model.chat(q); } }
        """);
    return new Audit(AuditRequest.of(tree), AuditListener.silent(), "test")
        .run().report().findings().stream().map(Finding::ruleId).toList();
  }

  @Test
  void aTreeWithoutAnyPageLacksTheRunbook() throws Exception {
    assertThat(rules()).contains("AIA017");
  }

  @Test
  void aPageOfThatNameIsTheRunbook() throws Exception {
    write("runbooks/openai.md", "# When OpenAI is down\n");
    assertThat(rules()).doesNotContain("AIA017");
  }
}
