package dev.aiaudit.javasource.index;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * For every name the files it occurs in, ascending, each with its role bits: the file number in the
 * upper 24 bits of an int, the roles in the lower 8.
 */
final class PostingLists {
  /** A run of files with the worker that made it and the number of its first file. */
  record Part(int firstFile, int[] toGlobal, PostingBuffer.Run run) {}

  private final NameTable names;
  private final int[] starts;
  private final int[] postings;

  private PostingLists(NameTable names, int[] starts, int[] postings) {
    this.names = names;
    this.starts = starts;
    this.postings = postings;
  }

  /** Turns parts in file order into lists per name: a counting sort. */
  static PostingLists of(NameTable names, List<Part> parts) {
    int[] starts = new int[names.size() + 1];
    for (Part part : parts) {
      for (int id : part.run().ids()) {
        starts[part.toGlobal()[id] + 1]++;
      }
    }
    for (int id = 0; id < names.size(); id++) {
      starts[id + 1] += starts[id];
    }
    int[] postings = new int[starts[names.size()]];
    int[] next = Arrays.copyOf(starts, names.size());
    for (Part part : parts) {
      fill(part, next, postings);
    }
    names.trim();
    return new PostingLists(names, starts, postings);
  }

  private static void fill(Part part, int[] next, int[] postings) {
    PostingBuffer.Run run = part.run();
    for (int i = 0; i + 1 < run.starts().length; i++) {
      int file = (part.firstFile() + i) << 8;
      for (int p = run.starts()[i]; p < run.starts()[i + 1]; p++) {
        postings[next[part.toGlobal()[run.ids()[p]]]++] = file | (run.roles()[p] & 0xff);
      }
    }
  }

  NameTable names() {
    return names;
  }

  /** Files in which the name occurs in any role. */
  FileSet files(String name) {
    int id = names.lookUp(name);
    return id < 0 ? FileSet.none() : files(id);
  }

  FileSet files(int id) {
    int[] files = new int[starts[id + 1] - starts[id]];
    for (int i = 0; i < files.length; i++) {
      files[i] = postings[starts[id] + i] >>> 8;
    }
    return FileSet.ofSorted(files);
  }

  /** Files in which the name occurs in one of the roles given as bits. */
  FileSet files(String name, int roleBits) {
    int id = names.lookUp(name);
    if (id < 0) {
      return FileSet.none();
    }
    int[] files = new int[starts[id + 1] - starts[id]];
    int size = 0;
    for (int p = starts[id]; p < starts[id + 1]; p++) {
      if ((postings[p] & roleBits) != 0) {
        files[size++] = postings[p] >>> 8;
      }
    }
    return FileSet.ofSorted(Arrays.copyOf(files, size));
  }

  /** Files in which at least one of the numbered names occurs. */
  FileSet filesOfNames(int[] ids) {
    BitSet files = new BitSet();
    for (int id : ids) {
      for (int p = starts[id]; p < starts[id + 1]; p++) {
        files.set(postings[p] >>> 8);
      }
    }
    return FileSet.ofSorted(files.stream().toArray());
  }

  /** The role bits of a name in a file; 0 also when it occurs without any role or not at all. */
  int roles(String name, int file) {
    return Math.max(0, find(name, file));
  }

  /** Whether a name occurs in a file in any role or none. */
  boolean contains(String name, int file) {
    return find(name, file) >= 0;
  }

  /** The role bits of a name in a file, or -1 where it does not occur. */
  private int find(String name, int file) {
    int id = names.lookUp(name);
    if (id < 0) {
      return -1;
    }
    int low = starts[id];
    int high = starts[id + 1] - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int found = postings[middle] >>> 8;
      if (found == file) {
        return postings[middle] & 0xff;
      }
      if (found < file) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }
}
