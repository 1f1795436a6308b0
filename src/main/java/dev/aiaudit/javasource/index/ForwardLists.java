package dev.aiaudit.javasource.index;

import java.util.List;

/** For every file the numbers of its names in order of appearance, each with its role bits. */
final class ForwardLists {
  private final int[] starts;
  private final int[] ids;
  private final byte[] roles;

  private ForwardLists(int[] starts, int[] ids, byte[] roles) {
    this.starts = starts;
    this.ids = ids;
    this.roles = roles;
  }

  static ForwardLists of(int files, List<PostingLists.Part> parts) {
    int total = 0;
    for (PostingLists.Part part : parts) {
      total += part.run().ids().length;
    }
    ForwardLists lists = new ForwardLists(new int[files + 1], new int[total], new byte[total]);
    int at = 0;
    for (PostingLists.Part part : parts) {
      lists.append(part, at);
      at += part.run().ids().length;
    }
    return lists;
  }

  private void append(PostingLists.Part part, int at) {
    PostingBuffer.Run run = part.run();
    for (int i = 1; i < run.starts().length; i++) {
      starts[part.firstFile() + i] = at + run.starts()[i];
    }
    for (int p = 0; p < run.ids().length; p++) {
      ids[at + p] = part.toGlobal()[run.ids()[p]];
      roles[at + p] = run.roles()[p];
    }
  }

  /** Position of the first entry of a file; its last is before that of the next file. */
  int start(int file) {
    return starts[file];
  }

  int id(int position) {
    return ids[position];
  }

  int roles(int position) {
    return roles[position] & 0xff;
  }
}
