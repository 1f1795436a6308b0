package dev.aiaudit.configsource;

import dev.aiaudit.configsource.Workflow.Job;
import dev.aiaudit.configsource.Workflow.Line;
import dev.aiaudit.configsource.Workflow.Step;
import dev.aiaudit.configsource.YamlReader.Leaf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a GitHub Actions workflow or a composite action. */
final class WorkflowReader {

  private static final Set<String> JOB_SETTINGS =
      Set.of("env", "permissions", "services", "container", "timeout-minutes", "with", "strategy");

  /**
   * Most values of a file that are looked at: jobs and steps are compared with one another. The
   * largest workflow of 300 repositories has 1,669 lines.
   */
  static final int MAX_VALUES = 4_000;

  /** Most lines of one script; a thousand steps may share one through an anchor. */
  private static final int MAX_SCRIPT = 2_000;

  private final ConfigFile file;
  private final String[] lines;

  private WorkflowReader(ConfigFile file) {
    this.file = file;
    this.lines = file.text().split("\n", -1);
  }

  /** The documents of a file; all of them together have at most {@link #MAX_VALUES} values. */
  static List<Workflow> read(ConfigFile file, List<YamlReader.Document> documents) {
    WorkflowReader reader = new WorkflowReader(file);
    List<Workflow> workflows = new ArrayList<>();
    int left = MAX_VALUES;
    for (YamlReader.Document document : documents) {
      List<Leaf> leaves = document.leaves();
      List<Leaf> within = leaves.subList(0, Math.min(leaves.size(), left));
      left -= within.size();
      if (!within.isEmpty()) {
        workflows.add(reader.workflow(within));
      }
    }
    return workflows;
  }

  private Workflow workflow(List<Leaf> leaves) {
    Map<String, List<Leaf>> byJob = new LinkedHashMap<>();
    List<Leaf> settings = new ArrayList<>();
    List<Leaf> composite = new ArrayList<>();
    for (Leaf leaf : leaves) {
      String top = leaf.path().get(0);
      if (top.equals("jobs") && leaf.path().size() > 2) {
        byJob.computeIfAbsent(leaf.path().get(1), j -> new ArrayList<>()).add(leaf);
      } else if (top.equals("runs") && leaf.path().size() > 2) {
        composite.add(leaf);
      } else if (top.equals("env") || top.equals("permissions") || top.equals("inputs")) {
        settings.add(leaf);
      }
    }
    List<Job> jobs = new ArrayList<>();
    byJob.forEach((id, own) -> jobs.add(job(id, own, 2)));
    if (!composite.isEmpty()) {
      jobs.add(job("runs", composite, 1));
    }
    return new Workflow(file.path(), triggers(leaves), settings, jobs);
  }

  private static Map<String, List<String>> triggers(List<Leaf> leaves) {
    Map<String, List<String>> triggers = new LinkedHashMap<>();
    for (Leaf leaf : leaves) {
      List<String> path = leaf.path();
      if (!path.get(0).equals("on")) {
        continue;
      }
      boolean listed = path.size() == 1 || path.get(1).startsWith("[");
      String event = listed ? leaf.value() : path.get(1);
      List<String> types = triggers.computeIfAbsent(event, e -> new ArrayList<>());
      if (path.size() > 3 && path.get(2).equals("types")) {
        types.add(leaf.value());
      } else if (path.size() > 2 && event.equals("push") && path.get(2).startsWith("tags")) {
        types.add("tags");
      }
    }
    return triggers;
  }

  private Job job(String id, List<Leaf> leaves, int depth) {
    Map<String, List<Leaf>> bySteps = new LinkedHashMap<>();
    List<Leaf> settings = new ArrayList<>();
    Set<String> needs = new LinkedHashSet<>();
    for (Leaf leaf : leaves) {
      String key = leaf.path().get(depth);
      if (key.equals("steps") && leaf.path().size() > depth + 2) {
        bySteps.computeIfAbsent(leaf.path().get(depth + 1), s -> new ArrayList<>()).add(leaf);
      } else if (key.equals("needs")) {
        needs.add(leaf.value());
      } else if (JOB_SETTINGS.contains(key)) {
        settings.add(leaf);
      }
    }
    return new Job(
        id,
        jobLine(id, leaves.get(0).line()),
        needs,
        direct(leaves, depth, "if"),
        flag(leaves, depth),
        direct(leaves, depth, "uses"),
        settings,
        bySteps.values().stream().map(own -> step(own, depth + 2)).toList());
  }

  private Step step(List<Leaf> leaves, int depth) {
    List<Leaf> settings =
        leaves.stream()
            .filter(
                l ->
                    l.path().size() > depth + 1
                        && (l.path().get(depth).equals("env")
                            || l.path().get(depth).equals("with")))
            .toList();
    Optional<Leaf> run = direct(leaves, depth, "run");
    return new Step(
        leaves.get(0).line(),
        direct(leaves, depth, "name").map(Leaf::value).orElse(""),
        direct(leaves, depth, "uses"),
        run.map(r -> block(lines, r)).orElse(List.of()),
        direct(leaves, depth, "if"),
        flag(leaves, depth),
        settings);
  }

  private static Optional<Leaf> direct(List<Leaf> leaves, int depth, String key) {
    return leaves.stream()
        .filter(l -> l.path().size() == depth + 1 && l.path().get(depth).equals(key))
        .findFirst();
  }

  private static boolean flag(List<Leaf> leaves, int depth) {
    return direct(leaves, depth, "continue-on-error")
        .filter(l -> !l.value().equals("false"))
        .isPresent();
  }

  /** The lines of a scalar: the rest of its own line, or the block below. */
  static List<Line> block(String[] lines, Leaf key) {
    int first = key.line() - 1;
    if (first >= lines.length) {
      return List.of();
    }
    String own = lines[first];
    String rest =
        own.substring(Math.min(own.length(), own.indexOf(':', key.column() - 1) + 1)).strip();
    if (!rest.startsWith("|") && !rest.startsWith(">")) {
      return List.of(new Line(first + 1, Quotes.strip(rest)));
    }
    List<Line> block = new ArrayList<>();
    for (int i = first + 1; i < lines.length && block.size() < MAX_SCRIPT; i++) {
      String text = lines[i].stripTrailing();
      int indent = text.length() - text.stripLeading().length();
      if (!text.isEmpty() && indent < key.column()) {
        break;
      }
      if (!text.isBlank()) {
        block.add(new Line(i + 1, text.strip()));
      }
    }
    return block;
  }

  private int jobLine(String id, int below) {
    for (int i = Math.min(below, lines.length) - 1; i >= 0; i--) {
      String text = lines[i].strip();
      if (text.startsWith(id + ":") || text.startsWith("\"" + id + "\":")) {
        return i + 1;
      }
    }
    return below;
  }
}
