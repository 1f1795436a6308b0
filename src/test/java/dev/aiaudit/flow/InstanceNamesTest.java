package dev.aiaudit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.engine.Audit;
import dev.aiaudit.engine.AuditListener;
import dev.aiaudit.engine.AuditRequest;
import dev.aiaudit.model.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings of guards under names that code asks for, or that it does not. */
class InstanceNamesTest {
  @TempDir Path folder;

  private void write(String file, String text) throws Exception {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  /** Messages about a retry named {@code llm} while settings are there for {@code gpt}. */
  private List<String> messages(String other) throws Exception {
    write(
        "pom.xml",
        "<project><groupId>a</groupId><artifactId>a</artifactId><version>1</version><dependencies>"
            + ProxyGuardsTest.dependency("org.springframework.boot", "spring-boot-starter-web")
            + ProxyGuardsTest.dependency("org.springframework.boot", "spring-boot-starter-aop")
            + ProxyGuardsTest.dependency("io.github.resilience4j", "resilience4j-spring-boot3")
            + ProxyGuardsTest.dependency("dev.langchain4j", "langchain4j-open-ai")
            + "</dependencies></project>");
    write(
        "src/main/resources/application.properties",
        "resilience4j.retry.instances.gpt.max-attempts=2");
    write(
        "src/main/java/app/Api.java",
        """
        package app;
        import dev.langchain4j.model.chat.ChatModel;
        import dev.langchain4j.model.openai.OpenAiChatModel;
        import io.github.resilience4j.retry.annotation.Retry;
        import org.springframework.stereotype.Service;
        import org.springframework.web.bind.annotation.*;
        @RestController class Api { Answers answers;
          @GetMapping("/ask") String ask(String q) { return answers.ask(q); } }
        @Service class Answers { ChatModel model = OpenAiChatModel.builder().build();
          @Retry(name = "llm") public String ask(String q) { return model.chat(q); } }
        """);
    write("src/main/java/app/Other.java", other);
    return new Audit(AuditRequest.of(folder), AuditListener.silent(), "test")
        .run().report().findings().stream()
            .filter(f -> f.ruleId().equals("AIA004"))
            .map(Finding::message)
            .toList();
  }

  @Test
  void settingsOfANameThatNothingAsksForAreOnes() throws Exception {
    assertThat(messages("package app; class Other {}"))
        .anyMatch(m -> m.contains("no code asks for the instance gpt"));
  }

  @Test
  void settingsThatAnotherAnnotationNamesAreNone() throws Exception {
    assertThat(
            messages(
                "package app; import io.github.resilience4j.retry.annotation.Retry;"
                    + " class Other { @Retry(name = \"gpt\") void go() {} }"))
        .isEmpty();
  }

  @Test
  void whereCodeLooksInstancesUpAnyNameMayBeMeant() throws Exception {
    assertThat(
            messages(
                "package app; import io.github.resilience4j.retry.RetryRegistry;"
                    + " class Other { RetryRegistry all; Object of(String n) {"
                    + " return all.retry(n); } }"))
        .isEmpty();
  }
}
