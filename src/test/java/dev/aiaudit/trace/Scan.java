package dev.aiaudit.trace;

import dev.aiaudit.engine.Audit;
import dev.aiaudit.engine.AuditListener;
import dev.aiaudit.engine.AuditRequest;
import dev.aiaudit.model.CallPath;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.model.Frame;
import dev.aiaudit.model.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The report on a small application that is given as text, in lines for people. */
final class Scan {
  private static final Pattern TYPE =
      Pattern.compile("\\b(?:class|interface|record|enum)\\s+(\\w+)");
  private static final String HEAD =
      """
      package app;
      import dev.langchain4j.model.chat.ChatModel;
      import java.util.*;
      import java.util.concurrent.*;
      import java.util.function.*;
      import org.springframework.web.bind.annotation.*;
      """;

  private final Report report;
  private final String file;

  private Scan(Report report, String file) {
    this.report = report;
    this.file = file;
  }

  /** Each text is one file of the package {@code app}; the usual imports are put in front. */
  static Scan of(Path root, String... sources) throws Exception {
    for (String source : sources) {
      Matcher name = TYPE.matcher(source);
      if (!name.find()) {
        throw new IllegalArgumentException("no type in " + source);
      }
      write(root.resolve("src/main/java/app/" + name.group(1) + ".java"), HEAD + source);
    }
    return new Scan(
        new Audit(AuditRequest.of(root), AuditListener.silent(), "test").run().report(), "");
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** The coupling of the only site. */
  String coupling() {
    return site().coupling().word();
  }

  /** The entries of the only site as {@code kind method route}, a dash for no route. */
  List<String> entries() {
    Map<String, EntryPoint> byId =
        report.inventory().entryPoints().stream()
            .collect(Collectors.toMap(EntryPoint::id, Function.identity()));
    return site().paths().stream()
        .map(p -> byId.get(p.entryPoint()))
        .map(e -> e.kind().word() + " " + e.method() + " " + e.route().orElse("-"))
        .sorted()
        .toList();
  }

  /** The frames of the only path of the only site as {@code method via}. */
  List<String> frames() {
    List<CallPath> paths = site().paths();
    if (paths.size() != 1) {
      throw new IllegalStateException(paths.size() + " paths");
    }
    return paths.get(0).frames().stream().map(Scan::line).toList();
  }

  /** The frames of the path of the only site from an entry method, as {@link #frames}. */
  List<String> path(String entry) {
    return from(entry).frames().stream().map(Scan::line).toList();
  }

  /** {@code handling waits} or {@code handling detached} on the path from an entry method. */
  String handling(String entry) {
    CallPath path = from(entry);
    return path.handling().word() + (path.waits() ? " waits" : " detached");
  }

  /** Whether every step of the only path of the only site is certain. */
  boolean certain() {
    return site().paths().get(0).frames().stream().allMatch(Frame::certain);
  }

  private CallPath from(String entry) {
    List<String> ids =
        report.inventory().entryPoints().stream()
            .filter(e -> e.method().equals(entry))
            .map(EntryPoint::id)
            .toList();
    return site().paths().stream()
        .filter(p -> ids.contains(p.entryPoint()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no path from " + entry));
  }

  private static String line(Frame frame) {
    return frame.method().replaceFirst("\\(.*", "") + " " + frame.via().word();
  }

  /** The same report, of which only the sites of one file count. */
  Scan inFile(String name) {
    return new Scan(report, name);
  }

  private CallSite site() {
    List<CallSite> sites =
        report.inventory().callSites().stream()
            .filter(s -> s.location().file().endsWith(file))
            .toList();
    if (sites.size() != 1) {
      throw new IllegalStateException(sites.size() + " sites");
    }
    return sites.get(0);
  }
}
