package dev.aiaudit.trace.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.engine.Audit;
import dev.aiaudit.engine.AuditListener;
import dev.aiaudit.engine.AuditRequest;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Coupling;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedInterfacesTest {
  @TempDir Path root;

  @Test
  void anOverrideOfAGeneratedWebInterfaceOfTheProjectIsAnHttpEntry() throws Exception {
    assertThat(couplingOfClassThatImplements("com.acme.shop.api.StoryResource"))
        .isEqualTo(Coupling.WAITS);
  }

  @Test
  void anInterfaceOfSomebodyElsesPackagesIsNoneOfTheProject() throws Exception {
    assertThat(couplingOfClassThatImplements("org.other.shop.api.StoryResource"))
        .isEqualTo(Coupling.UNREACHED);
  }

  @Test
  void anInterfaceThatIsNotNamedLikeAWebResourceIsNone() throws Exception {
    assertThat(couplingOfClassThatImplements("com.acme.shop.api.StoryTeller"))
        .isEqualTo(Coupling.UNREACHED);
  }

  private Coupling couplingOfClassThatImplements(String type) throws Exception {
    Path file = root.resolve("src/main/java/com/acme/shop/rest/Stories.java");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        """
        package com.acme.shop.rest;
        import dev.langchain4j.model.chat.ChatModel;
        public class Stories implements %s {
          ChatModel model;
          @Override public String tell(String topic) { return model.chat(topic); }
        }
        """
            .formatted(type));
    CallSite site =
        new Audit(AuditRequest.of(root), AuditListener.silent(), "test")
            .run()
            .report()
            .inventory()
            .callSites()
            .get(0);
    return site.coupling();
  }
}
