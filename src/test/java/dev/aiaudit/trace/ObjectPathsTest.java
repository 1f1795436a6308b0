package dev.aiaudit.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objects that are made to be called later: anonymous classes, tasks, threads, listeners. */
class ObjectPathsTest {
  @TempDir Path root;

  @Test
  void followsAnAnonymousObjectOfAnOwnInterface() throws Exception {
    Scan scan =
        Scan.of(
            root,
            """
            @RestController class A { ChatModel model; Runner runner;
              @GetMapping("/x") String x() {
                return runner.run(new Callback() {
                  @Override public String on(String s) { return model.chat(s); } }); } }
            """,
            "interface Callback { String on(String s); }",
            "class Runner { String run(Callback c) { return c.on(\"x\"); } }");

    assertThat(scan.coupling()).isEqualTo("waits");
    assertThat(scan.frames())
        .containsExactly("app.A.x call", "app.Runner.run override", "app.A.x/Callback.on call");
  }

  @Test
  void followsAnAnonymousObjectOfAnOwnBaseClass() throws Exception {
    Scan scan =
        Scan.of(
            root,
            "abstract class Base { String go() { return step(); } abstract String step(); }",
            """
            @RestController class A { ChatModel model;
              @GetMapping("/x") String x() {
                Base b = new Base() { String step() { return model.chat("a"); } };
                return b.go(); } }
            """);

    assertThat(scan.entries()).containsExactly("http app.A.x GET /x");
    assertThat(scan.coupling()).isEqualTo("waits");
  }

  @Test
  void waitsForTasksWhoseResultIsRead() throws Exception {
    Scan scan =
        Scan.of(
            root,
            """
            @RestController class A { ChatModel model; ExecutorService pool;
              @GetMapping("/x") String x() throws Exception {
                return pool.submit(new Task()).get(); }
              class Task implements Callable<String> {
                public String call() { return model.chat("a"); } } }
            """);

    assertThat(scan.entries()).containsExactly("http app.A.x GET /x");
    assertThat(scan.coupling()).isEqualTo("waits");
  }

  @Test
  void doesNotWaitForThreadsAndTasksOfAPool() throws Exception {
    Scan scan =
        Scan.of(
            root,
            """
            @RestController class A { Work work; ExecutorService pool;
              @GetMapping("/own") void own() { new Runner(work).start(); }
              @GetMapping("/pool") void pool() {
                pool.execute(new Runnable() { public void run() { work.ask(); } }); } }
            """,
            "class Work { ChatModel model; String ask() { return model.chat(\"a\"); } }",
            """
            class Runner extends Thread { Work work; Runner(Work w) { work = w; }
              public void run() { work.ask(); } }
            """);

    assertThat(scan.entries())
        .containsExactly("http app.A.own GET /own", "http app.A.pool GET /pool");
    assertThat(scan.coupling()).isEqualTo("detached");
  }

  @Test
  void aThreadIsNotRunByWhatInterruptsIt() throws Exception {
    Scan scan =
        Scan.of(
            root,
            """
            @RestController class A { ChatModel model; Runnable stop;
              @GetMapping("/start") void start() {
                Thread t = new Thread(() -> model.chat("a"));
                t.setDaemon(true);
                t.start();
                stop = () -> t.interrupt(); }
              @GetMapping("/stop") void stop() { stop.run(); } }
            """);

    assertThat(scan.entries()).containsExactly("http app.A.start GET /start");
    assertThat(scan.coupling()).isEqualTo("detached");
  }

  @Test
  void followsTheBodyOfAnEnumConstant() throws Exception {
    Scan scan =
        Scan.of(
            root,
            """
            enum Op { ASK { String go(ChatModel m) { return m.chat("a"); } };
              abstract String go(ChatModel m); }
            """,
            """
            @RestController class A { ChatModel model;
              @GetMapping("/x/{op}") String x(String op) { return Op.valueOf(op).go(model); } }
            """);

    assertThat(scan.entries()).containsExactly("http app.A.x GET /x/{op}");
  }

  @Test
  void anUnusedAnonymousObjectReachesNothing() throws Exception {
    Scan scan =
        Scan.of(
            root,
            """
            @RestController class A { ChatModel model;
              @GetMapping("/x") String x() { return "x"; }
              Supplier<String> never() {
                return new Supplier<>() { public String get() { return model.chat("a"); } }; } }
            """);

    assertThat(scan.coupling()).isEqualTo("unreached");
  }

  @Test
  void aRegisteredListenerIsCalledByItsFrameworkOnly() throws Exception {
    Scan scan =
        Scan.of(
            root,
            """
            class Bot extends net.dv8tion.jda.api.hooks.ListenerAdapter { ChatModel model;
              @Override public void onMessageReceived(
                  net.dv8tion.jda.api.events.message.MessageReceivedEvent e) { model.chat("a"); } }
            """,
            """
            class Start { public static void main(String[] args) {
              net.dv8tion.jda.api.JDABuilder.createDefault("t")
                  .addEventListeners(new Bot()).build(); } }
            """);

    assertThat(scan.entries()).containsExactly("chatbot app.Bot.onMessageReceived -");
  }

  @Test
  void aMainMethodStartsTheApplicationWhoseClassItNames() throws Exception {
    Scan scan =
        Scan.of(
            root,
            """
            class Start { public static void main(String[] args) {
              io.quarkus.runtime.Quarkus.run(Console.class, args); } }
            """,
            """
            class Console implements io.quarkus.runtime.QuarkusApplication { ChatModel model;
              public int run(String... args) { model.chat("a"); return 0; } }
            """,
            """
            class Other { public static void main(String[] args) {
              System.out.println(Console.class); } }
            """);

    assertThat(scan.entries()).containsExactly("main app.Console.run -", "main app.Start.main -");
  }

  @Test
  void aDelayedTaskBelongsToWhoAsksForItAndAPeriodicOneToNobody() throws Exception {
    Scan scan =
        Scan.of(
            root,
            """
            @RestController class A { Work work; ScheduledExecutorService pool;
              @GetMapping("/x") void x() {
                pool.schedule(() -> { work.ask(); }, 1, TimeUnit.SECONDS); }
              @GetMapping("/y") void y() {
                pool.scheduleAtFixedRate(() -> { work.ask(); }, 1, 1, TimeUnit.SECONDS); } }
            """,
            "class Work { ChatModel model; String ask() { return model.chat(\"a\"); } }");

    assertThat(scan.entries()).containsExactly("http app.A.x GET /x", "scheduled app.A.y -");
    assertThat(scan.coupling()).isEqualTo("detached");
  }

  @Test
  void followsAReferenceToAMethodOfAFieldOrLocal() throws Exception {
    Scan scan =
        Scan.of(
            root,
            "class Work { ChatModel model; String ask() { return model.chat(\"a\"); } }",
            """
            @RestController class A { Work work;
              @GetMapping("/x") String x() { return timed(work::ask); }
              @GetMapping("/y") CompletableFuture<String> y() {
                Work local = work;
                return CompletableFuture.supplyAsync(local::ask); }
              @GetMapping("/z") String z() { return timed(this::other); }
              String other() { return "no"; }
              String timed(Supplier<String> s) { return s.get(); } }
            """);

    assertThat(scan.entries()).containsExactly("http app.A.x GET /x", "http app.A.y GET /y");
    assertThat(scan.coupling()).isEqualTo("waits");
  }

  @Test
  void makingAClientBeanDoesNotCallIt() throws Exception {
    Scan scan =
        Scan.of(
            root,
            """
            class Wrapped extends org.vendor.Client { ChatModel model;
              @Override public String call(String s) { return model.chat(s); } }
            """,
            """
            @org.springframework.context.annotation.Configuration class Beans {
              @org.springframework.context.annotation.Bean Wrapped client() {
                return new Wrapped(); } }
            """);

    assertThat(scan.coupling()).isEqualTo("unreached");
  }

  @Test
  void aRunnerBeanIsRunAtTheStart() throws Exception {
    Scan scan =
        Scan.of(
            root,
            """
            class Seed implements org.springframework.boot.CommandLineRunner { ChatModel model;
              @Override public void run(String... args) { model.chat("a"); } }
            """,
            """
            @org.springframework.context.annotation.Configuration class Beans {
              @org.springframework.context.annotation.Bean
              org.springframework.boot.CommandLineRunner seed() { return new Seed(); } }
            """);

    assertThat(scan.entries()).containsExactly("startup app.Seed.run -");
  }

  private Scan withExecutor(String production) throws Exception {
    Path test = root.resolve("src/test/java/app/UsesExecutor.java");
    java.nio.file.Files.createDirectories(test.getParent());
    java.nio.file.Files.writeString(
        test, "package app; class UsesExecutor { Executing e = new Inline(); }");
    return Scan.of(
        root,
        "interface Executing { void execute(Job job); }",
        "class Inline implements Executing { public void execute(Job job) { job.call(); } }",
        "abstract class Job { abstract String call(); }",
        "class Asking extends Job { ChatModel model; String call() { return model.chat(\"a\"); } }",
        """
        @RestController class A { Executing executing;
          @GetMapping("/x") void x() { executing.execute(new Asking()); } }
        """,
        production);
  }

  @Test
  void anExecutorThatOnlyTestsMakeRunsNothing() throws Exception {
    assertThat(withExecutor("class Other {}").coupling()).isEqualTo("unreached");
  }

  @Test
  void anExecutorThatProductionMakesRunsWhatItIsGiven() throws Exception {
    assertThat(withExecutor("class Other { Executing e = new Inline(); }").coupling())
        .isEqualTo("waits");
  }
}
