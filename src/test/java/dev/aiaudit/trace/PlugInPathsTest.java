package dev.aiaudit.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlugInPathsTest {
  private static final String SERVICE = "interface Answers { String ask(String text); }";
  private static final String PROVIDER =
      """
      public class ModelAnswers implements Answers {
        private ChatModel model;
        public String ask(String text) { return model.chat(text); }
      }
      """;

  @TempDir Path root;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "return ServiceLoader.load(Answers.class).findFirst().get().ask(text);",
        "return ServiceLoader.load(Answers.class).iterator().next().ask(text);",
        "for (Answers a : ServiceLoader.load(Answers.class)) { return a.ask(text); } return null;",
        "ServiceLoader<Answers> all = ServiceLoader.load(Answers.class); return all.findFirst().orElseThrow().ask(text);"
      })
  void providersAreReachedThroughTheirInterface(String use) throws Exception {
    assertThat(shop(use).entries()).containsExactly("http app.Shop.shop GET /shop");
    assertThat(shop(use).certain()).isTrue();
  }

  @Test
  void whoLoadsAnotherServiceDoesNotReachThem() throws Exception {
    Scan scan = shop("return ServiceLoader.load(Others.class).findFirst().get().ask(text);");

    assertThat(scan.coupling()).isEqualTo("unreached");
  }

  @Test
  void anInitializerOfTheApplicationRunsAtStartup() throws Exception {
    Scan scan =
        Scan.of(
            root,
            """
            import org.springframework.context.*;
            public class Warm implements ApplicationContextInitializer<ConfigurableApplicationContext> {
              private ChatModel model;
              public void initialize(ConfigurableApplicationContext context) { model.chat("x"); }
            }
            """);

    assertThat(scan.entries()).containsExactly("startup app.Warm.initialize -");
  }

  private Scan shop(String use) throws Exception {
    return Scan.of(
        root,
        SERVICE,
        PROVIDER,
        "interface Others { String ask(String text); }",
        "@RestController class Shop { @GetMapping(\"/shop\") String shop(String text) { "
            + use
            + " } }");
  }
}
