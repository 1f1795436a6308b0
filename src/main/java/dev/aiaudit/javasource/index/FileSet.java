package dev.aiaudit.javasource.index;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/** An immutable set of file numbers in ascending order. */
public final class FileSet {
  private static final FileSet NONE = new FileSet(new int[0]);

  private final int[] files;

  private FileSet(int[] files) {
    this.files = files;
  }

  /** The empty set. */
  public static FileSet none() {
    return NONE;
  }

  /** The set of the given file numbers, in any order, repeated or not. */
  public static FileSet of(int... files) {
    return ofSorted(IntStream.of(files).sorted().distinct().toArray());
  }

  /** Takes over an array that is already ascending and free of repetitions. */
  static FileSet ofSorted(int[] files) {
    return files.length == 0 ? NONE : new FileSet(files);
  }

  /** Number of files. */
  public int size() {
    return files.length;
  }

  /** Whether no file is in the set. */
  public boolean isEmpty() {
    return files.length == 0;
  }

  /**
   * The file number at a position in ascending order.
   *
   * @throws ArrayIndexOutOfBoundsException when there is no such position
   */
  public int get(int position) {
    return files[position];
  }

  /** Whether a file is in the set. */
  public boolean contains(int file) {
    return Arrays.binarySearch(files, file) >= 0;
  }

  /** The file numbers in ascending order. */
  public IntStream stream() {
    return Arrays.stream(files);
  }

  /** A fresh array of the file numbers in ascending order. */
  public int[] toArray() {
    return files.clone();
  }

  /** The files of this set that are not marked. */
  FileSet without(BitSet marked) {
    int[] kept = new int[files.length];
    int size = 0;
    for (int file : files) {
      if (!marked.get(file)) {
        kept[size++] = file;
      }
    }
    return size == files.length ? this : ofSorted(Arrays.copyOf(kept, size));
  }

  /** The files of this set, of the other, or of both. */
  public FileSet union(FileSet other) {
    if (isEmpty() || this == other) {
      return other;
    }
    if (other.isEmpty()) {
      return this;
    }
    int[] merged = new int[files.length + other.files.length];
    int size = 0;
    int left = 0;
    int right = 0;
    while (left < files.length && right < other.files.length) {
      int a = files[left];
      int b = other.files[right];
      left += a <= b ? 1 : 0;
      right += b <= a ? 1 : 0;
      merged[size++] = Math.min(a, b);
    }
    for (; left < files.length; left++) {
      merged[size++] = files[left];
    }
    for (; right < other.files.length; right++) {
      merged[size++] = other.files[right];
    }
    return new FileSet(Arrays.copyOf(merged, size));
  }

  /** The files that are in both sets. */
  public FileSet intersect(FileSet other) {
    FileSet smaller = size() <= other.size() ? this : other;
    FileSet larger = smaller == this ? other : this;
    return ofSorted(Arrays.stream(smaller.files).filter(larger::contains).toArray());
  }

  /** The files of this set that are not in the other. */
  public FileSet minus(FileSet other) {
    return ofSorted(Arrays.stream(files).filter(file -> !other.contains(file)).toArray());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FileSet set && Arrays.equals(files, set.files);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(files);
  }

  @Override
  public String toString() {
    return Arrays.toString(files);
  }
}
