package dev.aiaudit.terminal;

import java.util.Map;
import java.util.OptionalInt;

/**
 * What the receiver of the output can show.
 *
 * @param tty whether somebody looks at it now: decides progress and hyperlinks
 * @param width columns to use, from 80 to 120
 * @param color whether to write SGR sequences
 * @param hyperlinks whether to write OSC 8 sequences when the user leaves it open
 * @param glyphs the drawing characters it can show
 */
public record Terminal(boolean tty, int width, boolean color, boolean hyperlinks, Glyphs glyphs) {
  static final int MIN_WIDTH = 80;
  static final int MAX_WIDTH = 120;
  private static final int DEFAULT_WIDTH = 100;

  /** A file or a pipe: no colour, and the same width everywhere, so that the bytes are the same. */
  public static final Terminal PLAIN =
      new Terminal(false, DEFAULT_WIDTH, false, false, Glyphs.UNICODE);

  /**
   * Decides from the environment.
   *
   * @param tty whether the stream is a terminal
   * @param columns its width when known
   * @param environment the process environment; only {@code NO_COLOR}, {@code FORCE_COLOR}, {@code
   *     CLICOLOR_FORCE}, {@code TERM}, {@code CI}, {@code COLUMNS} and the locale variables are
   *     read
   * @param choice the user's option; it wins over the environment
   */
  public static Terminal of(
      boolean tty, OptionalInt columns, Map<String, String> environment, ColorChoice choice) {
    boolean dumb = "dumb".equals(environment.get("TERM"));
    boolean color = color(tty && !dumb, environment, choice);
    if (!tty) {
      return new Terminal(false, DEFAULT_WIDTH, color, false, Glyphs.UNICODE);
    }
    int width = Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, width(columns, environment)));
    boolean hyperlinks = !dumb && !set(environment, "CI");
    return new Terminal(true, width, color, hyperlinks, glyphs(environment));
  }

  private static boolean color(
      boolean capable, Map<String, String> environment, ColorChoice choice) {
    return switch (choice) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> {
        if (set(environment, "NO_COLOR")) {
          yield false;
        }
        yield capable
            || forced(environment, "FORCE_COLOR")
            || forced(environment, "CLICOLOR_FORCE");
      }
    };
  }

  /**
   * By convention the presence of the variable counts; {@code FORCE_COLOR=0} is the usual way to
   * take it back.
   */
  private static boolean forced(Map<String, String> environment, String name) {
    return set(environment, name) && !"0".equals(environment.get(name));
  }

  private static boolean set(Map<String, String> environment, String name) {
    return !environment.getOrDefault(name, "").isEmpty();
  }

  private static int width(OptionalInt columns, Map<String, String> environment) {
    if (columns.isPresent() && columns.getAsInt() > 0) {
      return columns.getAsInt();
    }
    String declared = environment.getOrDefault("COLUMNS", "");
    boolean number = !declared.isEmpty() && declared.length() < 6;
    number = number && declared.chars().allMatch(c -> c >= '0' && c <= '9');
    return number ? Integer.parseInt(declared) : DEFAULT_WIDTH;
  }

  private static Glyphs glyphs(Map<String, String> environment) {
    for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
      String locale = environment.getOrDefault(name, "").toUpperCase(java.util.Locale.ROOT);
      if (!locale.isEmpty()) {
        return locale.contains("UTF-8") || locale.contains("UTF8") ? Glyphs.UNICODE : Glyphs.ASCII;
      }
    }
    return Glyphs.UNICODE;
  }
}
