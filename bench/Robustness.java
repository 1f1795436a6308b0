import dev.aiaudit.engine.Audit;
import dev.aiaudit.engine.AuditListener;
import dev.aiaudit.engine.AuditRequest;
import dev.aiaudit.javasource.JavaParserReader;
import dev.aiaudit.javasource.NestingGuard;
import dev.aiaudit.javasource.ParseLimits;
import dev.aiaudit.javasource.ParseOutcome;
import dev.aiaudit.javasource.ParsePool;
import dev.aiaudit.model.Report;
import dev.aiaudit.render.JsonRenderer;
import dev.aiaudit.workspace.SkippedFileException;
import dev.aiaudit.workspace.SourceFile;
import dev.aiaudit.workspace.WalkOptions;
import dev.aiaudit.workspace.Workspace;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Scans every folder twice, under circumstances as different as one process allows; see robustness.sh. */
class Robustness {
  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("java", "Java"),
          Map.entry("kt", "Kotlin"),
          Map.entry("scala", "Scala"),
          Map.entry("py", "Python"),
          Map.entry("js", "JavaScript"),
          Map.entry("ts", "JavaScript"),
          Map.entry("tsx", "JavaScript"),
          Map.entry("vue", "JavaScript"),
          Map.entry("go", "Go"),
          Map.entry("rs", "Rust"),
          Map.entry("c", "C and C++"),
          Map.entry("h", "C and C++"),
          Map.entry("cpp", "C and C++"),
          Map.entry("cc", "C and C++"),
          Map.entry("rb", "Ruby"),
          Map.entry("php", "PHP"),
          Map.entry("cs", "C#"),
          Map.entry("swift", "Swift"),
          Map.entry("ex", "Elixir"),
          Map.entry("clj", "Clojure"),
          Map.entry("hs", "Haskell"));

  private final long base = Long.getLong("deadline.base", 30);
  private final long perHundredKiloLines = Long.getLong("deadline.more", 30);
  private final boolean parse = !Boolean.getBoolean("no.parse");
  private final Map<String, Integer> kinds = new TreeMap<>();
  private final Map<String, Integer> causes = new TreeMap<>();
  private int repositories;
  private int crashed;
  private int late;
  private int differing;
  private int incomplete;
  private long callSites;
  private long findings;
  private long javaFiles;
  private long javaLines;
  private long parsedFiles;
  private long parsedLines;
  private long bytes;

  public static void main(String[] folders) throws Exception {
    Robustness run = new Robustness();
    for (String folder : folders) {
      run.folder(Path.of(folder).toAbsolutePath());
    }
    run.summary();
    // Threads that did not end would keep the process.
    System.exit(run.crashed + run.late + run.differing == 0 ? 0 : 1);
  }

  private void folder(Path root) throws Exception {
    Workspace workspace;
    try {
      workspace = Workspace.open(root, WalkOptions.defaults());
    } catch (IOException | RuntimeException bad) {
      trouble(root, "not listed: " + bad);
      crashed++;
      return;
    }
    repositories++;
    kinds.merge(kind(workspace), 1, Integer::sum);
    long lines = parse ? parsed(root, workspace) : 0;
    long seconds = base + perHundredKiloLines * lines / 100_000;
    String first = scan(root, 1, "", "UTC", seconds);
    String second = scan(root, 4, "tr", "Asia/Kathmandu", seconds);
    if (!first.equals(second)) {
      trouble(root, "two runs differ at byte " + difference(first, second));
      differing++;
    }
  }

  /** The report as JSON; empty when there is none. */
  private String scan(Path root, int threads, String locale, String zone, long seconds)
      throws InterruptedException {
    Locale.setDefault(Locale.forLanguageTag(locale));
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    FutureTask<String> task = new FutureTask<>(() -> json(root, threads));
    Thread thread = new Thread(null, task, "scan", 8L << 20);
    thread.setDaemon(true);
    long start = cpu();
    thread.start();
    // By processor time, for a busy machine; the clock only ends what sleeps.
    for (long waited = 0; waited < seconds * 40_000; waited += 50) {
      try {
        return task.get(50, TimeUnit.MILLISECONDS);
      } catch (TimeoutException running) {
        if (cpu() - start > seconds * 1_000_000_000L) {
          break;
        }
      } catch (java.util.concurrent.ExecutionException failed) {
        StackTraceElement[] at = failed.getCause().getStackTrace();
        trouble(root, "crash: " + failed.getCause() + (at.length > 0 ? " at " + at[0] : ""));
        crashed++;
        return "";
      }
    }
    late++;
    trouble(root, "not ended within " + seconds + " s of processor time, " + threads + " threads");
    for (StackTraceElement element : thread.getStackTrace()) {
      System.out.println("    " + element);
    }
    return "";
  }

  private static long cpu() {
    var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime();
  }

  private String json(Path root, int threads) throws IOException, InterruptedException {
    AuditRequest all = AuditRequest.of(root);
    AuditRequest request =
        new AuditRequest(
            root, "tree", all.includes(), all.excludes(), all.gitignore(), threads, all.catalog(),
            all.settings(), all.ignoring(), all.explained(), all.past());
    Report report = new Audit(request, AuditListener.silent(), "bench").run().report();
    StringBuilder out = new StringBuilder();
    new JsonRenderer().render(report, out);
    if (threads == 1) {
      callSites += report.inventory().callSites().size();
      findings += report.findings().size();
      incomplete += report.coverage().complete() ? 0 : 1;
      report.diagnostics().stream()
          .filter(d -> d.message().contains("a bug in ai-audit"))
          .forEach(
              d -> {
                trouble(root, d.file() + ": " + d.message());
                crashed++;
              });
    }
    return out.toString();
  }

  /** Parses every Java file, whether or not a scan would; gives the number of lines. */
  private long parsed(Path root, Workspace workspace) {
    Map<String, String> texts = new TreeMap<>();
    long all = 0;
    for (SourceFile file : workspace.files()) {
      bytes += file.size();
      if (file.isJava()) {
        javaFiles++;
        try {
          String text = workspace.readText(file).text();
          long lines = text.lines().count();
          javaLines += lines;
          all += lines;
          Optional<String> refused = NestingGuard.reasonNotToParse(text);
          if (refused.isPresent()) {
            unparsed(root, file.path(), "guard: " + refused.get());
          } else {
            texts.put(file.path(), text);
          }
        } catch (SkippedFileException skipped) {
          unparsed(root, file.path(), "not read: " + skipped.reason().text());
        }
      }
    }
    ThreadLocal<JavaParserReader> readers = ThreadLocal.withInitial(JavaParserReader::new);
    try (ParsePool<String, Optional<String>> pool =
        new ParsePool<>(t -> problem(readers.get(), t), String::length, 2, ParseLimits.standard())) {
      List<String> paths = new ArrayList<>(texts.keySet());
      List<ParseOutcome<Optional<String>>> outcomes = pool.all(new ArrayList<>(texts.values()));
      for (int i = 0; i < paths.size(); i++) {
        ParseOutcome<Optional<String>> outcome = outcomes.get(i);
        if (outcome instanceof ParseOutcome.NotParsed<Optional<String>> failed) {
          unparsed(root, paths.get(i), failed.reason());
          if (failed.reason().startsWith("parser failed")) {
            trouble(root, paths.get(i) + ": " + failed.reason());
          }
        } else if (outcome.value().orElseThrow().isPresent()) {
          unparsed(root, paths.get(i), "syntax error");
        } else {
          parsedFiles++;
          parsedLines += texts.get(paths.get(i)).lines().count();
        }
      }
    }
    return all;
  }

  private static Optional<String> problem(JavaParserReader reader, String text) {
    try {
      reader.read("F.java", text);
      return Optional.empty();
    } catch (JavaParserReader.SyntaxException bad) {
      return Optional.of(String.valueOf(bad.getMessage()));
    }
  }

  private void unparsed(Path root, String path, String why) {
    causes.merge(why.replaceAll("\\d+(\\.\\d+)?", "N"), 1, Integer::sum);
    System.out.println("unparsed\t" + root.getFileName() + "\t" + path + "\t" + why);
  }

  private static void trouble(Path root, String what) {
    System.out.println("TROUBLE\t" + root + "\t" + what);
  }

  private static String kind(Workspace workspace) {
    Map<String, Integer> count = new HashMap<>();
    for (SourceFile file : workspace.files()) {
      String name = file.path().substring(file.path().lastIndexOf('/') + 1);
      String kind = KINDS.get(name.substring(name.lastIndexOf('.') + 1));
      if (kind != null) {
        count.merge(kind, 1, Integer::sum);
      }
    }
    return count.entrySet().stream()
        .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse("no code");
  }

  private static int difference(String a, String b) {
    int i = 0;
    while (i < Math.min(a.length(), b.length()) && a.charAt(i) == b.charAt(i)) {
      i++;
    }
    return i;
  }

  private void summary() {
    String by =
        kinds.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .map(e -> e.getKey() + " " + e.getValue())
            .collect(Collectors.joining(", "));
    System.out.println("| measure | value |\n|---|---|");
    row("repositories", repositories + " (" + by + ")");
    row("scans", 2 * repositories + ": 1 and 4 threads, locales root and tr, zones UTC and Asia/Kathmandu");
    row("crashes", crashed);
    row("over the deadline", late + " (" + base + " s + " + perHundredKiloLines + " s for 100,000 lines, processor time)");
    row("repositories with a differing byte", differing);
    row("incomplete scans (named files left out)", incomplete);
    row("call sites, findings", callSites + ", " + findings);
    if (parse) {
      row("files read or listed, megabytes", bytes / 1_000_000);
      row("Java files parsed", share(parsedFiles, javaFiles));
      row("Java lines parsed", share(parsedLines, javaLines));
      causes.forEach((cause, n) -> row("not parsed: " + cause, n));
    }
  }

  private static String share(long part, long whole) {
    double percent = whole == 0 ? 100 : 100.0 * part / whole;
    return String.format(Locale.ROOT, "%.3f %% (%d of %d)", percent, part, whole);
  }

  private static void row(String name, Object value) {
    System.out.println("| " + name + " | " + value + " |");
  }
}
