package dev.aiaudit.terminal;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Makes places in files clickable with OSC 8 sequences. Targets are percent-encoded, so nothing
 * from a file name can end the sequence.
 *
 * @param scheme which program opens the file
 * @param root absolute path of the scanned root, with forward slashes
 */
public record Hyperlink(Scheme scheme, String root) {
  /** Writes the text alone. */
  public static final Hyperlink OFF = new Hyperlink(Scheme.NONE, "");

  private static final String START = "\u001b]8;;";
  private static final String END = "\u001b\\";
  private static final String UNRESERVED = "-._~/";

  /** Which program opens the file. */
  public enum Scheme implements dev.aiaudit.model.Named {
    NONE,
    FILE,
    VSCODE,
    IDEA
  }

  /**
   * The text as a link to a line.
   *
   * @param text what to show, already escaped
   * @param file path relative to the root
   * @param line from 1
   */
  public String of(String text, String file, int line) {
    return scheme == Scheme.NONE ? text : START + target(file, line) + END + text + START + END;
  }

  private String target(String file, int line) {
    String prefix = root.startsWith("/") ? root : "/" + root;
    String path = encode((prefix.endsWith("/") ? prefix : prefix + "/") + file);
    return switch (scheme) {
      case NONE -> "";
      case FILE -> "file://" + path;
      case VSCODE -> "vscode://file" + path + ":" + line;
      case IDEA -> "idea://open?file=" + path + "&line=" + line;
    };
  }

  private static String encode(String path) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0);
      if (plain) {
        encoded.append(c);
      } else {
        encoded.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    return encoded.toString();
  }
}
