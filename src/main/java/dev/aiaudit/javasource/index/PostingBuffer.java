package dev.aiaudit.javasource.index;

import java.util.Arrays;

/**
 * Gathers, file by file, the numbers seen with their role bits, each number once per file. Filled
 * by one worker for a run of files, then handed over as a {@link Run}.
 */
final class PostingBuffer {
  /**
   * The postings of consecutive files: those of the {@code i}-th file stand at {@code starts[i]} to
   * {@code starts[i + 1]}, numbers being those of the worker's own table.
   */
  record Run(int[] starts, int[] ids, byte[] roles) {}

  private final IntList starts = new IntList();
  private int[] ids = new int[4096];
  private byte[] roles = new byte[4096];
  private int size;
  private int fileStart;

  /** Where an id stands in {@code ids}, valid if that place is in the current file and agrees. */
  private int[] placeOf = new int[1024];

  void startRun() {
    size = 0;
    starts.clear();
  }

  void startFile() {
    starts.add(size);
    fileStart = size;
  }

  /** Forgets what the current file has added so far. */
  void restartFile() {
    size = fileStart;
  }

  void add(int id, int roleBits) {
    if (id >= placeOf.length) {
      placeOf = Arrays.copyOf(placeOf, Math.max(id + 1, placeOf.length * 2));
    }
    int place = placeOf[id];
    if (place >= fileStart && place < size && ids[place] == id) {
      roles[place] |= (byte) roleBits;
      return;
    }
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, size * 2);
      roles = Arrays.copyOf(roles, size * 2);
    }
    ids[size] = id;
    roles[size] = (byte) roleBits;
    placeOf[id] = size++;
  }

  Run finishRun() {
    starts.add(size);
    return new Run(starts.toArray(), Arrays.copyOf(ids, size), Arrays.copyOf(roles, size));
  }
}
