package dev.aiaudit.change;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A line of {@code git ls-tree -r -z}.
 *
 * @param mode such as {@code 100644}
 * @param id of the object, in hexadecimal digits
 * @param path relative to the folder that was asked about
 */
record GitEntry(String mode, String id, String path) {
  private static final Set<String> NOT_IN_A_TREE = Set.of("", ".", "..", ".git");

  /** Reads all lines; those with a path that no work tree can have are left out. */
  static List<GitEntry> parse(byte[] listing) {
    List<GitEntry> entries = new ArrayList<>();
    for (String line : new String(listing, StandardCharsets.UTF_8).split("\0", -1)) {
      int tab = line.indexOf('\t');
      String[] head = line.substring(0, Math.max(0, tab)).strip().split(" +", -1);
      if (head.length == 3 && isPlain(line.substring(tab + 1))) {
        entries.add(new GitEntry(head[0], head[2], line.substring(tab + 1)));
      }
    }
    return entries;
  }

  private static boolean isPlain(String path) {
    return path.indexOf('\\') < 0
        && Stream.of(path.split("/", -1)).noneMatch(NOT_IN_A_TREE::contains);
  }

  boolean isFile() {
    return mode.startsWith("100");
  }

  boolean isSubmodule() {
    return mode.equals("160000");
  }
}
