package dev.aiaudit.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Which build of the tool this is.
 *
 * @param number such as {@code 1.2.0}
 * @param commit abbreviated git commit it was built from, or empty text
 */
public record Version(String number, String commit) {
  private static final String RESOURCE = "/dev/aiaudit/version.txt";

  /**
   * The version that the build wrote into the jar: one line with the number, one with the commit,
   * which stays empty when the build did not know it.
   */
  public static Version current() {
    try (InputStream in = Version.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        return new Version("unknown", "");
      }
      String[] lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\\R", -1);
      return new Version(lines[0].trim(), lines.length > 1 ? lines[1].trim() : "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The build alone, such as {@code ai-audit 1.2.0 (3f2a91c)}. */
  String source() {
    String build = commit.isEmpty() ? "" : " (" + commit + ")";
    return "ai-audit " + number + build;
  }

  /** One line for people, such as {@code ai-audit 1.2.0 (3f2a91c), Java 17.0.15}. */
  public String line() {
    return source() + ", Java " + System.getProperty("java.version");
  }
}
