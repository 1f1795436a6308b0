package dev.aiaudit.javasource.index;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Prints files, seconds and heap of an index: arguments are a folder, threads and rounds. */
public final class IndexMeasurement {
  private IndexMeasurement() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    int threads = Integer.parseInt(args[1]);
    for (int round = 0; round < Integer.parseInt(args[2]); round++) {
      measure(Path.of(args[0]), threads);
    }
  }

  static List<Path> javaFiles(Path root) throws IOException {
    try (Stream<Path> walk = Files.walk(root)) {
      return walk.filter(path -> path.toString().endsWith(".java"))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }

  private static long cpuTime() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static void measure(Path root, int threads) throws IOException, InterruptedException {
    long start = System.nanoTime();
    List<Path> files = javaFiles(root);
    long walked = System.nanoTime();
    AtomicLong bytes = new AtomicLong();
    long cpuBefore = cpuTime();
    AtomicLong readTime = new AtomicLong();
    JavaIndex index =
        JavaIndex.build(
            new ByteSource() {
              @Override
              public int count() {
                return files.size();
              }

              @Override
              public String path(int file) {
                return files.get(file).toString();
              }

              @Override
              public byte[] read(int file) throws IOException {
                long before = System.nanoTime();
                byte[] content = Files.readAllBytes(files.get(file));
                bytes.addAndGet(content.length);
                readTime.addAndGet(System.nanoTime() - before);
                return content;
              }
            },
            threads);
    long built = System.nanoTime();
    long cpu = cpuTime() - cpuBefore;
    int literals = index.literals(text -> true).size();
    long asked = System.nanoTime();
    System.gc();
    long heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    System.out.printf(
        "%s files %d, MB %.1f, walk %.2f s, index %.2f s "
            + "(reading %.2f thread-s, CPU of the process %.2f s), "
            + "literals %d in %.3f s, heap %.1f MB, calling chat %d%n",
        root.getFileName(),
        index.fileCount(),
        bytes.get() / 1e6,
        (walked - start) / 1e9,
        (built - walked) / 1e9,
        readTime.get() / 1e9,
        cpu / 1e9,
        literals,
        (asked - built) / 1e9,
        heap / 1e6,
        index.filesCalling("chat").size());
  }
}
