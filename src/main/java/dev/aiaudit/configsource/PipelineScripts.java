package dev.aiaudit.configsource;

import dev.aiaudit.configsource.WorkflowJudge.Judgement;
import dev.aiaudit.configsource.YamlReader.Document;
import dev.aiaudit.configsource.YamlReader.Leaf;
import dev.aiaudit.model.CheckGate;
import dev.aiaudit.model.FactVerdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
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

  private static final Pattern MANUAL_HOOK = Pattern.compile("\\s*stages:.*\\bmanual\\b.*");

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
    Stages stages = Stages.of(documents, jobs);
    TreeMap<Integer, Judgement> byLine = new TreeMap<>();
    jobs.forEach((name, own) -> byLine.put(own.get(0).line() - 1, job(name, own, stages)));
    return byLine;
  }

  /**
   * The order of the jobs of a pipeline, worked out once: a pipeline may have very many.
   *
   * @param places of the stages that are named
   * @param needed jobs that another one needs
   * @param last the last stage with a job that needs none by name; -1 without
   */
  private record Stages(Map<String, Integer> places, Set<String> needed, int last) {
    static Stages of(List<Document> documents, Map<String, List<Leaf>> jobs) {
      Map<String, Integer> places = new HashMap<>();
      documents.stream()
          .flatMap(d -> d.leaves().stream())
          .filter(l -> l.path().get(0).equals("stages"))
          .forEach(l -> places.putIfAbsent(l.value(), places.size()));
      Set<String> needed = new HashSet<>();
      int last = -1;
      for (Map.Entry<String, List<Leaf>> job : jobs.entrySet()) {
        List<Leaf> needs = job.getValue().stream().filter(l -> l.path().contains("needs")).toList();
        needs.forEach(l -> needed.add(l.value()));
        if (needs.isEmpty() && !job.getKey().startsWith(".")) {
          last = Math.max(last, places.getOrDefault(stage(job.getValue()), -1));
        }
      }
      return new Stages(places, needed, last);
    }

    private static String stage(List<Leaf> own) {
      return value(own, "stage", "test");
    }

    boolean waitsFor(String name, List<Leaf> own) {
      int stage = places.getOrDefault(stage(own), -1);
      return needed.contains(name) || stage >= 0 && last > stage;
    }
  }

  private static Judgement job(String name, List<Leaf> own, Stages stages) {
    if (says(own, "when", "manual")) {
      return CLICK;
    }
    if (says(own, "allow_failure", "true")) {
      return CONTAINED;
    }
    if (own.stream().anyMatch(l -> l.value().equals("schedules") && l.path().contains("only"))) {
      return new Judgement(FactVerdict.BLOCKS_DELIVERY, CheckGate.NONE);
    }
    return stages.waitsFor(name, own) ? WAITED : RED;
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

  /** The verdict of each line of a Jenkinsfile: what is below in other stages waits for it. */
  static Judgement[] jenkins(String[] lines) {
    return byPart(
        lines,
        line -> line.contains("stage("),
        (from, to) ->
            any(lines, from, to, line -> JENKINS_CONTAINED.matcher(line).find())
                ? CONTAINED
                : to < lines.length ? WAITED : RED);
  }

  /** The verdict of each line of hooks; one of the manual stage runs only when it is asked for. */
  static Judgement[] hooks(String[] lines) {
    return byPart(
        lines,
        line -> line.strip().startsWith("- id:"),
        (from, to) ->
            any(lines, from, to, line -> MANUAL_HOOK.matcher(line).matches()) ? CLICK : RED);
  }

  /** Judges each part once, from a line that starts one up to the next such line. */
  private static Judgement[] byPart(
      String[] lines, Predicate<String> starts, BiFunction<Integer, Integer, Judgement> judge) {
    Judgement[] all = new Judgement[lines.length];
    int from = 0;
    for (int i = 1; i <= lines.length; i++) {
      if (i == lines.length || starts.test(lines[i])) {
        Arrays.fill(all, from, i, judge.apply(from, i));
        from = i;
      }
    }
    return all;
  }

  private static boolean any(String[] lines, int from, int to, Predicate<String> test) {
    return Arrays.stream(lines, from, to).anyMatch(test);
  }
}
