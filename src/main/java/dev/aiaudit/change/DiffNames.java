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
 */
record DiffNames(Optional<String> before, Optional<String> after) {
  private static final String NOTHING = "/dev/null";

  /** Those of git: a/ and b/, and with diff.mnemonicPrefix i/, w/, c/ and o/. */
  private static final Pattern PREFIX = Pattern.compile("[abciow]/(.+)");

  private static final Pattern OCTAL = Pattern.compile("\\\\([0-7]{3}|.)");

  /** From {@code a/some file b/some file}; a rename corrects it in lines that follow. */
  static DiffNames ofHeader(String names) {
    int middle = names.length() / 2;
    boolean quoted = names.startsWith("\"");
    String before = plain(names.substring(0, quoted ? names.indexOf('"', 1) + 1 : middle));
    String after = plain(quoted ? names.substring(names.lastIndexOf(" \"") + 1) : rest(names));
    return new DiffNames(Optional.of(bare(before)), Optional.of(bare(after)));
  }

  private static String rest(String names) {
    return names.substring(Math.min(names.length(), names.length() / 2 + 1));
  }

  /** From the two lines above the first hunk. */
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
          Optional.of(old.substring(oldSlash + 1)), Optional.of(now.substring(newSlash + 1)));
    }
    return new DiffNames(side(old), side(now));
  }

  private static Optional<String> side(String name) {
    return Optional.of(name).filter(n -> !n.equals(NOTHING)).map(DiffNames::bare);
  }

  private static String bare(String name) {
    Matcher prefixed = PREFIX.matcher(name);
    return prefixed.matches() ? prefixed.group(1) : name;
  }

  /** With what a line of git's own says. */
  DiffNames with(String line) {
    if (line.startsWith("rename from ")) {
      return new DiffNames(Optional.of(plain(line.substring(12))), after);
    }
    if (line.startsWith("rename to ")) {
      return new DiffNames(before, Optional.of(plain(line.substring(10))));
    }
    if (line.startsWith("copy from ") || line.startsWith("new file mode ")) {
      return new DiffNames(Optional.empty(), after);
    }
    if (line.startsWith("copy to ")) {
      return new DiffNames(Optional.empty(), Optional.of(plain(line.substring(8))));
    }
    return line.startsWith("deleted file mode ") ? new DiffNames(before, Optional.empty()) : this;
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
