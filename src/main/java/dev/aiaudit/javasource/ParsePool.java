package dev.aiaudit.javasource;

import dev.aiaudit.javasource.ParseOutcome.NotParsed;
import dev.aiaudit.javasource.ParseOutcome.Parsed;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Parses inputs on daemon threads with large stacks, each input within its deadline. A deadline is
 * about processor time, so that the load of the machine does not decide what is parsed. Whatever a
 * parse does (throw, overflow its stack, exhaust the memory, never end) concerns its own input
 * only. May be used by several threads at once.
 *
 * @param <I> what is parsed
 * @param <T> what comes out
 */
public final class ParsePool<I, T> implements AutoCloseable {
  static final String BUDGET_USED_UP = "parse budget used up";

  private final Function<I, T> parse;
  private final ToLongFunction<I> characters;
  private final int maxWorkers;
  private final ParseLimits limits;

  /** Guards all that follows and the tasks; notified whenever one of them changes. */
  private final Object lock = new Object();

  private final Queue<Task> queue = new ArrayDeque<>();
  private int workers;
  private int idle;
  private int abandoned;
  private boolean closed;

  /**
   * A pool that starts its threads when there is work for them.
   *
   * @param parse called on a worker, by several of them at once; must not return null
   * @param characters the size of an input, from which its deadline follows
   * @param maxWorkers number of threads that parse at the same time, at least 1
   */
  public ParsePool(
      Function<I, T> parse, ToLongFunction<I> characters, int maxWorkers, ParseLimits limits) {
    this.parse = parse;
    this.characters = characters;
    this.maxWorkers = Math.max(1, maxWorkers);
    this.limits = limits;
  }

  /** Parses one input and waits for it. */
  public ParseOutcome<T> one(I input) {
    return all(List.of(input)).get(0);
  }

  /**
   * Parses inputs and waits for all of them; the outcomes are in the order of the inputs. When the
   * waiting thread is interrupted, it stays so and the outcomes that are missing are not parsed.
   */
  public List<ParseOutcome<T>> all(List<I> inputs) {
    List<Task> tasks = new ArrayList<>(inputs.size());
    synchronized (lock) {
      for (I input : inputs) {
        Task task = new Task(input, limits.deadline(characters.applyAsLong(input)));
        tasks.add(task);
        queue.add(task);
      }
      refuseIfUsedUp();
      startWorkers();
      lock.notifyAll();
    }
    List<ParseOutcome<T>> outcomes = new ArrayList<>(tasks.size());
    for (Task task : tasks) {
      outcomes.add(await(task));
    }
    return List.copyOf(outcomes);
  }

  /** Number of parses that were given up because they did not end in time. */
  public int abandoned() {
    synchronized (lock) {
      return abandoned;
    }
  }

  /** Lets the threads end; inputs that wait, and later ones, are not parsed. */
  @Override
  public void close() {
    synchronized (lock) {
      closed = true;
      refuseIfUsedUp();
      lock.notifyAll();
    }
  }

  private final class Task {
    final I input;
    final Duration deadline;
    Optional<ParseOutcome<T>> outcome = Optional.empty();
    Optional<Thread> worker = Optional.empty();
    long started;
    long usedBefore = -1;

    Task(I input, Duration deadline) {
      this.input = input;
      this.deadline = deadline;
    }

    /**
     * How long to wait before looking again; 0 when the task is to be given up. Processor time is
     * counted from the moment at which the clock passes the deadline: nearly no parse gets there,
     * and the others need not be measured.
     */
    long nanosLeft() {
      long whole = deadline.toNanos();
      long elapsed = System.nanoTime() - started;
      if (elapsed < whole) {
        return whole - elapsed;
      }
      long untilTheEnd = whole * limits.patience() - elapsed;
      long used = ProcessorTime.of(worker.orElseThrow());
      if (used < 0 || untilTheEnd <= 0) {
        return 0;
      }
      usedBefore = usedBefore < 0 ? used : usedBefore;
      return Math.max(0, Math.min(untilTheEnd, whole - (used - usedBefore)));
    }
  }

  private ParseOutcome<T> await(Task task) {
    synchronized (lock) {
      while (task.outcome.isEmpty()) {
        long nanos = task.worker.isPresent() ? task.nanosLeft() : Long.MAX_VALUE;
        if (nanos <= 0) {
          abandon(task, task.worker.orElseThrow());
        } else if (!waitForChange(nanos)) {
          queue.remove(task);
          return new NotParsed<>("interrupted");
        }
      }
      return task.outcome.get();
    }
  }

  /** Waits for a change, at most so long; false when interrupted. */
  private boolean waitForChange(long nanos) {
    try {
      lock.wait(nanos / 1_000_000 + 1);
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void abandon(Task task, Thread worker) {
    double seconds = task.deadline.toMillis() / 1000.0;
    task.outcome =
        Optional.of(
            new NotParsed<>(String.format(Locale.ROOT, "not parsed within %.1f s", seconds)));
    abandoned++;
    workers--;
    worker.setPriority(Thread.MIN_PRIORITY);
    worker.interrupt();
    refuseIfUsedUp();
    startWorkers();
    lock.notifyAll();
  }

  private void refuseIfUsedUp() {
    if (closed || abandoned >= limits.maxAbandoned()) {
      String reason = closed ? "parsing was ended" : BUDGET_USED_UP;
      for (Task task = queue.poll(); task != null; task = queue.poll()) {
        task.outcome = Optional.of(new NotParsed<>(reason));
      }
    }
  }

  private void startWorkers() {
    for (int missing = queue.size() - idle; missing > 0 && workers < maxWorkers; missing--) {
      Thread worker = new Thread(null, this::work, "parse-" + workers, limits.stackBytes());
      worker.setDaemon(true);
      workers++;
      worker.start();
    }
  }

  private void work() {
    Optional<Task> next = take();
    while (next.isPresent()) {
      Task task = next.get();
      ParseOutcome<T> outcome = outcomeOf(task.input);
      if (!finish(task, outcome)) {
        return;
      }
      next = take();
    }
  }

  private Optional<Task> take() {
    synchronized (lock) {
      while (queue.isEmpty() && !closed) {
        idle++;
        try {
          lock.wait();
        } catch (InterruptedException meantForAnEarlierTask) {
          // The loop asks again.
        } finally {
          idle--;
        }
      }
      Optional<Task> task = Optional.ofNullable(queue.poll());
      task.ifPresent(this::start);
      workers -= task.isEmpty() ? 1 : 0;
      return task;
    }
  }

  private void start(Task task) {
    task.worker = Optional.of(Thread.currentThread());
    task.started = System.nanoTime();
    lock.notifyAll();
  }

  /** Hands over an outcome; false when the task was given up and another thread has taken over. */
  private boolean finish(Task task, ParseOutcome<T> outcome) {
    synchronized (lock) {
      if (task.outcome.isPresent()) {
        return false;
      }
      task.outcome = Optional.of(outcome);
      lock.notifyAll();
      return true;
    }
  }

  private ParseOutcome<T> outcomeOf(I input) {
    try {
      return new Parsed<>(parse.apply(input));
    } catch (StackOverflowError tooDeep) {
      return new NotParsed<>("nested too deeply for the parser");
    } catch (OutOfMemoryError tooLarge) {
      return new NotParsed<>("too large for the memory");
    } catch (RuntimeException | Error failed) {
      // A parser's own failure is a fact about this file, never the end of the run.
      return new NotParsed<>("parser failed: " + failed.getClass().getSimpleName());
    }
  }
}
