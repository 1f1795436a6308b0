package dev.aiaudit.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetachedPathsTest {
  private static final String FAILS = "() -> model.chat(text)";
  private static final String CATCHES =
      "() -> { try { model.chat(text); } catch (RuntimeException e) { log(e); } }";

  @TempDir Path root;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pool.submit(%s);",
        "Future<?> unused = pool.submit(%s);",
        "pool.execute(%s);",
        "CompletableFuture.runAsync(%s);",
        "CompletableFuture.runAsync(%s, pool).whenComplete((a, b) -> log(b));",
        "Thread.startVirtualThread(%s);",
        "Thread.ofVirtual().start(%s);",
        "Thread.ofVirtual().name(\"ai\").start(%s);",
        "Thread.ofPlatform().daemon().start(%s);",
        "Thread.ofVirtual().unstarted(%s).start();",
        "new Thread(%s).start();",
        "Executors.newVirtualThreadPerTaskExecutor().submit(%s);",
        "Executors.newSingleThreadExecutor().execute(%s);"
      })
  void nobodyWaitsForATaskThatIsOnlyStarted(String start) throws Exception {
    assertThat(coupling(start, FAILS)).as("a task that fails").isEqualTo("detached");
    assertThat(coupling(start, CATCHES)).as("a task that catches").isEqualTo("detached");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pool.submit(%s).get();",
        "Future<?> f = pool.submit(%s); f.get();",
        "CompletableFuture.runAsync(%s).join();",
        "CompletableFuture.runAsync(%s, pool).exceptionally(e -> null).join();",
        "CompletableFuture<Void> f = CompletableFuture.runAsync(%s); f.join();",
        "try (var own = Executors.newVirtualThreadPerTaskExecutor()) { own.submit(%s); }",
        "try (var scope = new StructuredTaskScope.ShutdownOnFailure()) { scope.fork(%s); scope.join(); }"
      })
  void theCallerWaitsForATaskWhoseEndItAwaits(String start) throws Exception {
    assertThat(coupling(start, FAILS)).as("a task that fails").isEqualTo("waits");
    assertThat(coupling(start, CATCHES)).as("a task that catches").isEqualTo("waits");
  }

  private String coupling(String start, String task) throws Exception {
    return Scan.of(
            root,
            """
            @RestController class Shop {
              private ChatModel model;
              private ExecutorService pool;
              @GetMapping("/shop") String shop(String text) throws Exception { %s return "ok"; }
              void log(Throwable e) {}
            }
            """
                .formatted(start.formatted(task)))
        .coupling();
  }
}
