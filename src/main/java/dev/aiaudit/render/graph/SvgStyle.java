package dev.aiaudit.render.graph;

/** Colours of the picture, for light and dark surroundings. */
public final class SvgStyle {
  /** Rules that need the colour variables of {@link #LIGHT} and {@link #DARK}. */
  public static final String RULES =
      """
      .graph{font-family:system-ui,-apple-system,"Segoe UI",sans-serif;max-width:100%;height:auto}
      .graph text{fill:var(--ink)}
      .graph .column{font-size:14px;font-weight:600}
      .graph .label{font-size:13px}
      .graph .detail{font-size:11px;fill:var(--soft)}
      .graph rect{fill:var(--box);stroke:var(--line);stroke-width:1}
      .graph .node.fails rect{fill:var(--bad-box);stroke:var(--bad);stroke-width:1.6}
      .graph .node.degrades rect{fill:var(--warn-box);stroke:var(--warn)}
      .graph .node.survives rect{fill:var(--good-box);stroke:var(--good)}
      .graph .node.unknown rect{stroke-dasharray:4 3}
      .graph .edge{fill:none;stroke:var(--line);stroke-width:1.4;opacity:.8}
      .graph .edge.fails{stroke:var(--bad);stroke-width:1.8}
      .graph .edge.degrades{stroke:var(--warn)}
      .graph .edge.survives{stroke:var(--good)}
      .graph .edge.loose{stroke-dasharray:5 4}
      """;

  /** Variables for light surroundings. */
  public static final String LIGHT =
      "--ink:#1c1e21;--soft:#5b6168;--line:#8b939c;--page:#ffffff;--box:#f6f7f9;--bad:#b3261e;"
          + "--bad-box:#fdeceb;--warn:#8a6100;--warn-box:#fff6dd;--good:#1b6e33;"
          + "--good-box:#e6f6e9;--code:#f3f4f6;--link:#0b57d0";

  /** Variables for dark surroundings. */
  public static final String DARK =
      "--ink:#e6e8ea;--soft:#a3abb4;--line:#6b747e;--page:#14171a;--box:#20252a;--bad:#ff8a80;"
          + "--bad-box:#3a1c1b;--warn:#f2c14e;--warn-box:#33290f;--good:#7fd897;"
          + "--good-box:#15301d;--code:#1c2126;--link:#8ab4f8";

  /** Everything a picture outside of a page needs. */
  static final String STANDALONE =
      ".graph{"
          + LIGHT
          + ";background:var(--page)}\n@media (prefers-color-scheme:dark){.graph{"
          + DARK
          + "}}\n"
          + RULES;

  private SvgStyle() {}
}
