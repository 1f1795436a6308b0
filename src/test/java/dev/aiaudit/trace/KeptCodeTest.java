package dev.aiaudit.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Code that is made in one place, kept in a bean, a field or a client, and run in another. */
class KeptCodeTest {
  private static final String CONTROLLER =
      """
      @RestController class Search { private final Expander expander;
        Search(Expander expander) { this.expander = expander; }
        @GetMapping("/q") String q(String s) { return expander.expand(s); } }
      """;

  @TempDir Path root;

  @Test
  void aMethodReferenceThatABeanIsMadeOfRunsWhereTheBeanIsUsed() throws Exception {
    Scan scan =
        Scan.of(
            root,
            CONTROLLER,
            "interface Expander { String expand(String q); }",
            """
            class ModelExpander implements Expander { private final UnaryOperator<String> rewriter;
              ModelExpander(UnaryOperator<String> rewriter) { this.rewriter = rewriter; }
              @Override public String expand(String q) { return rewriter.apply(q); } }
            """,
            """
            import org.springframework.context.annotation.*;
            @Configuration class Config {
              @Bean Expander expander(ChatModel model) { return new ModelExpander(model::chat); } }
            """);

    assertThat(scan.entries()).containsExactly("http app.Search.q GET /q");
    assertThat(scan.coupling()).isEqualTo("waits");
  }

  @Test
  void aLambdaThatABeanIsRunsWhereTheBeanIsUsed() throws Exception {
    Scan scan =
        Scan.of(
            root,
            CONTROLLER,
            "interface Expander { String expand(String q); }",
            """
            import org.springframework.context.annotation.*;
            @Configuration class Config {
              @Bean Expander expander(ChatModel model) { return q -> model.chat(q); } }
            """);

    assertThat(scan.entries()).containsExactly("http app.Search.q GET /q");
  }

  @Test
  void aLambdaGivenToTheBuilderOfABeanDoesNotRunAtStartup() throws Exception {
    Scan scan =
        Scan.of(
            root,
            """
            import com.acme.Pipeline;
            import org.springframework.context.annotation.*;
            @Configuration class Config {
              @Bean Pipeline pipeline(ChatModel model) {
                return Pipeline.builder().step(q -> model.chat("" + q)).build(); } }
            """);

    assertThat(scan.coupling()).isEqualTo("unreached");
  }

  @Test
  void aLambdaGivenToTheBuilderOfAFieldRunsWhereTheFieldIsUsed() throws Exception {
    Scan scan =
        Scan.of(
            root,
            """
            import com.acme.Pipeline;
            @RestController class Shop { private final Pipeline pipeline;
              Shop(ChatModel model) {
                this.pipeline = Pipeline.builder().step(q -> model.chat("" + q)).build(); }
              @GetMapping("/run") Object run() { return pipeline.start(); }
              @GetMapping("/other") Object other() { return "x"; } }
            """);

    assertThat(scan.entries()).containsExactly("http app.Shop.run GET /run");
  }

  @Test
  void aCallInTheBodyOfABeanMethodRunsAtStartup() throws Exception {
    Scan scan =
        Scan.of(
            root,
            """
            import org.springframework.context.annotation.*;
            @Configuration class Config {
              @Bean String greeting(ChatModel model) { return model.chat("hello"); } }
            """);

    assertThat(scan.entries()).containsExactly("startup app.Config.greeting -");
  }

  @Test
  void aRunnerBeanRunsAtStartup() throws Exception {
    Scan scan =
        Scan.of(
            root,
            """
            import org.springframework.boot.CommandLineRunner;
            import org.springframework.context.annotation.*;
            @Configuration class Config {
              @Bean CommandLineRunner warm(ChatModel model) { return a -> model.chat("x"); } }
            """);

    assertThat(scan.entries()).containsExactly("startup app.Config.warm -");
  }

  @Test
  void ofCopiedModulesEachOneCallsItsOwnTypes() throws Exception {
    for (String step : new String[] {"step-1", "step-2"}) {
      write(
          step + "/src/main/java/app/Ask.java",
          """
          package app;
          import dev.langchain4j.model.chat.ChatModel;
          class Ask { ChatModel model;
            String ask() { return model.chat("%s"); } }
          """
              .formatted(step));
    }
    write(
        "step-2/src/main/java/app/Web.java",
        """
        package app;
        import org.springframework.web.bind.annotation.*;
        @RestController class Web { Ask ask;
          @GetMapping("/x") String x() { return ask.ask(); } }
        """);
    Scan scan = Scan.of(root);

    assertThat(scan.inFile("step-2/src/main/java/app/Ask.java").coupling()).isEqualTo("waits");
    assertThat(scan.inFile("step-1/src/main/java/app/Ask.java").coupling()).isEqualTo("unreached");
  }

  @Test
  void aStrayCopyOutsideOfTheSourceFoldersIsNotMeant() throws Exception {
    write("Tool.java", "package app; interface Tool { String old(); }");
    Scan scan =
        Scan.of(
            root,
            "interface Tool { String use(String s); }",
            """
            class ModelTool implements Tool { ChatModel model;
              @Override public String use(String s) { return model.chat(s); } }
            """,
            """
            @RestController class Web { Tool tool;
              @GetMapping("/x") String x() { return tool.use("a"); } }
            """);

    assertThat(scan.entries()).containsExactly("http app.Web.x GET /x");
  }

  @Test
  void aPersonInAConversationWaitsForTheThreadThatAnswers() throws Exception {
    Scan scan =
        Scan.of(
            root,
            """
            import org.telegram.telegrambots.bots.TelegramLongPollingBot;
            class Bot extends TelegramLongPollingBot { ChatModel model;
              @Override public void onUpdateReceived(Object update) {
                new Thread(() -> send(model.chat("x"))).start(); }
              void send(String s) {} }
            """);

    assertThat(scan.coupling()).isEqualTo("waits");
  }

  @Test
  void aMethodThatOnlyItsOwnObjectCallsIsNoAsyncEntry() throws Exception {
    Scan scan =
        Scan.of(
            root,
            """
            import org.springframework.scheduling.annotation.Async;
            @RestController class Web { ChatModel model;
              @GetMapping("/x") String x() { work(); return "ok"; }
              @Async public void work() { model.chat("x"); } }
            """);

    assertThat(scan.entries()).containsExactly("http app.Web.x GET /x");
    assertThat(scan.coupling()).isEqualTo("waits");
  }

  private void write(String path, String text) throws Exception {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static final String CONTEXT =
      """
      record Context(Settings settings, Supplier<String> model) {
        Context(Settings settings) { this(settings, () -> ""); } }
      """;

  private Scan heldBy(String holder, String using) throws Exception {
    return Scan.of(
        root,
        "class Settings { String name() { return \"\"; } }",
        holder,
        """
        class Made { ChatModel model;
          Web web() { return new Web(new Context(new Settings(), () -> model.chat("a"))); } }
        """,
        """
        @RestController class Web { private final Context context;
          Web(Context context) { this.context = context; }
          @GetMapping("/x") String x() { return %s; } }
        """
            .formatted(using));
  }

  @Test
  void whatARecordHoldsRunsWhereItIsReadAndCalled() throws Exception {
    assertThat(heldBy(CONTEXT, "context.model().get()").entries())
        .containsExactly("http app.Web.x GET /x");
  }

  @Test
  void whatARecordHoldsDoesNotRunWhereSomethingElseIsRead() throws Exception {
    assertThat(heldBy(CONTEXT, "context.settings().name()").entries()).isEmpty();
  }

  @Test
  void whatLombokKeepsRunsWhereItIsReadAndCalled() throws Exception {
    String holder =
        """
        import lombok.*;
        @Getter @AllArgsConstructor class Context { private final Settings settings;
          private final Supplier<String> model; }
        """;
    assertThat(heldBy(holder, "context.getModel().get()").entries())
        .containsExactly("http app.Web.x GET /x");
  }

  @Test
  void aCheckForNullDoesNotRunWhatItChecks() throws Exception {
    Scan scan =
        Scan.of(
            root,
            """
            class Job { private final Supplier<String> work;
              Job(Supplier<String> work) { this.work = Objects.requireNonNull(work); }
              String run() { return work.get(); } }
            """,
            """
            @RestController class Web { ChatModel model; Job job;
              @GetMapping("/make") void make() { job = new Job(() -> model.chat("a")); }
              @GetMapping("/run") String run() { return job.run(); } }
            """);
    assertThat(scan.entries()).containsExactly("http app.Web.run GET /run");
  }
}
