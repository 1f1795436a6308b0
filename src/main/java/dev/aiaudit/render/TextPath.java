package dev.aiaudit.render;

import static dev.aiaudit.render.TextLines.safe;

import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.model.Frame;
import dev.aiaudit.model.Severity;
import dev.aiaudit.model.Via;
import dev.aiaudit.terminal.CodeFrame;
import dev.aiaudit.terminal.Columns;
import dev.aiaudit.terminal.Glyphs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Draws a path as a tree: the entry point, each frame with its place, last the call. */
final class TextPath {
  private final TextLines lines;
  private final SourceLines sources;

  TextPath(TextLines lines, SourceLines sources) {
    this.lines = lines;
    this.sources = sources;
  }

  /** {@code http POST /orders (com.shop.Orders.create)}. */
  static String entry(EntryPoint entry) {
    String route = entry.route().map(r -> " " + safe(r)).orElse("");
    return entry.kind().word() + route + " (" + safe(entry.method()) + ")";
  }

  List<String> draw(Optional<EntryPoint> entry, List<Frame> frames, Optional<CallSite> site) {
    List<String> tree = new ArrayList<>();
    String waits = entry.filter(EntryPoint::waits).isPresent() ? ", somebody waits" : "";
    String start = entry.map(TextPath::entry).orElse("no entry point known") + waits;
    tree.addAll(Columns.wrap(start, lines.room()));
    List<String> names = names(frames, site);
    int widest = names.stream().mapToInt(Columns::width).max().orElse(0);
    // Places beside the names only when that works for all of them: the eye follows one column.
    boolean beside = widest + widestPlace(frames) + 5 <= lines.room();
    for (int i = 0; i < frames.size(); i++) {
      boolean last = i == frames.size() - 1;
      frame(
          beside ? Columns.pad(names.get(i), widest) : names.get(i),
          frames.get(i),
          last,
          beside,
          tree);
    }
    return tree;
  }

  private static int widestPlace(List<Frame> frames) {
    return IntStream.range(0, frames.size())
        .map(
            i ->
                Columns.width(place(frames.get(i)) + remark(frames.get(i), i == frames.size() - 1)))
        .max()
        .orElse(0);
  }

  private static String place(Frame frame) {
    return safe(frame.location().toString());
  }

  private void frame(String name, Frame frame, boolean last, boolean beside, List<String> tree) {
    Glyphs glyphs = lines.look().glyphs();
    String bar = last ? "   " : glyphs.bar() + "  ";
    String head = (last ? glyphs.corner() : glyphs.branch()) + " ";
    String remark = remark(frame, last);
    if (beside) {
      tree.add(dim(head) + name + "  " + lines.place(frame.location()) + remark);
    } else {
      tree.add(dim(head) + name + remark);
      tree.add(dim(bar) + "  " + lines.place(frame.location()));
    }
    if (lines.look().detail() == Detail.EVERYTHING && !last) {
      code(frame).forEach(line -> tree.add(dim(bar) + line));
    }
  }

  private List<String> code(Frame frame) {
    int width = lines.room() - 3;
    CodeFrame drawn = new CodeFrame(lines.look().style(), lines.look().glyphs(), width);
    return sources
        .lines(frame.location().file())
        .map(source -> drawn.draw(source, frame.location(), Severity.NOTE))
        .orElse(List.of());
  }

  private List<String> names(List<Frame> frames, Optional<CallSite> site) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < frames.size(); i++) {
      boolean last = i == frames.size() - 1;
      String method = last && site.isPresent() ? site.get().callee() : frames.get(i).method();
      String name = Columns.cut(safe(shortName(method)), lines.room() - 3, ellipsis());
      names.add(name);
    }
    return names;
  }

  private String ellipsis() {
    return lines.look().glyphs().ellipsis();
  }

  private static String remark(Frame frame, boolean last) {
    if (last) {
      return "  the call";
    }
    String via = frame.via() == Via.CALL ? "" : "  via " + frame.via().word();
    String detached = frame.detached() ? "  does not wait" : "";
    return via + detached + (frame.certain() ? "" : "  by name only");
  }

  /** Class and method without package and parameters: the place beside it tells the rest. */
  static String shortName(String method) {
    int open = method.indexOf('(');
    String name = open < 0 ? method : method.substring(0, open);
    int start = 0;
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', start)) {
      if (start < name.length() && !Character.isLowerCase(name.charAt(start))) {
        break;
      }
      start = dot + 1;
    }
    // A name in lower case throughout is not of the usual form; then all of it is shown.
    boolean usual = start < name.length() && !Character.isLowerCase(name.charAt(start));
    return usual ? name.substring(start) : name;
  }

  private String dim(String text) {
    return lines.look().style().dim(text);
  }
}
