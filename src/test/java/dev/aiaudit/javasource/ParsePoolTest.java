package dev.aiaudit.javasource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.javasource.ParseOutcome.NotParsed;
import dev.aiaudit.javasource.ParseOutcome.Parsed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ParsePoolTest {
  private static final ParseLimits SHORT =
      new ParseLimits(Duration.ofMillis(100), Duration.ZERO, 1, 2, 64L << 20);

  /** As {@link #SHORT}, but by the clock a parse may take longer than a test. */
  private static final ParseLimits PATIENT =
      new ParseLimits(Duration.ofMillis(100), Duration.ZERO, 36_000, 2, 64L << 20);

  private static ParsePool<String, String> pool(
      int workers, ParseLimits limits, Function<String, String> parse) {
    return new ParsePool<>(parse, String::length, workers, limits);
  }

  private static String hang(String input) {
    CountDownLatch never = new CountDownLatch(1);
    while (input.equals("hang")) {
      try {
        never.await();
      } catch (InterruptedException ignored) {
        // a parser in a loop does not heed interrupts either
      }
    }
    return input + "!";
  }

  private static int depth(int levels) {
    return levels == 0 ? 0 : 1 + depth(levels - 1);
  }

  @Test
  void outcomesAreInTheOrderOfTheInputs() {
    List<String> inputs = IntStream.range(0, 2000).mapToObj(Integer::toString).toList();
    for (int workers : List.of(1, 4)) {
      try (ParsePool<String, String> pool = pool(workers, ParseLimits.standard(), x -> x + "!")) {
        List<ParseOutcome<String>> outcomes = pool.all(inputs);
        assertThat(outcomes.stream().map(outcome -> outcome.value().orElseThrow()))
            .containsExactlyElementsOf(inputs.stream().map(x -> x + "!").toList());
      }
    }
  }

  @Test
  void noInputsGiveNoOutcomes() {
    try (ParsePool<String, String> pool = pool(1, SHORT, ParsePoolTest::hang)) {
      assertThat(pool.all(List.of())).isEmpty();
    }
  }

  @Test
  void aParseThatNeverEndsIsAbandonedAndTheNextIsParsed() {
    try (ParsePool<String, String> pool = pool(1, SHORT, ParsePoolTest::hang)) {
      assertThat(pool.all(List.of("hang", "a", "b")))
          .containsExactly(
              new NotParsed<>("not parsed within 0.1 s"), new Parsed<>("a!"), new Parsed<>("b!"));
      assertThat(pool.abandoned()).isEqualTo(1);
    }
  }

  @Test
  void aParseThatOnlyWaitsForTheMachineIsNotAbandoned() {
    Function<String, String> slow =
        input -> {
          try {
            Thread.sleep(400);
          } catch (InterruptedException abandoned) {
            return "abandoned";
          }
          return input + "!";
        };
    try (ParsePool<String, String> pool = pool(1, PATIENT, slow)) {
      assertThat(pool.one("a")).isEqualTo(new Parsed<>("a!"));
    }
  }

  @Test
  void aParseThatUsesUpItsProcessorTimeIsAbandonedLongBeforeThePatienceEnds() {
    AtomicBoolean ended = new AtomicBoolean();
    Function<String, String> busy =
        input -> {
          while (!ended.get()) {
            Thread.onSpinWait();
          }
          return input;
        };
    try (ParsePool<String, String> pool = pool(1, PATIENT, busy)) {
      assertThat(pool.one("a")).isEqualTo(new NotParsed<>("not parsed within 0.1 s"));
    } finally {
      ended.set(true);
    }
  }

  @Test
  void afterTwoAbandonedParsesTheRestIsRefused() {
    try (ParsePool<String, String> pool = pool(1, SHORT, ParsePoolTest::hang)) {
      assertThat(pool.all(List.of("a", "hang", "b", "hang", "c")))
          .containsExactly(
              new Parsed<>("a!"),
              new NotParsed<>("not parsed within 0.1 s"),
              new Parsed<>("b!"),
              new NotParsed<>("not parsed within 0.1 s"),
              new NotParsed<>(ParsePool.BUDGET_USED_UP));
      assertThat(pool.one("d")).isEqualTo(new NotParsed<>("parse budget used up"));
    }
  }

  @Test
  void failuresConcernTheirOwnInputOnly() {
    Function<String, String> parse =
        input -> {
          switch (input) {
            case "deep" -> depth(Integer.MAX_VALUE);
            case "memory" -> throw new OutOfMemoryError("for the test");
            case "broken" -> throw new IllegalStateException("with words from the input");
            case "error" -> throw new AssertionError();
            default -> {}
          }
          return input + depth(100_000);
        };
    ParseLimits patient = new ParseLimits(Duration.ofSeconds(30), Duration.ZERO, 1, 2, 64L << 20);
    try (ParsePool<String, String> pool = pool(2, patient, parse)) {
      assertThat(pool.all(List.of("deep", "a", "memory", "broken", "error", "b")))
          .containsExactly(
              new NotParsed<>("nested too deeply for the parser"),
              new Parsed<>("a100000"),
              new NotParsed<>("too large for the memory"),
              new NotParsed<>("parser failed: IllegalStateException"),
              new NotParsed<>("parser failed: AssertionError"),
              new Parsed<>("b100000"));
    }
  }

  @Test
  void severalThreadsMayUseOnePool() throws InterruptedException {
    List<ParseOutcome<String>> outcomes = Collections.synchronizedList(new ArrayList<>());
    try (ParsePool<String, String> pool = pool(2, ParseLimits.standard(), x -> x + "!")) {
      List<Thread> callers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        List<String> inputs = Collections.nCopies(200, "x" + i);
        Thread caller =
            new Thread(() -> outcomes.addAll(inputs.stream().map(pool::one).distinct().toList()));
        caller.start();
        callers.add(caller);
      }
      for (Thread caller : callers) {
        caller.join();
      }
    }
    assertThat(outcomes.stream().map(outcome -> outcome.value().orElseThrow()))
        .containsExactlyInAnyOrder("x0!", "x1!", "x2!", "x3!", "x4!", "x5!", "x6!", "x7!");
  }

  @Test
  void anInterruptedCallerGetsNoOutcomeAndStaysInterrupted() {
    ParseLimits patient = new ParseLimits(Duration.ofHours(1), Duration.ZERO, 1, 2, 1L << 20);
    try (ParsePool<String, String> pool = pool(1, patient, ParsePoolTest::hang)) {
      Thread.currentThread().interrupt();
      assertThat(pool.one("hang")).isEqualTo(new NotParsed<>("interrupted"));
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void aClosedPoolParsesNothing() {
    ParsePool<String, String> pool = pool(1, SHORT, ParsePoolTest::hang);
    pool.close();
    assertThat(pool.one("a")).isEqualTo(new NotParsed<>("parsing was ended"));
  }

  @Test
  void theDeadlineGrowsWithTheInput() {
    assertThat(ParseLimits.standard().deadline(0)).isEqualTo(Duration.ofSeconds(2));
    assertThat(ParseLimits.standard().deadline(250_000)).isEqualTo(Duration.ofMillis(4500));
  }
}
