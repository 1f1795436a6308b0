package dev.aiaudit.runbook;

import dev.aiaudit.escape.Escape;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A generated part of a page.
 *
 * @param id kebab-case, unique on the page
 * @param body Markdown in whole lines, each ended by {@code \n}
 * @param seed Markdown for people to go on with, written once below the block; may be empty
 */
public record Block(String id, String body, String seed) {
  private static final int DIGITS = 12;

  /** Ends the last line, and takes the power from what looks like a marker or a CI command. */
  public Block {
    body = tame(body);
    seed = tame(seed);
  }

  private static String tame(String text) {
    String whole = text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
    String guarded = Escape.lineStartGuard(whole.replace("\r", ""));
    return guarded.replace("<!-- ai-audit:", "&lt;!-- ai-audit:");
  }

  String begin() {
    return "<!-- ai-audit:begin " + id + " " + digest(body) + " -->\n";
  }

  String end() {
    return "<!-- ai-audit:end " + id + " -->\n";
  }

  /** A short digest; line ends do not count, as git may change them. */
  static String digest(String body) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(body.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
