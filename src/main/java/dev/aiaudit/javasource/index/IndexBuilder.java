package dev.aiaudit.javasource.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Builds the index: workers take runs of consecutive files, each with tables of its own; at the end
 * the tables are joined and the runs are sorted into lists in file order. Which worker took which
 * run does not show in the index.
 */
final class IndexBuilder {
  private static final int RUN_LENGTH = 64;
  private static final int KINDS = 4;

  /** The finished lists: names, imports, literals, packages. */
  record Built(PostingLists[] inverted, ForwardLists[] forward, FileSet unread) {}

  private record Run(int worker, PostingBuffer.Run[] kinds, int[] unread) {}

  private final ByteSource source;
  private final Run[] runs;
  private final FileEntries[] workers;
  private final AtomicInteger nextRun = new AtomicInteger();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  IndexBuilder(ByteSource source, int threads) {
    this.source = source;
    this.runs = new Run[(source.count() + RUN_LENGTH - 1) / RUN_LENGTH];
    this.workers = new FileEntries[Math.max(1, Math.min(threads, runs.length))];
    int multiplier = new SplittableRandom().nextInt();
    for (int i = 0; i < workers.length; i++) {
      workers[i] = new FileEntries(multiplier);
    }
  }

  Built build() throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int worker = 1; worker < workers.length; worker++) {
      int number = worker;
      Thread thread = new Thread(() -> workOrRecord(number), "index-" + worker);
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
    workOrRecord(0);
    for (Thread thread : threads) {
      thread.join();
    }
    Throwable thrown = failure.get();
    if (thrown != null) {
      rethrow(thrown);
    }
    return join();
  }

  private static void rethrow(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    if (thrown instanceof RuntimeException exception) {
      throw exception;
    }
  }

  private void workOrRecord(int worker) {
    try {
      work(worker);
    } catch (RuntimeException | Error thrown) {
      failure.compareAndSet(null, thrown);
    }
  }

  private void work(int worker) {
    Lexer lexer = new Lexer(workers[worker]);
    PostingBuffer[] buffers = workers[worker].buffers();
    int run = nextRun.getAndIncrement();
    while (run < runs.length && failure.get() == null) {
      runs[run] = readRun(worker, lexer, buffers, run * RUN_LENGTH);
      run = nextRun.getAndIncrement();
    }
  }

  private Run readRun(int worker, Lexer lexer, PostingBuffer[] buffers, int first) {
    IntList unread = new IntList();
    for (PostingBuffer buffer : buffers) {
      buffer.startRun();
    }
    int end = Math.min(first + RUN_LENGTH, source.count());
    for (int file = first; file < end; file++) {
      for (PostingBuffer buffer : buffers) {
        buffer.startFile();
      }
      try {
        lexer.read(source.read(file));
      } catch (IOException | UncheckedIOException unreadable) {
        unread.add(file);
      }
    }
    PostingBuffer.Run[] kinds = new PostingBuffer.Run[buffers.length];
    for (int kind = 0; kind < kinds.length; kind++) {
      kinds[kind] = buffers[kind].finishRun();
    }
    return new Run(worker, kinds, unread.toArray());
  }

  private Built join() {
    int[][][] toGlobal = new int[KINDS][workers.length][];
    for (int worker = 0; worker < workers.length; worker++) {
      NameTable[] tables = workers[worker].tables();
      for (int kind = 0; kind < KINDS; kind++) {
        toGlobal[kind][worker] = workers[0].tables()[kind].absorb(tables[kind]);
      }
      workers[worker] = worker == 0 ? workers[0] : null;
    }
    PostingLists[] inverted = new PostingLists[KINDS];
    ForwardLists[] forward = new ForwardLists[KINDS];
    for (int kind = KINDS - 1; kind >= 0; kind--) {
      List<PostingLists.Part> parts = parts(kind, toGlobal[kind]);
      inverted[kind] = PostingLists.of(workers[0].tables()[kind], parts);
      // The names of a file are not asked for: that list would double the memory of the index.
      forward[kind] = ForwardLists.of(source.count(), kind == 0 ? List.of() : parts);
    }
    return new Built(inverted, forward, unread());
  }

  private List<PostingLists.Part> parts(int kind, int[][] toGlobal) {
    List<PostingLists.Part> parts = new ArrayList<>(runs.length);
    for (int run = 0; run < runs.length; run++) {
      int first = run * RUN_LENGTH;
      parts.add(
          new PostingLists.Part(first, toGlobal[runs[run].worker()], runs[run].kinds()[kind]));
    }
    return parts;
  }

  private FileSet unread() {
    IntList unread = new IntList();
    for (Run run : runs) {
      for (int file : run.unread()) {
        unread.add(file);
      }
    }
    return FileSet.ofSorted(unread.toArray());
  }
}
