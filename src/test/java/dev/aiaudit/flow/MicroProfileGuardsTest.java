package dev.aiaudit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.model.GuardKind;
import dev.aiaudit.model.Handling;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** MicroProfile annotations in Quarkus and elsewhere, on beans and on AI services. */
class MicroProfileGuardsTest {
  @TempDir Path folder;

  private Scanned scan(String dependency, String body, String... settings) throws Exception {
    String[] all = new String[settings.length + 4];
    all[0] = "pom.xml";
    all[1] =
        "<project><groupId>a</groupId><artifactId>a</artifactId><version>1</version><dependencies>"
            + dependency
            + "</dependencies></project>";
    all[2] = "src/main/java/app/Answers.java";
    all[3] = source(body);
    System.arraycopy(settings, 0, all, 4, settings.length);
    return Scanned.of(folder, all);
  }

  private static String source(String body) {
    return """
        package app;
        import dev.langchain4j.model.chat.ChatModel;
        import dev.langchain4j.service.UserMessage;
        import io.quarkiverse.langchain4j.RegisterAiService;
        import jakarta.enterprise.context.ApplicationScoped;
        import jakarta.inject.Inject;
        import jakarta.ws.rs.GET;
        import jakarta.ws.rs.Path;
        import org.eclipse.microprofile.faulttolerance.*;
        %s
        """
        .formatted(body);
  }

  private static final String QUARKUS =
      ProxyGuardsTest.dependency("io.quarkus", "quarkus-smallrye-fault-tolerance");
  private static final String LIBERTY =
      ProxyGuardsTest.dependency("org.eclipse.microprofile", "microprofile");

  private static final String SERVICE =
      """
      @RegisterAiService
      interface Bot {
        @Timeout(5000) @Retry(maxRetries = 2) @Fallback(fallbackMethod = "rules"%s)
        String answer(@UserMessage String q);
        default String rules(String q) { return %s; }
      }
      @Path("/ask")
      class Api {
        @Inject Bot bot;
        @GET public String ask(String q) { return bot.answer(q); }
      }
      """;

  @Test
  void theFallbackOfAnAiServiceAnswersAtTheRequest() throws Exception {
    Scanned found = scan(QUARKUS, SERVICE.formatted("", "\"A canned story.\""));

    assertThat(found.handling()).isEqualTo(Handling.STATIC);
    assertThat(found.guards()).containsExactly("timeout PT5S", "retry 3 attempts", "fallback");
  }

  @Test
  void theFallbackOfAnAiServiceThatApologisesIsAnErrorResponse() throws Exception {
    assertThat(scan(QUARKUS, SERVICE.formatted("", "\"Sorry, not available\"")).handling())
        .isEqualTo(Handling.ERROR_RESPONSE);
  }

  @Test
  void aFallbackForOtherExceptionsDoesNotAct() throws Exception {
    Scanned found =
        scan(QUARKUS, SERVICE.formatted(", applyOn = java.io.IOException.class", "\"A story.\""));

    assertThat(found.handling()).isEqualTo(Handling.NONE);
    assertThat(found.reason(GuardKind.FALLBACK)).contains("IOException only");
  }

  @Test
  void aSettingCanSwitchTheFallbackOff() throws Exception {
    Scanned found =
        scan(
            QUARKUS,
            SERVICE.formatted("", "\"A story.\""),
            "src/main/resources/application.properties",
            "Fallback/enabled=false\n");

    assertThat(found.handling()).isEqualTo(Handling.NONE);
    assertThat(found.reason(GuardKind.FALLBACK)).contains("switches it off");
    assertThat(found.effective(GuardKind.RETRY)).isTrue();
  }

  private static final String SELF =
      """
      @ApplicationScoped
      class Answers {
        @Inject ChatModel model;
        String outer(String q) { return inner(q); }
        @Fallback(fallbackMethod = "rules") String inner(String q) { return model.chat(q); }
        String rules(String q) { return "Rule"; }
      }
      @Path("/ask")
      class Api {
        @Inject Answers answers;
        @GET public String ask(String q) { return answers.outer(q); }
      }
      """;

  @Test
  void quarkusInterceptsCallsOnThisAndOtherContainersDoNot() throws Exception {
    assertThat(scan(QUARKUS, SELF).handling()).isEqualTo(Handling.STATIC);
    Scanned found = scan(LIBERTY, SELF);
    assertThat(found.handling()).isEqualTo(Handling.NONE);
    assertThat(found.reason(GuardKind.FALLBACK)).contains("does not pass the interceptor");
  }

  @Test
  void aHandlerClassAnswers() throws Exception {
    String body =
        """
        @ApplicationScoped
        class Answers {
          @Inject ChatModel model;
          @Fallback(Rules.class) String ask(String q) { return model.chat(q); }
        }
        class Rules implements FallbackHandler<String> {
          public String handle(ExecutionContext c) { return "Rule"; }
        }
        @Path("/ask")
        class Api {
          @Inject Answers answers;
          @GET public String ask(String q) { return answers.ask(q); }
        }
        """;

    assertThat(scan(QUARKUS, body).handling()).isEqualTo(Handling.STATIC);
  }
}
