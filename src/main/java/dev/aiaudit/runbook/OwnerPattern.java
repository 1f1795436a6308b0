package dev.aiaudit.runbook;

import java.util.regex.Pattern;

/**
 * A path pattern of a CODEOWNERS file, by the rules of gitignore that code hosts keep: a slash at
 * the start or in the middle ties it to the root, {@code *} stays in a folder, {@code **} does not,
 * and a folder stands for what is below it.
 */
final class OwnerPattern {
  private static final int LONGEST = 300;
  private static final int MOST_STARS = 12;
  private final Pattern pattern;

  OwnerPattern(String text) {
    // A pattern made to be slow matches nothing.
    boolean sane =
        text.length() <= LONGEST && text.chars().filter(c -> c == '*').count() <= MOST_STARS;
    pattern = Pattern.compile(sane ? regex(text.replaceAll("\\*{3,}", "**")) : "(?!)");
  }

  boolean matches(String file) {
    return pattern.matcher(file).matches();
  }

  private static String regex(String text) {
    String path = text.startsWith("/") ? text.substring(1) : text;
    boolean folder = path.endsWith("/");
    String body = folder ? path.substring(0, path.length() - 1) : path;
    boolean rooted = text.startsWith("/") || body.indexOf('/') >= 0;
    StringBuilder regex = new StringBuilder(rooted ? "" : "(?:.*/)?");
    for (int i = 0; i < body.length(); i++) {
      char c = body.charAt(i);
      if (body.startsWith("**/", i)) {
        regex.append("(?:.*/)?");
        i += 2;
      } else if (body.startsWith("**", i)) {
        regex.append(".*");
        i++;
      } else if (c == '*') {
        regex.append("[^/]*");
      } else if (c == '?') {
        regex.append("[^/]");
      } else {
        regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    // "docs/*" names the files of the folder, not those of the folders in it.
    boolean lastIsStar = body.endsWith("/*");
    return regex.append(folder ? "/.*" : lastIsStar ? "" : "(?:/.*)?").toString();
  }
}
