package dev.aiaudit.render;

import dev.aiaudit.terminal.Glyphs;
import dev.aiaudit.terminal.Hyperlink;
import dev.aiaudit.terminal.Style;

/**
 * How text for people looks.
 *
 * @param style colours
 * @param glyphs drawing characters
 * @param width columns, from 80 to 120
 * @param links how places become clickable
 * @param detail how much to say
 */
public record Look(Style style, Glyphs glyphs, int width, Hyperlink links, Detail detail) {
  /** For files and pipes. */
  public static final Look PLAIN =
      new Look(Style.PLAIN, Glyphs.UNICODE, 100, Hyperlink.OFF, Detail.FINDINGS);

  /** The same look with another amount of detail. */
  public Look withDetail(Detail newDetail) {
    return new Look(style, glyphs, width, links, newDetail);
  }
}
