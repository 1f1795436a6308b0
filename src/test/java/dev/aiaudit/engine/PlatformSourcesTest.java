package dev.aiaudit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.model.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformSourcesTest {
  private static final String APPLICATION =
      """
      package shop;
      import dev.langchain4j.model.chat.ChatModel;
      import org.springframework.core.Task;
      class Ask implements Task {
        private final ChatModel model;
        Ask(ChatModel model) { this.model = model; }
        @Override public String perform() { return model.chat("hello"); }
      }
      """;
  private static final String FRAMEWORK =
      """
      package org.springframework.core;
      public interface Task { String perform(); }
      """;
  private static final String RUNNER =
      """
      package org.springframework.core;
      public class Runner {
        private Task task;
        public static void main(String[] args) { new Runner().run(); }
        void run() { task.perform(); }
      }
      """;

  @TempDir Path root;

  @Test
  void noPathLeadsThroughTheSourceOfAFramework() throws Exception {
    framework(120);

    Report report = audit();

    assertThat(report.inventory().callSites()).hasSize(1);
    assertThat(report.inventory().callSites().get(0).paths()).isEmpty();
    assertThat(report.diagnostics())
        .extracting(d -> d.message())
        .anySatisfy(m -> assertThat(m).contains("source of Spring Framework"));
  }

  @Test
  void aFewClassesInThePackageOfAFrameworkAreTheApplicationsOwn() throws Exception {
    framework(3);

    assertThat(audit().inventory().callSites().get(0).paths()).hasSize(1);
  }

  private void framework(int files) throws IOException {
    write("app/Ask.java", APPLICATION);
    write("spring/Task.java", FRAMEWORK);
    write("spring/Runner.java", RUNNER);
    for (int i = 2; i < files; i++) {
      write("spring/C" + i + ".java", "package org.springframework.core; class C" + i + " {}");
    }
  }

  private Report audit() throws Exception {
    return new Audit(AuditRequest.of(root), AuditListener.silent(), "test").run().report();
  }

  private void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
