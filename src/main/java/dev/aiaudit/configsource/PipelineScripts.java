package dev.aiaudit.configsource;

import dev.aiaudit.configsource.WorkflowJudge.Judgement;
import dev.aiaudit.configsource.YamlReader.Document;
import dev.aiaudit.configsource.YamlReader.Leaf;
import dev.aiaudit.model.CheckGate;
import dev.aiaudit.model.FactVerdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What an outage does to a line of GitLab CI, a Jenkinsfile or a pre-commit hook, and what waits.
 */
final class PipelineScripts {

  private static final Set<String> NO_JOBS =
      Set.of("stages", "variables", "default", "workflow", "include", "image", "services", "cache");

  private static final Judgement CONTAINED = new Judgement(FactVerdict.DEGRADES, CheckGate.NONE);
  private static final Judgement CLICK = new Judgement(FactVerdict.MANUAL, CheckGate.NONE);
  private static final Judgement RED = new Judgement(FactVerdict.BLOCKS_DELIVERY, CheckGate.SOFT);
  private static final Judgement WAITED =
      new Judgement(FactVerdict.BLOCKS_DELIVERY, CheckGate.HARD);

  private static final Pattern DROPPED =
      Pattern.compile(".*\\|\\|\\s*(true|:|echo|exit 0|printf).*");
  private static final Pattern JENKINS_CONTAINED =
      Pattern.compile("catchError|warnError|returnStatus:\\s*true|\\bcatch\\s*\\(");

  private PipelineScripts() {}

  /** The verdict of each line of a GitLab pipeline, by the first line of its job. */
  static TreeMap<Integer, Judgement> gitlab(List<Document> documents) {
    Map<String, List<Leaf>> jobs = new LinkedHashMap<>();
    for (Document document : documents) {
      for (Leaf leaf : document.leaves()) {
        if (!NO_JOBS.contains(leaf.path().get(0))) {
          jobs.computeIfAbsent(leaf.path().get(0), j -> new ArrayList<>()).add(leaf);
        }
      }
    }
    List<String> stages =
        documents.stream()
            .flatMap(d -> d.leaves().stream())
            .filter(l -> l.path().get(0).equals("stages"))
            .map(Leaf::value)
            .toList();
    TreeMap<Integer, Judgement> byLine = new TreeMap<>();
    jobs.forEach((name, own) -> byLine.put(own.get(0).line() - 1, job(name, own, jobs, stages)));
    return byLine;
  }

  private static Judgement job(
      String name, List<Leaf> own, Map<String, List<Leaf>> jobs, List<String> stages) {
    if (says(own, "when", "manual")) {
      return CLICK;
    }
    if (says(own, "allow_failure", "true")) {
      return CONTAINED;
    }
    if (own.stream().anyMatch(l -> l.value().equals("schedules") && l.path().contains("only"))) {
      return new Judgement(FactVerdict.BLOCKS_DELIVERY, CheckGate.NONE);
    }
    int stage = stages.indexOf(value(own, "stage", "test"));
    Set<String> waiting = new TreeSet<>();
    jobs.forEach(
        (other, leaves) -> {
          boolean needs = leaves.stream().anyMatch(l -> l.path().contains("needs"));
          boolean named =
              leaves.stream().anyMatch(l -> l.path().contains("needs") && l.value().equals(name));
          boolean later = stage >= 0 && stages.indexOf(value(leaves, "stage", "test")) > stage;
          if (named || later && !needs && !other.startsWith(".")) {
            waiting.add(other);
          }
        });
    return waiting.isEmpty() ? RED : WAITED;
  }

  private static boolean says(List<Leaf> own, String key, String value) {
    return own.stream()
        .anyMatch(l -> l.path().size() == 2 && l.last().equals(key) && l.value().equals(value));
  }

  private static String value(List<Leaf> own, String key, String otherwise) {
    return own.stream()
        .filter(l -> l.path().size() == 2 && l.last().equals(key))
        .map(Leaf::value)
        .findFirst()
        .orElse(otherwise);
  }

  /** Whether a line of a shell goes on when its command fails. */
  static boolean dropped(String line) {
    return DROPPED.matcher(line).matches();
  }

  /** The verdict of a line of a Jenkinsfile: what is below in other stages waits for it. */
  static Judgement jenkins(String[] lines, int at) {
    int stage = at;
    while (stage > 0 && !lines[stage].contains("stage(")) {
      stage--;
    }
    int next = at + 1;
    while (next < lines.length && !lines[next].contains("stage(")) {
      next++;
    }
    for (int i = stage; i < next; i++) {
      if (JENKINS_CONTAINED.matcher(lines[i]).find()) {
        return CONTAINED;
      }
    }
    return next < lines.length ? WAITED : RED;
  }

  /** The verdict of a line of a hook; one of the manual stage runs only when it is asked for. */
  static Judgement hook(String[] lines, int at) {
    int from = at;
    while (from > 0 && !lines[from].strip().startsWith("- id:")) {
      from--;
    }
    for (int i = from;
        i < lines.length && (i == from || !lines[i].strip().startsWith("- id:"));
        i++) {
      if (lines[i].matches("\\s*stages:.*\\bmanual\\b.*")) {
        return CLICK;
      }
    }
    return RED;
  }
}
