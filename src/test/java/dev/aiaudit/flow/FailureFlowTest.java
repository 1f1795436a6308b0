package dev.aiaudit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.model.Handling;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the failure of one request that a controller waits for. */
class FailureFlowTest {
  private static final String HANDLER =
      """
      new StreamingChatResponseHandler() {
        @Override public void onPartialResponse(String token) { }
        @Override public void onCompleteResponse(ChatResponse all) { }
        @Override public void onError(Throwable error) { %s }
      }""";

  @TempDir Path folder;

  /** Members of a controller with a blocking and a streaming model; one member answers. */
  private Scanned scan(String members) throws Exception {
    String pom =
        "<project><groupId>a</groupId><artifactId>a</artifactId><version>1</version><dependencies>"
            + ProxyGuardsTest.dependency("org.springframework.boot", "spring-boot-starter-web")
            + ProxyGuardsTest.dependency("dev.langchain4j", "langchain4j-open-ai")
            + "</dependencies></project>";
    String source =
        """
        package app;
        import dev.langchain4j.model.chat.ChatModel;
        import dev.langchain4j.model.chat.StreamingChatModel;
        import dev.langchain4j.model.chat.response.ChatResponse;
        import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
        import dev.langchain4j.model.openai.OpenAiChatModel;
        import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
        import java.util.List;
        import java.util.concurrent.CompletableFuture;
        import org.springframework.web.bind.annotation.*;
        import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
        import reactor.core.publisher.Flux;
        import reactor.core.publisher.Sinks;
        @RestController class Api {
          private final ChatModel model = OpenAiChatModel.builder().build();
          private final StreamingChatModel stream = OpenAiStreamingChatModel.builder().build();
          private final Repository repository = new Repository();
          @GetMapping("/ask")
        """
            + members
            + "\n}\nclass Repository { String find(String q) { return q.trim(); } }\n";
    return Scanned.of(folder, "pom.xml", pom, "src/main/java/app/Api.java", source);
  }

  private Handling streamed(String onError) throws Exception {
    return scan("public SseEmitter ask(String q) { SseEmitter emitter = new SseEmitter(); stream.chat(q, "
            + HANDLER.formatted(onError)
            + "); return emitter; }")
        .handling();
  }

  @Test
  void aCallbackThatFailsTheEmitterAnswersWithAnError() throws Exception {
    assertThat(streamed("emitter.completeWithError(error);")).isEqualTo(Handling.ERROR_RESPONSE);
  }

  @Test
  void aCallbackThatOnlyLogsSwallows() throws Exception {
    assertThat(streamed("log.error(\"x\", error);")).isEqualTo(Handling.SWALLOW);
  }

  @Test
  void aTryAroundARequestWithACallbackCatchesNothing() throws Exception {
    String request = "stream.chat(q, " + HANDLER.formatted("log.error(\"x\", error);") + ");";
    assertThat(
            scan("public String ask(String q) { try { "
                    + request
                    + " } catch (Exception e) { return repository.find(q); } return \"started\"; }")
                .handling())
        .isEqualTo(Handling.SWALLOW);
  }

  @Test
  void aFailureGivenToAFutureIsThrownWhereTheFutureIsJoined() throws Exception {
    String request =
        "stream.chat(q, " + HANDLER.formatted("answer.completeExceptionally(error);") + ");";
    assertThat(
            scan("public String ask(String q) { CompletableFuture<String> answer ="
                    + " new CompletableFuture<>(); "
                    + request
                    + " try { return answer.join(); } catch (Exception e) {"
                    + " return repository.find(q); } }")
                .handling())
        .isEqualTo(Handling.STATIC);
  }

  @Test
  void aFailureGivenToASinkPassesTheOperatorsBehindIt() throws Exception {
    String create =
        "Flux.create(sink -> stream.chat(q, " + HANDLER.formatted("sink.error(error);") + "))";
    assertThat(
            scan("public Flux<String> ask(String q) { return "
                    + create
                    + ".onErrorReturn(\"See the handbook.\"); }")
                .handling())
        .isEqualTo(Handling.STATIC);
  }

  @Test
  void aSecondTryOfTheSameModelInTheHandlerFailsIntoItsOwnCatch() throws Exception {
    assertThat(
            scan("""
                public List<String> ask(String q) {
                  try { return split(model.chat(q)); }
                  catch (Exception e) {
                    try { return split(model.chat(q.trim())); }
                    catch (Exception again) { return List.of(); }
                  }
                }
                private List<String> split(String text) { return List.of(text.split(" ")); }
                """)
                .handlings())
        .containsOnly(Handling.SWALLOW);
  }

  @Test
  void aRequestThatFollowsInSuccessAsWellIsNoAlternate() throws Exception {
    assertThat(
            scan("""
                public String ask(String q) {
                  String better = rewrite(q);
                  String text = better == null ? q : better;
                  if (better == null) { text = q; }
                  String answer = stream(text);
                  return answer;
                }
                private String rewrite(String q) {
                  try { return model.chat(q); } catch (Exception e) { return null; }
                }
                private String stream(String q) { return repository.find(q); }
                """)
                .handling())
        .isEqualTo(Handling.STATIC);
  }

  @Test
  void anAnswerGivenOnlyWhenTheRequestGaveNothingIsAFallback() throws Exception {
    assertThat(
            scan("""
                public List<String> ask(String q) {
                  List<String> found;
                  try { found = List.of(model.chat(q)); } catch (Exception e) { found = List.of(); }
                  List<String> words = List.of(repository.find(q));
                  if (found.isEmpty()) { return words; }
                  return found;
                }
                """)
                .handling())
        .isEqualTo(Handling.STATIC);
  }

  @Test
  void anApologyIsOneInEveryLanguageAndOutOfAConstantList() throws Exception {
    String caught =
        """
        static final String[] SORRY = {"抱歉，请稍后再试", "AI 服务暂时不可用"};
        public String ask(String q) {
          try { return model.chat(q); } catch (Exception e) { return %s; } }
        """;
    assertThat(scan(caught.formatted("SORRY[q.length() % 2]")).handling())
        .isEqualTo(Handling.ERROR_RESPONSE);
    assertThat(scan(caught.formatted("\"Xin lỗi, bạn hãy thử lại sau ít phút\"")).handling())
        .isEqualTo(Handling.ERROR_RESPONSE);
    assertThat(scan(caught.formatted("\"Öffnungszeiten: 9 bis 17 Uhr\"")).handling())
        .isEqualTo(Handling.STATIC);
  }

  @Test
  void aMapIsAsGoodAsItsValues() throws Exception {
    String caught =
        """
        public java.util.Map<String, Object> ask(String q) {
          try { return java.util.Map.of("text", model.chat(q)); }
          catch (Exception e) { return java.util.Map.of("validated", %s); } }
        """
            .replace("java.util.Map.of", "Map.of");
    assertThat(scan(caught.formatted("false")).handling()).isEqualTo(Handling.SWALLOW);
    assertThat(scan(caught.formatted("\"see our price list\"")).handling())
        .isEqualTo(Handling.STATIC);
  }

  @Test
  void anEmptyJsonObjectIsNoAnswer() throws Exception {
    assertThat(
            scan("""
                public Object ask(String q) {
                  try { return model.chat(q); }
                  catch (Exception e) { return mapper.createObjectNode(); } }
                """)
                .handling())
        .isEqualTo(Handling.SWALLOW);
  }

  @Test
  void aCollectionFilledOnTheWayIsNotEmpty() throws Exception {
    assertThat(
            scan("""
                public List<String> ask(String q) {
                  String better = rewrite(q);
                  String text = q;
                  if (better != null) { text = better; }
                  return distinct(List.of(repository.find(text)));
                }
                private List<String> distinct(List<String> all) {
                  java.util.Map<String, String> out = new java.util.LinkedHashMap<>();
                  for (String one : all) { out.putIfAbsent(one, one); }
                  return new java.util.ArrayList<>(out.values());
                }
                private String rewrite(String q) {
                  try { return model.chat(q); } catch (Exception e) { return null; }
                }
                """)
                .handling())
        .isEqualTo(Handling.STATIC);
  }

  @Test
  void aFalseThatTheCallerTurnsIntoAnErrorIsAnErrorResponse() throws Exception {
    assertThat(
            scan("""
                public void ask(String q) {
                  if (!works(q)) { throw new IllegalStateException("The model does not answer"); }
                }
                private boolean works(String q) {
                  try { return !model.chat(q).isBlank(); } catch (Exception e) { return false; }
                }
                """)
                .handling())
        .isEqualTo(Handling.ERROR_RESPONSE);
  }

  @Test
  void anEmptyAnswerStaysEmptyWhenItIsHandedOn() throws Exception {
    assertThat(
            scan("""
                public Answer ask(String q) {
                  String text = request(q);
                  if (text == null) { return keep(Answer.none(q)); }
                  return keep(new Answer(text));
                }
                private Answer keep(Answer answer) { return keep(answer, 3); }
                private Answer keep(Answer answer, int seconds) { return answer; }
                private String request(String q) {
                  try { return model.chat(q); } catch (Exception e) { return null; }
                }
                record Answer(String text) { static Answer none(String q) { return new Answer(q); } }
                """)
                .handling())
        .isEqualTo(Handling.SWALLOW);
  }

  @Test
  void aMethodOfTheSameClassMaySendTheError() throws Exception {
    assertThat(
            scan("""
                public void ask(String q) {
                  try { model.chat(q); }
                  catch (Exception e) { sendEvent(q, "failed: " + e.getMessage()); }
                }
                private void sendEvent(String to, String text) { repository.find(to + text); }
                """)
                .handling())
        .isEqualTo(Handling.ERROR_RESPONSE);
  }

  @Test
  void whatAServerPrintsIsALog() throws Exception {
    assertThat(
            scan("""
                public void ask(String q) {
                  try { model.chat(q); }
                  catch (Exception e) { System.err.println("failed: " + e.getMessage()); }
                }
                """)
                .handling())
        .isEqualTo(Handling.SWALLOW);
  }

  private Handling collected(String reading) throws Exception {
    return scan("""
            public List<String> ask(String q) {
              List<CompletableFuture<String>> futures = new java.util.ArrayList<>();
              for (int i = 0; i < 4; i++) {
                futures.add(CompletableFuture.supplyAsync(() -> {
                  try { return model.chat(q); }
                  catch (Exception e) { throw new RuntimeException("part", e); }
                }));
              }
              List<String> parts = new java.util.ArrayList<>();
              %s
              return parts;
            }
            """
            .formatted(reading))
        .handling();
  }

  @Test
  void aFutureThatIsTakenOutOfAListByItsIndexFailsWhereItIsJoined() throws Exception {
    String read = "for (int i = 0; i < 4; i++) { %s }";
    assertThat(
            collected(
                read.formatted(
                    "try { parts.add(futures.get(i).join()); }"
                        + " catch (Exception e) { parts.add(repository.find(q)); }")))
        .isEqualTo(Handling.STATIC);
    assertThat(collected(read.formatted("parts.add(futures.get(i).join());")))
        .isEqualTo(Handling.RETHROW);
  }

  @Test
  void futuresThatAreReadTogetherFailThere() throws Exception {
    assertThat(
            collected(
                "try { CompletableFuture.allOf(futures.toArray(new CompletableFuture[0])).join(); }"
                    + " catch (Exception e) { return List.of(\"See the handbook.\"); }"))
        .isEqualTo(Handling.STATIC);
    assertThat(
            collected(
                "try { parts.addAll(futures.stream().map(CompletableFuture::join).toList()); }"
                    + " catch (Exception e) { return List.of(\"See the handbook.\"); }"))
        .isEqualTo(Handling.STATIC);
  }

  @Test
  void nothingThatComesOutOfAFutureIsAnsweredWhereItIsLookedAt() throws Exception {
    String ask =
        "public String ask(String q) { CompletableFuture<String> future ="
            + " CompletableFuture.supplyAsync(() -> { try { return model.chat(q); } catch (Exception"
            + " e) { return null; } }); String text = future.join(); %s return text; }";
    assertThat(scan(ask.formatted("if (text == null) { return repository.find(q); }")).handling())
        .isEqualTo(Handling.STATIC);
    assertThat(scan(ask.formatted("")).handling()).isEqualTo(Handling.SWALLOW);
  }
}
