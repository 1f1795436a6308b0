package dev.aiaudit.javasource;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** How much processor time threads have used. Loading this class costs some milliseconds. */
final class ProcessorTime {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private ProcessorTime() {}

  /** Nanoseconds that a thread has used since it was started; -1 when the JVM does not tell. */
  static long of(Thread thread) {
    return THREADS.isThreadCpuTimeSupported() && THREADS.isThreadCpuTimeEnabled()
        ? THREADS.getThreadCpuTime(thread.getId())
        : -1;
  }
}
