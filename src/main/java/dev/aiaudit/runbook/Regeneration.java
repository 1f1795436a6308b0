package dev.aiaudit.runbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A page after its generated blocks were made anew.
 *
 * @param text the new page
 * @param kept ids of the blocks in which people had written; their text now stands below the block
 */
public record Regeneration(String text, List<String> kept) {
  /** The block that says what the page was made from; it alone makes no page stale. */
  public static final String STAMP = "stamp";

  private static final String KEPT =
      "**Kept from an edit inside the generated block above.** Move what is still true outside the"
          + " markers, then delete this line.\n\n";

  /** Copies the list. */
  public Regeneration {
    kept = List.copyOf(kept);
  }

  /** A page that did not exist. */
  public static Regeneration fresh(List<Block> blocks) {
    StringBuilder text = new StringBuilder();
    blocks.forEach(block -> write(block, true, text));
    return new Regeneration(text.toString(), List.of());
  }

  /**
   * Makes the blocks of an existing page anew. Text outside of blocks stays as it is, character by
   * character, but that a marker without its partner is called stray. Text that people wrote into a
   * block moves below it. When nothing but the stamp would change, the page stays as it is.
   */
  public static Regeneration of(String page, List<Block> blocks) {
    List<PagePart> parts = PagePart.of(page);
    return upToDate(parts, blocks)
        ? new Regeneration(page, List.of())
        : new Merge(page, parts, blocks).run();
  }

  /** Whether a page is one of ours at all. */
  public static boolean isOurs(String page) {
    return page.contains("<!-- ai-audit:");
  }

  private static boolean upToDate(List<PagePart> parts, List<Block> blocks) {
    Map<String, PagePart.Generated> old = generated(parts);
    if (old.size() != blocks.size()) {
      return false;
    }
    for (Block block : blocks) {
      PagePart.Generated now = old.get(block.id());
      if (now == null || now.edited()) {
        return false;
      }
      if (!block.id().equals(STAMP) && !now.body().replace("\r\n", "\n").equals(block.body())) {
        return false;
      }
    }
    return true;
  }

  private static Map<String, PagePart.Generated> generated(List<PagePart> parts) {
    Map<String, PagePart.Generated> found = new HashMap<>();
    for (PagePart part : parts) {
      if (part instanceof PagePart.Generated block) {
        found.put(block.id(), block);
      }
    }
    return found;
  }

  private static void write(Block block, boolean withSeed, StringBuilder out) {
    out.append(block.begin()).append(block.body()).append(block.end()).append('\n');
    if (withSeed && !block.seed().isEmpty()) {
      out.append(block.seed()).append('\n');
    }
  }

  /** One merge; holds what has been written so far. */
  private static final class Merge {
    private final boolean windows;
    private final List<PagePart> parts;
    private final List<Block> blocks;
    private final Set<String> present;
    private final StringBuilder out = new StringBuilder();
    private final List<String> kept = new ArrayList<>();
    private int next;

    Merge(String page, List<PagePart> parts, List<Block> blocks) {
      this.windows = page.contains("\r\n");
      this.parts = parts;
      this.blocks = blocks;
      this.present = new HashSet<>(generated(parts).keySet());
    }

    Regeneration run() {
      for (PagePart part : parts) {
        if (part instanceof PagePart.Human human) {
          out.append(disarmed(human.text()));
        } else if (part instanceof PagePart.Generated old) {
          replace(old);
        }
      }
      if (next < blocks.size() && !out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
        out.append(ends("\n"));
      }
      while (next < blocks.size()) {
        insertMissing(blocks.get(next++));
      }
      return new Regeneration(out.toString(), kept);
    }

    /** A marker without its partner would find one when a block between them goes. */
    private static String disarmed(String text) {
      StringBuilder lines = new StringBuilder();
      for (String line : PagePart.lines(text)) {
        String bare = line.strip();
        boolean marker =
            PagePart.BEGIN.matcher(bare).matches() || PagePart.END.matcher(bare).matches();
        lines.append(marker ? line.replace("ai-audit:", "ai-audit: stray ") : line);
      }
      return lines.toString();
    }

    private void replace(PagePart.Generated old) {
      int at = indexOf(old.id());
      if (at < 0) {
        if (old.edited()) {
          keep(old.id(), old.body());
        }
        return;
      }
      while (next < at) {
        insertMissing(blocks.get(next++));
      }
      next = Math.max(next, at + 1);
      Block block = blocks.get(at);
      out.append(ends(block.begin() + block.body())).append(old.end());
      if (old.edited()) {
        String edit = edit(old.body(), block.body());
        if (!edit.isEmpty()) {
          keep(old.id(), edit);
        }
      }
    }

    private void insertMissing(Block block) {
      if (!present.contains(block.id())) {
        StringBuilder text = new StringBuilder();
        write(block, true, text);
        out.append(ends(text.toString()));
      }
    }

    private void keep(String id, String text) {
      kept.add(id);
      boolean open = !out.isEmpty() && out.charAt(out.length() - 1) != '\n';
      out.append(ends((open ? "\n" : "") + "\n" + KEPT)).append(text).append(ends("\n"));
    }

    private int indexOf(String id) {
      for (int i = 0; i < blocks.size(); i++) {
        if (blocks.get(i).id().equals(id)) {
          return i;
        }
      }
      return -1;
    }

    private String ends(String text) {
      return windows ? text.replace("\n", "\r\n") : text;
    }
  }

  /** From the first to the last line that the new body does not have in this place. */
  private static String edit(String edited, String body) {
    List<String> before = PagePart.lines(edited);
    List<String> after = PagePart.lines(body);
    int most = Math.min(before.size(), after.size());
    int head = 0;
    while (head < most && same(before.get(head), after.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < most - head
        && same(before.get(before.size() - 1 - tail), after.get(after.size() - 1 - tail))) {
      tail++;
    }
    return String.join("", before.subList(head, before.size() - tail));
  }

  private static boolean same(String one, String other) {
    return one.replace("\r\n", "\n").equals(other);
  }
}
