package dev.aiaudit.javasource.index;

import java.util.Arrays;

/** A growing array of ints. */
final class IntList {
  private int[] values = new int[256];
  private int size;

  int size() {
    return size;
  }

  int get(int position) {
    return values[position];
  }

  void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = value;
  }

  int removeLast() {
    return values[--size];
  }

  void clear() {
    size = 0;
  }

  int[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
