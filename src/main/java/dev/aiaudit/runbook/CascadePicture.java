package dev.aiaudit.runbook;

import dev.aiaudit.escape.Escape;
import dev.aiaudit.model.CallPath;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.render.Outage;
import dev.aiaudit.render.Phrases;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Entry points, the classes that call, and the provider, as Mermaid text. */
final class CascadePicture {
  private static final int MOST_ENTRIES = 12;
  private static final int MOST_ARROWS = 30;
  private static final int LONGEST = 60;
  private final Map<String, String> ids = new LinkedHashMap<>();
  private final StringBuilder nodes = new StringBuilder("flowchart LR\n");
  private final Set<String> arrows = new LinkedHashSet<>();

  private CascadePicture() {}

  static String of(Runbook book) {
    CascadePicture whole = drawn(book, false);
    // Nobody reads a picture with more arrows than that.
    return (whole.arrows.size() > MOST_ARROWS ? drawn(book, true) : whole).text();
  }

  /** {@code decisive}: for each entry point only the call that decides what its caller gets. */
  private static CascadePicture drawn(Runbook book, boolean decisive) {
    CascadePicture picture = new CascadePicture();
    String provider = picture.node("p", Escape.cap(book.title(), LONGEST));
    List<Outage.Effect> shown = ImpactTable.sorted(book).stream().limit(MOST_ENTRIES).toList();
    for (Outage.Effect effect : shown) {
      String name = Escape.cap(ImpactSections.name(effect.entry()), LONGEST);
      String entry = picture.node("e", name + ": " + effect.outcome().word());
      List<CallSite> calls =
          decisive && effect.call().isPresent() ? effect.call().stream().toList() : book.sites();
      for (CallSite site : calls) {
        picture.draw(entry, effect, site, provider);
      }
    }
    int more = book.outage().effects().size() - shown.size();
    if (more > 0) {
      picture.node("e", "and " + more + " more");
    }
    if (decisive) {
      picture.node("n", "only the calls that decide are drawn");
    }
    return picture;
  }

  private void draw(String entry, Outage.Effect effect, CallSite site, String provider) {
    for (CallPath path : site.paths()) {
      if (path.entryPoint().equals(effect.entry().id())) {
        String type = node("c", Escape.cap(Phrases.className(site.enclosing()), LONGEST));
        arrows.add("  " + entry + (path.waits() ? " --> " : " -.-> ") + type + "\n");
        arrows.add("  " + type + " --> " + provider + "\n");
      }
    }
  }

  private String text() {
    return nodes + String.join("", arrows);
  }

  private String node(String prefix, String label) {
    String key = prefix + " " + label;
    String known = ids.get(key);
    if (known != null) {
      return known;
    }
    String id = prefix + ids.size();
    ids.put(key, id);
    nodes.append("  ").append(id).append("[\"").append(Escape.mermaidLabel(label)).append("\"]\n");
    return id;
  }
}
