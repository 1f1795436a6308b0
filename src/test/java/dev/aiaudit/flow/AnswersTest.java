package dev.aiaudit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.model.Handling;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How good an answer is that a handler makes for a failed request. */
class AnswersTest {
  @TempDir Path folder;

  /** What a catch block makes of a failure; the members and types may help it. */
  private Handling caught(String handler, String members, String types) throws Exception {
    return scan(
        "@GetMapping(\"/ask\") public Object ask(String q, Model page, List<String> names) {"
            + " try { return model.chat(q); } catch (Exception e) { %s } }\n%s"
                .formatted(handler, members),
        types);
  }

  private Handling caught(String handler) throws Exception {
    return caught(handler, "", "");
  }

  private Handling scan(String members, String types) throws Exception {
    return Scanned.of(
            folder,
            "pom.xml",
            "<project><groupId>a</groupId><artifactId>a</artifactId><version>1</version>"
                + "<dependencies>"
                + ProxyGuardsTest.dependency("org.springframework.boot", "spring-boot-starter-web")
                + ProxyGuardsTest.dependency("dev.langchain4j", "langchain4j-open-ai")
                + ProxyGuardsTest.dependency("dev.langchain4j", "langchain4j-anthropic")
                + "</dependencies></project>",
            "src/main/java/app/Api.java",
            """
            package app;
            import dev.langchain4j.model.chat.ChatModel;
            import dev.langchain4j.model.anthropic.AnthropicChatModel;
            import dev.langchain4j.model.openai.OpenAiChatModel;
            import java.util.*;
            import org.springframework.stereotype.*;
            import org.springframework.ui.Model;
            import org.springframework.web.bind.annotation.*;
            @Controller class Api {
              private final ChatModel model = OpenAiChatModel.builder().build();
            """
                + members
                + "\n}\nrecord Tip(String name, String text) {}\n"
                + "record Plan(String place, Map<String, List<Tip>> tips, String remark) {}\n"
                + "record Words(String remark, List<String> first, List<String> second) {}\n"
                + types)
        .facts()
        .stream()
        .filter(f -> f.startsWith("handling="))
        .map(f -> Handling.valueOf(f.substring(9).toUpperCase(Locale.ROOT).replace('-', '_')))
        .findFirst()
        .orElseThrow();
  }

  private static final String PLAN =
      """
      Map<String, List<Tip>> tips = new HashMap<>();
      tips.put("morning", List.of(new Tip("Walk", "Around the lake")));
      tips.put("evening", List.of(new Tip("Yoga", "An hour before dinner")));
      """;

  @Test
  void aFullAnswerStaysOneWhereARemarkSaysThatTheAnalysisIsMissing() throws Exception {
    assertThat(caught(PLAN + "return new Plan(q, tips, \"The analysis is unavailable.\");"))
        .isEqualTo(Handling.STATIC);
    assertThat(
            caught(
                "return new Words(\"AI is unavailable\", List.of(\"a\", \"b\"), List.of(\"c\"));"))
        .isEqualTo(Handling.STATIC);
  }

  @Test
  void anApologyWithNothingBesideItOrWithWhatWasAskedStaysAnApology() throws Exception {
    assertThat(caught("return new Plan(q, new HashMap<>(), \"The analysis is unavailable.\");"))
        .isEqualTo(Handling.ERROR_RESPONSE);
    assertThat(caught("return new Words(\"AI is unavailable\", names, names);"))
        .isEqualTo(Handling.ERROR_RESPONSE);
    assertThat(
            caught("return new Words(\"AI is unavailable\", List.of(\"Try later\"), List.of());"))
        .isEqualTo(Handling.ERROR_RESPONSE);
    assertThat(caught("return List.of(new Tip(\"assistant\", \"AI is unavailable\"));"))
        .isEqualTo(Handling.ERROR_RESPONSE);
  }

  @Test
  void aTextThatIsAppendedPieceByPieceIsBuilt() throws Exception {
    assertThat(
            caught(
                """
                StringBuilder out = new StringBuilder();
                out.append("News of ").append(q).append("\\n");
                for (int i = 0; i < names.size(); i++) {
                  String name = names.get(i);
                  out.append(i + 1).append(". ").append(name).append("\\n");
                }
                return out.toString().trim();
                """))
        .isEqualTo(Handling.STATIC);
    assertThat(caught("StringBuilder out = new StringBuilder(); return out.toString();"))
        .isEqualTo(Handling.SWALLOW);
  }

  @Test
  void aListOfWhatThereIsOutweighsTheApologyAboveItAndAListOfErrorsDoesNot() throws Exception {
    String build =
        """
        StringBuilder out = new StringBuilder();
        out.append("The summary is unavailable.").append("\\n");
        for (String name : %s) { out.append(name).append("\\n"); }
        return out.toString();
        """;
    assertThat(caught(build.formatted("names"))).isEqualTo(Handling.STATIC);
    assertThat(caught(build.formatted("List.of(e.getMessage())")))
        .isEqualTo(Handling.ERROR_RESPONSE);
  }

  private static final String PAGES =
      """
      class Pages {
        String show(Model page, List<String> texts) {
          page.addAttribute("texts", texts.stream().map(String::trim).toList());
          page.addAttribute("id", UUID.randomUUID().toString());
          return "chat";
        }
      }
      """;

  @Test
  void aPageThatIsFilledWithAnEmptyListIsEmpty() throws Exception {
    String pages = "private final Pages pages = new Pages();";
    assertThat(caught("return pages.show(page, List.of());", pages, PAGES))
        .isEqualTo(Handling.SWALLOW);
    assertThat(caught("return pages.show(page, List.of(\"Read the handbook\"));", pages, PAGES))
        .isEqualTo(Handling.STATIC);
  }

  private static final String VERDICT =
      """
      record Verdict(boolean allowed, String category, Double score) {
        static Verdict allow() { return new Verdict(true, null, null); }
        static Verdict unknown() { return new Verdict(false, null, null); }
      }
      """;

  @Test
  void aVerdictThatIsAlsoGivenWithoutAFailureIsAFullAnswer() throws Exception {
    String check =
        "@GetMapping(\"/ask\") public Object ask(String q) { try {"
            + " if (model.chat(q).equals(\"ok\")) { return Verdict.%s(); } return new Verdict(false,"
            + " q, 1.0); } catch (Exception e) { return Verdict.%s(); } }";
    assertThat(scan(check.formatted("allow", "allow"), VERDICT)).isEqualTo(Handling.STATIC);
    assertThat(scan(check.formatted("unknown", "allow"), VERDICT)).isEqualTo(Handling.SWALLOW);
    assertThat(scan(check.formatted("unknown", "unknown"), VERDICT)).isEqualTo(Handling.SWALLOW);
  }

  private static final String LEGS =
      """
      class First { private final ChatModel model = OpenAiChatModel.builder().build();
        String text(String q) { return model.chat(q).trim(); } }
      class Second { private final Client client = new Client();
        List<String> answer(String q) { String raw = client.complete(q); if (raw.isEmpty())
          { throw new IllegalStateException(raw); } return List.of(raw.split(" ")); }
        List<String> handbook(String q) { return List.of("See page 3", q); } }
      class Client { private final ChatModel claude = AnthropicChatModel.builder().build();
        String complete(String q) { return claude.chat(q); } }
      """;

  @Test
  void anAnswerThatAnotherClassAsksAModelForIsAnAlternate() throws Exception {
    String legs = "private final First first = new First(); Second second = new Second();";
    assertThat(caught("return second.answer(q);", legs, LEGS))
        .isEqualTo(Handling.ALTERNATE_OTHER_PROVIDER);
    assertThat(caught("return first.text(q);", legs, LEGS))
        .isEqualTo(Handling.ALTERNATE_SAME_PROVIDER);
    assertThat(caught("return second.handbook(q);", legs, LEGS)).isEqualTo(Handling.STATIC);
  }

  @Test
  void theSameCallOnceMoreFailsOnceMore() throws Exception {
    String ask =
        "private final First first = new First(); @GetMapping(\"/ask\") public Object ask(String q)"
            + " { try { return first.text(q); } catch (Exception e) { return first.text(%s); } }";
    assertThat(scan(ask.formatted("q"), LEGS)).isEqualTo(Handling.RETHROW);
    assertThat(scan(ask.formatted("q.trim()"), LEGS)).isEqualTo(Handling.ALTERNATE_SAME_PROVIDER);
  }

  @Test
  void aSecondRequestToTheProviderThatIsDownEndsInWhatItsOwnOperatorsAnswer() throws Exception {
    String ask =
        "private final First first = new First(); private reactor.core.publisher.Mono<String>"
            + " text(String q) { return reactor.core.publisher.Mono.fromCallable(() ->"
            + " first.text(q)); } @GetMapping(\"/ask\") public reactor.core.publisher.Mono<String>"
            + " ask(String q) { return text(q).onErrorResume(e -> text(q.trim())%s); }";
    assertThat(scan(ask.formatted(".onErrorResume(x -> Mono.just(\"Something failed.\"))"), LEGS))
        .isEqualTo(Handling.ERROR_RESPONSE);
    assertThat(scan(ask.formatted(".onErrorReturn(\"See the handbook.\")"), LEGS))
        .isEqualTo(Handling.STATIC);
    assertThat(scan(ask.formatted(""), LEGS)).isEqualTo(Handling.ALTERNATE_SAME_PROVIDER);
  }

  @Test
  void aHandlerThatGivesTheExceptionBackWhereItHasNoAlternateIsNone() throws Exception {
    String legs = "Second second = new Second(); boolean configured; Object other(%s) { %s }";
    String askOrThrow = "if (configured) { return second.answer(q); } throw e;";
    assertThat(
            caught(
                "return other(q, e);",
                legs.formatted("String q, RuntimeException e", askOrThrow),
                LEGS))
        .isEqualTo(Handling.RETHROW);
    assertThat(
            caught(
                "return other(q, e);",
                legs.formatted("String q, Exception e", "return second.answer(q);"),
                LEGS))
        .isEqualTo(Handling.ALTERNATE_OTHER_PROVIDER);
  }

  private Handling emitted(String handler) throws Exception {
    return scan(
        """
        @GetMapping("/ask") public
            org.springframework.web.servlet.mvc.method.annotation.SseEmitter ask(String q) {
          org.springframework.web.servlet.mvc.method.annotation.SseEmitter emitter =
              new org.springframework.web.servlet.mvc.method.annotation.SseEmitter(1800000L);
          try { emitter.send(model.chat(q)); } catch (Exception e) { %s }
          return emitter; }
        """
            .formatted(handler),
        "");
  }

  @Test
  void anEmitterBringsWhatIsSentThroughItAndNotItsTimeLimit() throws Exception {
    assertThat(emitted("emitter.completeWithError(e);")).isEqualTo(Handling.ERROR_RESPONSE);
    assertThat(emitted("System.out.println(e);")).isEqualTo(Handling.SWALLOW);
  }
}
