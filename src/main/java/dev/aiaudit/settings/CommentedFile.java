package dev.aiaudit.settings;

import dev.aiaudit.model.Location;
import java.util.ArrayList;
import java.util.List;

/** The ignore comments of one file, and which places they are for. */
public final class CommentedFile {
  private final String path;
  private final List<String> code;
  private final boolean statements;
  private final List<IgnoreComment> comments;

  private CommentedFile(
      String path, List<String> code, boolean statements, List<IgnoreComment> comments) {
    this.path = path;
    this.code = code;
    this.statements = statements;
    this.comments = List.copyOf(comments);
  }

  /**
   * Reads the comments of a file.
   *
   * @param path relative, with forward slashes
   * @param text the whole file
   */
  public static CommentedFile read(String path, String text, KnownWords known) {
    boolean java = path.endsWith(".java");
    CommentScan scan = java ? CommentScan.ofJava(text) : CommentScan.ofLines(text);
    List<IgnoreComment> comments = new ArrayList<>();
    for (CommentScan.Comment comment : scan.comments()) {
      String body = comment.text().strip();
      if (body.startsWith(IgnoreComment.MARKER)) {
        int line = comment.line();
        Location at = new Location(path, line, comment.column(), line, comment.endColumn());
        String rest = body.substring(IgnoreComment.MARKER.length()).lines().findFirst().orElse("");
        comments.add(IgnoreComment.parse(rest, at, target(scan.code(), line), known));
      }
    }
    return new CommentedFile(path, scan.code(), java, comments);
  }

  /** Where it is, relative to the scanned root. */
  public String path() {
    return path;
  }

  /** In the order of the file. */
  public List<IgnoreComment> comments() {
    return comments;
  }

  /** Whether the comment is on the place, or above the statement in which it is. */
  public boolean covers(IgnoreComment comment, Location place) {
    return place.file().equals(path)
        && comment.location().startLine() <= place.endLine()
        && comment.lastLine() >= start(place.startLine());
  }

  /** A comment that stands alone is for the next line of code, if no empty line comes between. */
  private static int target(List<String> code, int line) {
    int at = line;
    while (at < code.size() && isComment(code.get(at - 1))) {
      at++;
    }
    return at > line && code.get(at - 1).isEmpty() ? line : at;
  }

  /** A line that lost all its text with its comments is left as blanks, not empty. */
  private static boolean isComment(String line) {
    return line.isBlank() && !line.isEmpty();
  }

  /** The first line of the statement or declaration that goes on in this line. */
  private int start(int line) {
    int at = Math.min(line, code.size());
    while (statements && at > 1 && goesOn(code.get(at - 2).strip())) {
      at--;
    }
    return at;
  }

  private static boolean goesOn(String before) {
    return !before.isEmpty()
        && !before.endsWith(";")
        && !before.endsWith("{")
        && !before.endsWith("}")
        && !(before.endsWith(":") && (before.startsWith("case ") || before.startsWith("default")));
  }
}
