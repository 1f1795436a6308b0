package dev.aiaudit.javasource.index;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Numbers byte strings 0, 1, 2 … in the order of their first appearance: an open-addressing hash
 * over one byte pool. The hash multiplier is drawn per index, so that a hostile tree cannot choose
 * names that collide; numbers therefore never reach a caller, only sorted files and sorted names.
 */
final class NameTable {
  /** Longest byte string that is kept; longer ones are cut by the callers or left out. */
  static final int MAX_LENGTH = 255;

  private static final int MAX_POOL = Integer.MAX_VALUE - 64;

  final int multiplier;
  private int[] slots = new int[1024];
  private int[] hashes = new int[512];
  private int[] starts = new int[513];
  private byte[] pool = new byte[8192];
  private int size;
  private volatile int[] sorted = new int[0];

  NameTable(int multiplier) {
    this.multiplier = multiplier | 1;
  }

  int size() {
    return size;
  }

  /** Hash of a byte range as {@link #intern(byte[], int, int, int)} expects it. */
  int hash(byte[] text, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = hash * multiplier + text[i];
    }
    return hash;
  }

  /** Number of a byte range, new or old; -1 when the pool is full. */
  int intern(byte[] text, int from, int to, int hash) {
    int slot = find(text, from, to, hash);
    if (slots[slot] != 0) {
      return slots[slot] - 1;
    }
    if (starts[size] > MAX_POOL - (to - from)) {
      return -1;
    }
    if (size == hashes.length) {
      grow();
      slot = find(text, from, to, hash);
    }
    append(text, from, to);
    hashes[size] = hash;
    slots[slot] = ++size;
    return size - 1;
  }

  int intern(byte[] text, int from, int to) {
    return intern(text, from, to, hash(text, from, to));
  }

  /** Number of a name, or -1 when it was never interned. */
  int lookUp(String name) {
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    return slots[find(text, 0, text.length, hash(text, 0, text.length))] - 1;
  }

  String name(int id) {
    return new String(pool, starts[id], length(id), StandardCharsets.UTF_8);
  }

  /** Numbers of all names that begin with a prefix; for a table that no longer grows. */
  int[] withPrefix(String prefix) {
    byte[] text = prefix.getBytes(StandardCharsets.UTF_8);
    int[] order = inOrder();
    int low = 0;
    int high = order.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      int id = order[middle];
      if (Arrays.compareUnsigned(pool, starts[id], starts[id + 1], text, 0, text.length) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    int end = low;
    while (end < order.length && startsWith(order[end], text)) {
      end++;
    }
    return Arrays.copyOfRange(order, low, end);
  }

  private boolean startsWith(int id, byte[] text) {
    int start = starts[id];
    return length(id) >= text.length
        && Arrays.equals(pool, start, start + text.length, text, 0, text.length);
  }

  /** All numbers in the order of the bytes of their names: hundreds of prefixes are asked for. */
  private int[] inOrder() {
    int[] order = sorted;
    if (order.length != size) {
      order =
          IntStream.range(0, size)
              .boxed()
              .sorted(
                  (a, b) ->
                      Arrays.compareUnsigned(
                          pool, starts[a], starts[a + 1], pool, starts[b], starts[b + 1]))
              .mapToInt(Integer::intValue)
              .toArray();
      sorted = order;
    }
    return order;
  }

  int length(int id) {
    return starts[id + 1] - starts[id];
  }

  void copyTo(int id, byte[] target, int at) {
    System.arraycopy(pool, starts[id], target, at, length(id));
  }

  /** Interns all of another table with the same multiplier; the result maps its numbers to ours. */
  int[] absorb(NameTable other) {
    int[] mapped = new int[other.size];
    for (int id = 0; id < other.size; id++) {
      mapped[id] = intern(other.pool, other.starts[id], other.starts[id + 1], other.hashes[id]);
    }
    return mapped;
  }

  /** Gives back the spare room of the pool. */
  void trim() {
    pool = Arrays.copyOf(pool, starts[size]);
  }

  private int find(byte[] text, int from, int to, int hash) {
    int mask = slots.length - 1;
    int slot = spread(hash) & mask;
    while (slots[slot] != 0 && !same(slots[slot] - 1, text, from, to, hash)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private boolean same(int id, byte[] text, int from, int to, int hash) {
    if (hashes[id] != hash || length(id) != to - from) {
      return false;
    }
    byte[] bytes = pool;
    for (int i = from, j = starts[id]; i < to; i++, j++) {
      if (bytes[j] != text[i]) {
        return false;
      }
    }
    return true;
  }

  private static int spread(int hash) {
    int mixed = (hash ^ (hash >>> 16)) * 0x7feb352d;
    mixed = (mixed ^ (mixed >>> 15)) * 0x846ca68b;
    return mixed ^ (mixed >>> 16);
  }

  private void append(byte[] text, int from, int to) {
    int start = starts[size];
    int end = start + (to - from);
    if (end > pool.length) {
      pool = Arrays.copyOf(pool, (int) Math.min(MAX_POOL, Math.max(2L * pool.length, end)));
    }
    System.arraycopy(text, from, pool, start, to - from);
    starts[size + 1] = end;
  }

  private void grow() {
    hashes = Arrays.copyOf(hashes, hashes.length * 2);
    starts = Arrays.copyOf(starts, hashes.length + 1);
    int[] larger = new int[slots.length * 2];
    for (int id = 0; id < size; id++) {
      int slot = spread(hashes[id]) & (larger.length - 1);
      while (larger[slot] != 0) {
        slot = (slot + 1) & (larger.length - 1);
      }
      larger[slot] = id + 1;
    }
    slots = larger;
  }
}
