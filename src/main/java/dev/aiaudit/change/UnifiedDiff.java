package dev.aiaudit.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads unified diffs, as git and diff -u write them. Single use. */
final class UnifiedDiff {
  private static final Pattern HUNK =
      // A byte of a cut-off character after the numbers can look like the end of a line.
      Pattern.compile(
          "@@ -(\\d{1,9})(?:,(\\d{1,9}))? \\+(\\d{1,9})(?:,(\\d{1,9}))? @@.*", Pattern.DOTALL);
  private static final List<String> BINARY = List.of("Binary files ", "GIT binary patch");

  private final List<String> lines;
  private int at;
  private final List<FilePatch> patches = new ArrayList<>();
  private Optional<DiffNames> names = Optional.empty();
  private final List<Hunk> hunks = new ArrayList<>();
  private boolean readable = true;

  private UnifiedDiff(List<String> lines) {
    this.lines = lines;
  }

  /**
   * Reads a diff.
   *
   * @param text with the bytes of the diff as characters, so that any encoding survives
   * @throws PastUnknownException when it is none
   */
  static List<FilePatch> parse(String text) throws PastUnknownException {
    UnifiedDiff diff = new UnifiedDiff(List.of(text.split("\n", -1)));
    diff.read();
    if (diff.patches.isEmpty() && !text.isBlank()) {
      throw new PastUnknownException("this is no unified diff, such as 'git diff main' writes");
    }
    return diff.patches;
  }

  private void read() throws PastUnknownException {
    while (at < lines.size()) {
      String line = lines.get(at);
      if (line.startsWith("@@@") || line.startsWith("diff --cc ")) {
        throw wrong("is of a merge; compare with one revision, as 'git diff main' does");
      } else if (line.startsWith("diff --git ")) {
        finish();
        names = Optional.of(DiffNames.ofHeader(line.substring("diff --git ".length())));
        at++;
      } else if (line.startsWith("--- ") && at + 1 < lines.size() && next().startsWith("+++ ")) {
        sides(line.substring(4), next().substring(4));
      } else if (line.startsWith("@@ ")) {
        hunk(line);
      } else {
        header(line);
        at++;
      }
    }
    finish();
  }

  private String next() {
    return lines.get(at + 1);
  }

  private void sides(String before, String after) {
    if (!hunks.isEmpty()) {
      finish();
    }
    names =
        names
            .map(header -> header.withSides(before, after))
            .or(() -> Optional.of(DiffNames.ofSides(before, after)));
    at += 2;
  }

  private void header(String line) {
    if (BINARY.stream().anyMatch(line::startsWith)) {
      readable = false;
    }
    names = names.map(known -> known.with(line));
  }

  private void hunk(String line) throws PastUnknownException {
    Matcher head = HUNK.matcher(line);
    if (!head.matches() || names.isEmpty()) {
      throw wrong("has a hunk that belongs to no file or is malformed");
    }
    int oldLeft = count(head.group(2));
    int newLeft = count(head.group(4));
    List<String> before = new ArrayList<>();
    List<String> after = new ArrayList<>();
    at++;
    while (before.size() < oldLeft || after.size() < newLeft) {
      if (at >= lines.size()) {
        throw wrong("ends in the middle of a hunk");
      }
      String content = lines.get(at);
      String text = content.isEmpty() ? "" : content.substring(1);
      switch (content.isEmpty() ? ' ' : content.charAt(0)) {
        case ' ' -> {
          before.add(text);
          after.add(text);
        }
        case '-' -> before.add(text);
        case '+' -> after.add(text);
        case '\\' -> {} // No newline at the end: nothing that an analysis sees.
        default -> throw wrong("has a line in a hunk that is neither kept, removed nor added");
      }
      at++;
    }
    if (before.size() != oldLeft || after.size() != newLeft) {
      throw wrong("has a hunk with another number of lines than it says");
    }
    hunks.add(new Hunk(Integer.parseInt(head.group(3)), before, after));
  }

  private static int count(String digits) {
    return digits == null ? 1 : Integer.parseInt(digits);
  }

  private void finish() {
    names.ifPresent(
        known -> patches.add(new FilePatch(known.before(), known.after(), hunks, readable)));
    names = Optional.empty();
    hunks.clear();
    readable = true;
  }

  private PastUnknownException wrong(String what) {
    return new PastUnknownException("the diff " + what + " (its line " + (at + 1) + ")");
  }
}
