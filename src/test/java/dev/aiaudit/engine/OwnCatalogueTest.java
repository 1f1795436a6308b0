package dev.aiaudit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiaudit.catalog.data.DataException;
import dev.aiaudit.model.Coverage.OtherLanguage;
import dev.aiaudit.model.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnCatalogueTest {
  @TempDir Path root;

  @BeforeEach
  void aControllerThatAsksAnInHouseGateway() throws Exception {
    Path file = root.resolve("src/main/java/a/Asking.java");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        """
        package a;

        import com.acme.ai.GatewayClient;
        import org.springframework.web.bind.annotation.GetMapping;
        import org.springframework.web.bind.annotation.RestController;

        @RestController
        class Asking {
          private final GatewayClient gateway;

          Asking(GatewayClient gateway) {
            this.gateway = gateway;
          }

          @GetMapping("/ask")
          String ask(String question) {
            return gateway.ask(question);
          }
        }
        """);
  }

  @Test
  void anEntryInTheSettingsFileMakesACallSite() throws Exception {
    assertThat(scan().inventory().callSites()).isEmpty();
    Files.writeString(
        root.resolve(".ai-audit.yml"),
        """
        catalog:
          - id: gateway
            provider: litellm
            types:
              com.acme.ai.GatewayClient:
                calls: [{method: ask, args: 1, operation: chat}]
        """);
    assertThat(scan().inventory().callSites())
        .singleElement()
        .satisfies(s -> assertThat(s.provider()).isEqualTo("litellm"))
        .satisfies(s -> assertThat(s.flagged()).isTrue());
  }

  @Test
  void anUnknownKeyInTheSettingsFileIsRefused() throws Exception {
    Files.writeString(root.resolve(".ai-audit.yml"), "catalogue: []\n");
    assertThatThrownBy(this::scan)
        .isInstanceOf(DataException.class)
        .hasMessageContaining("catalogue");
  }

  @Test
  void filesOfOtherLanguagesAreCounted() throws Exception {
    Files.writeString(root.resolve("a.py"), "import openai\n");
    Files.writeString(root.resolve("b.py"), "print(1)\n");
    assertThat(scan().coverage().notAnalysed()).containsExactly(new OtherLanguage("Python", 2, 1));
  }

  private Report scan() throws Exception {
    return new Audit(AuditRequest.of(root), AuditListener.silent(), "test").run().report();
  }
}
