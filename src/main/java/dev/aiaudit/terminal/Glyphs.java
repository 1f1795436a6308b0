package dev.aiaudit.terminal;

/**
 * Drawing characters, each one column wide.
 *
 * @param bar vertical line of a code frame or tree
 * @param branch a tree line that others follow
 * @param corner the last line of a tree
 * @param ellipsis stands for text that was cut
 * @param dot between parts of a line
 * @param arrow before a location
 */
public record Glyphs(
    String bar, String branch, String corner, String ellipsis, String dot, String arrow) {
  public static final Glyphs UNICODE = new Glyphs("│", "├─", "└─", "…", "·", "-->");
  public static final Glyphs ASCII = new Glyphs("|", "|-", "`-", "~", "-", "-->");
}
