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
  private static final int LONGEST = 60;
  private final Map<String, String> ids = new LinkedHashMap<>();
  private final StringBuilder nodes = new StringBuilder("flowchart LR\n");
  private final Set<String> arrows = new LinkedHashSet<>();

  private CascadePicture() {}

  static String of(Runbook book) {
    CascadePicture picture = new CascadePicture();
    String provider = picture.node("p", Escape.cap(book.title(), LONGEST));
    List<Outage.Effect> shown = ImpactTable.sorted(book).stream().limit(MOST_ENTRIES).toList();
    for (Outage.Effect effect : shown) {
      String entry =
          picture.node(
              "e",
              Escape.cap(ImpactSections.name(effect.entry()), LONGEST)
                  + ": "
                  + effect.outcome().word());
      for (CallSite site : book.sites()) {
        for (CallPath path : site.paths()) {
          if (path.entryPoint().equals(effect.entry().id())) {
            String type =
                picture.node("c", Escape.cap(Phrases.className(site.enclosing()), LONGEST));
            picture.arrows.add("  " + entry + (path.waits() ? " --> " : " -.-> ") + type + "\n");
            picture.arrows.add("  " + type + " --> " + provider + "\n");
          }
        }
      }
    }
    int more = book.outage().effects().size() - shown.size();
    if (more > 0) {
      picture.node("e", "and " + more + " more");
    }
    picture.arrows.forEach(picture.nodes::append);
    return picture.nodes.toString();
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
