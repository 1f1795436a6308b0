package dev.aiaudit.change;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a unified diff calls a file before and after.
 *
 * @param before without prefix; empty for a new file
 * @param after without prefix; empty for a deleted file
 * @param prefixed whether names in the lines that follow have one
 */
record DiffNames(Optional<String> before, Optional<String> after, boolean prefixed) {
  private static final String NOTHING = "/dev/null";

  /** Those of git: a/ and b/, and with diff.mnemonicPrefix i/, w/, c/ and o/. */
  private static final Pattern PREFIX = Pattern.compile("[abciow]/(.+)", Pattern.DOTALL);

  /** Another letter than the first name's; with one and the same they would be folders. */
  private static final Pattern SECOND = Pattern.compile(" \"?([abciow])/");

  private static final Pattern OCTAL = Pattern.compile("\\\\([0-7]{3}|.)");

  /** From {@code a/some file b/some file}; a rename corrects it in lines that follow. */
  static DiffNames ofHeader(String names) {
    int middle = middle(names);
    String before = plain(names.substring(0, middle));
    String after = plain(names.substring(Math.min(names.length(), middle + 1)));
    boolean prefixed =
        PREFIX.matcher(before).matches()
            && SECOND
                .matcher(names)
                .results()
                .anyMatch(m -> m.group(1).charAt(0) != before.charAt(0));
    return new DiffNames(
        Optional.of(bare(before, prefixed)), Optional.of(bare(after, prefixed)), prefixed);
  }

  /** Where the first name ends; without quotes that is told only for two names of one length. */
  private static int middle(String names) {
    if (names.startsWith("\"")) {
      return Math.max(names.indexOf("\" ", 1), 0) + 1;
    }
    return names.endsWith("\"") ? Math.max(names.lastIndexOf(" \""), 0) : names.length() / 2;
  }

  private static boolean prefixed(String before, String after) {
    return PREFIX.matcher(before).matches()
        && PREFIX.matcher(after).matches()
        && before.charAt(0) != after.charAt(0);
  }

  /** From the two lines above the first hunk, in a diff that is not git's. */
  static DiffNames ofSides(String before, String after) {
    String old = plain(before);
    String now = plain(after);
    int oldSlash = old.indexOf('/');
    int newSlash = now.indexOf('/');
    // What diff -ru writes: two folders, and the same path in both.
    boolean folders =
        oldSlash > 0
            && newSlash > 0
            && !old.startsWith(now.substring(0, newSlash + 1))
            && old.substring(oldSlash).equals(now.substring(newSlash));
    if (folders) {
      return new DiffNames(
          Optional.of(old.substring(oldSlash + 1)),
          Optional.of(now.substring(newSlash + 1)),
          false);
    }
    boolean prefixed = prefixed(old, now) || old.equals(NOTHING) || now.equals(NOTHING);
    return new DiffNames(side(old, prefixed), side(now, prefixed), prefixed);
  }

  /** The same with what the two lines above the first hunk say, in a diff of git. */
  DiffNames withSides(String newBefore, String newAfter) {
    return new DiffNames(
        before.flatMap(known -> side(plain(newBefore), prefixed)),
        after.flatMap(known -> side(plain(newAfter), prefixed)),
        prefixed);
  }

  private static Optional<String> side(String name, boolean prefixed) {
    return Optional.of(name).filter(n -> !n.equals(NOTHING)).map(n -> bare(n, prefixed));
  }

  private static String bare(String name, boolean prefixed) {
    Matcher matcher = PREFIX.matcher(name);
    return prefixed && matcher.matches() ? matcher.group(1) : name;
  }

  /** With what a line of git's own says. */
  DiffNames with(String line) {
    if (line.startsWith("rename from ")) {
      return new DiffNames(Optional.of(plain(line.substring(12))), after, prefixed);
    }
    if (line.startsWith("rename to ")) {
      return new DiffNames(before, Optional.of(plain(line.substring(10))), prefixed);
    }
    if (line.startsWith("copy from ") || line.startsWith("new file mode ")) {
      return new DiffNames(Optional.empty(), after, prefixed);
    }
    if (line.startsWith("copy to ")) {
      return new DiffNames(Optional.empty(), Optional.of(plain(line.substring(8))), prefixed);
    }
    return line.startsWith("deleted file mode ")
        ? new DiffNames(before, Optional.empty(), prefixed)
        : this;
  }

  /** Without quotes, time stamps and the bytes-as-characters form. */
  private static String plain(String name) {
    String text = name.replaceFirst("\r$", "");
    if (text.length() > 1 && text.startsWith("\"") && text.indexOf('"', 1) > 0) {
      text = unquoted(text.substring(1, text.lastIndexOf('"')));
    } else {
      text = text.replaceFirst("\t.*", "");
    }
    return new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private static String unquoted(String text) {
    return OCTAL
        .matcher(text)
        .replaceAll(
            escape -> {
              String code = escape.group(1);
              char c =
                  code.length() == 3
                      ? (char) Integer.parseInt(code, 8)
                      : "abtnvfr".indexOf(code) < 0
                          ? code.charAt(0)
                          : (char) (7 + "abtnvfr".indexOf(code));
              return Matcher.quoteReplacement(String.valueOf(c));
            });
  }
}
