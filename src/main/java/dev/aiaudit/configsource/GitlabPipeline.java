package dev.aiaudit.configsource;

import dev.aiaudit.configsource.WorkflowJudge.Judgement;
import dev.aiaudit.configsource.YamlReader.Document;
import dev.aiaudit.configsource.YamlReader.Leaf;
import dev.aiaudit.model.CheckGate;
import dev.aiaudit.model.FactVerdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The jobs of a GitLab pipeline with the files of the tree that it includes: what an outage does to
 * each, with what it extends, and what waits for it.
 */
final class GitlabPipeline {

  /**
   * A job, or a template whose name begins with a dot.
   *
   * @param own what it says itself, in the order of the file
   */
  record Job(String name, String file, List<Leaf> own) {

    int line() {
      return own.get(0).line() - 1;
    }

    boolean template() {
      return name.startsWith(".");
    }
  }

  private static final Set<String> NO_JOBS =
      Set.of("stages", "variables", "default", "workflow", "include", "image", "services", "cache");

  private static final Judgement CONTAINED = new Judgement(FactVerdict.DEGRADES, CheckGate.NONE);
  private static final Judgement CLICK = new Judgement(FactVerdict.MANUAL, CheckGate.NONE);
  private static final Judgement RED = new Judgement(FactVerdict.BLOCKS_DELIVERY, CheckGate.SOFT);
  private static final Judgement ALONE = new Judgement(FactVerdict.BLOCKS_DELIVERY, CheckGate.NONE);
  private static final Judgement WAITED =
      new Judgement(FactVerdict.BLOCKS_DELIVERY, CheckGate.HARD);

  /** From the one that hurts most; a template is as bad as the worst job that extends it. */
  private static final List<Judgement> WORST_FIRST = List.of(WAITED, RED, ALONE, CONTAINED, CLICK);

  private final Map<String, Job> jobs = new LinkedHashMap<>();
  private final List<String> stages = new ArrayList<>();
  private final Set<String> atOnce = new TreeSet<>();

  /** Adds a file of the pipeline; a job of a later file replaces one of the same name. */
  void add(ConfigFile config, List<Document> documents) {
    String file = config.path();
    atOnce(config.text());
    Map<String, List<Leaf>> found = new LinkedHashMap<>();
    for (Document document : documents) {
      for (Leaf leaf : document.leaves()) {
        String top = leaf.path().get(0);
        if (top.equals("stages")) {
          stages.add(leaf.value());
        } else if (!NO_JOBS.contains(top) && leaf.path().size() > 1) {
          found.computeIfAbsent(top, j -> new ArrayList<>()).add(leaf);
        }
      }
    }
    found.forEach((name, own) -> jobs.put(name, new Job(name, file, own)));
  }

  /** Paths of the tree that documents include, as written. */
  static Set<String> included(List<Document> documents) {
    Set<String> paths = new LinkedHashSet<>();
    for (Document document : documents) {
      for (Leaf leaf : document.leaves()) {
        List<String> path = leaf.path();
        boolean plain = path.size() <= 2 && !leaf.value().contains("://");
        if (path.get(0).equals("include")
            && (leaf.last().equals("local") || plain && !named(leaf.last()))) {
          paths.add(leaf.value());
        }
      }
    }
    return paths;
  }

  private static boolean named(String key) {
    return Set.of("project", "template", "remote", "component", "file", "ref").contains(key);
  }

  /** The jobs of a file that run, and the templates that a job extends. */
  List<Job> of(String file) {
    return jobs.values().stream().filter(j -> j.file().equals(file) && runs(j)).toList();
  }

  private boolean runs(Job job) {
    return !job.template()
        || jobs.values().stream().anyMatch(j -> !j.template() && inherits(j, job));
  }

  private boolean inherits(Job job, Job template) {
    return chain(job).contains(template);
  }

  /** The job and what it extends, nearest first. */
  private List<Job> chain(Job job) {
    Set<Job> chain = new LinkedHashSet<>(List.of(job));
    List<Job> open = new ArrayList<>(List.of(job));
    while (!open.isEmpty()) {
      for (Leaf leaf : open.remove(0).own()) {
        Job above = leaf.path().get(1).equals("extends") ? jobs.get(leaf.value()) : null;
        if (above != null && chain.add(above)) {
          open.add(above);
        }
      }
    }
    return List.copyOf(chain);
  }

  /** What a job says of a key, itself or through the nearest that it extends. */
  private List<Leaf> said(Job job, String key) {
    return chain(job).stream()
        .map(j -> j.own().stream().filter(l -> l.path().get(1).equals(key)).toList())
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private Optional<String> value(Job job, String key) {
    return said(job, key).stream().filter(l -> l.path().size() == 2).map(Leaf::value).findFirst();
  }

  /** The limits that a job sets for itself. */
  List<Leaf> limits(Job job, String key) {
    return said(job, key).stream().limit(1).toList();
  }

  /** Names of the variables that a job and the whole pipeline file pass on. */
  List<Leaf> variables(Job job) {
    return said(job, "variables");
  }

  Judgement judge(Job job) {
    if (!job.template()) {
      return alone(job);
    }
    return jobs.values().stream()
        .filter(j -> !j.template() && inherits(j, job))
        .map(this::alone)
        .min((a, b) -> Integer.compare(WORST_FIRST.indexOf(a), WORST_FIRST.indexOf(b)))
        .orElse(CONTAINED);
  }

  private Judgement alone(Job job) {
    List<Leaf> rules = said(job, "rules");
    if (value(job, "when").filter("manual"::equals).isPresent() || every(rules, "when", "manual")) {
      return CLICK;
    }
    // A list of exit codes is not a licence to fail.
    if (value(job, "allow_failure").filter("true"::equals).isPresent()
        || every(rules, "allow_failure", "true")) {
      return CONTAINED;
    }
    if (scheduled(rules)
        || said(job, "only").stream().anyMatch(l -> l.value().equals("schedules"))) {
      return ALONE;
    }
    return waiting(job).isEmpty() ? RED : WAITED;
  }

  /** Whether each rule by which a job may run says so. */
  private static boolean every(List<Leaf> rules, String key, String value) {
    Map<String, Boolean> byRule = new TreeMap<>();
    Set<String> never = new TreeSet<>();
    for (Leaf leaf : rules) {
      if (leaf.path().size() > 2) {
        String rule = leaf.path().get(2);
        boolean says = leaf.last().equals(key) && leaf.value().equals(value);
        byRule.merge(rule, says, Boolean::logicalOr);
        if (leaf.last().equals("when") && leaf.value().equals("never")) {
          never.add(rule);
        }
      }
    }
    byRule.keySet().removeAll(never);
    return !byRule.isEmpty() && byRule.values().stream().allMatch(b -> b);
  }

  private static boolean scheduled(List<Leaf> rules) {
    List<Leaf> conditions = rules.stream().filter(l -> l.last().equals("if")).toList();
    return !conditions.isEmpty()
        && conditions.stream()
            .allMatch(l -> l.value().contains("\"schedule\"") || l.value().contains("'schedule'"));
  }

  /** Jobs that need this one, or stand in a later stage without saying what they need. */
  private Set<String> waiting(Job job) {
    int stage = stages.indexOf(value(job, "stage").orElse("test"));
    Set<String> waiting = new TreeSet<>();
    for (Job other : jobs.values()) {
      List<Leaf> needs = said(other, "needs");
      boolean named =
          needs.stream().anyMatch(l -> l.value().equals(job.name()) && !optional(needs, l));
      boolean free = chain(other).stream().anyMatch(j -> atOnce.contains(j.name()));
      boolean later = stage >= 0 && stages.indexOf(value(other, "stage").orElse("test")) > stage;
      boolean clean = value(other, "when").filter(w -> w.equals("always")).isEmpty();
      if (!other.template() && clean && (named || later && needs.isEmpty() && !free)) {
        waiting.add(other.name());
      }
    }
    return waiting;
  }

  private static boolean optional(List<Leaf> needs, Leaf one) {
    return one.path().size() > 3
        && needs.stream()
            .anyMatch(
                l ->
                    l.path().size() > 3
                        && l.path().get(2).equals(one.path().get(2))
                        && l.last().equals("optional")
                        && l.value().equals("true"));
  }

  /** Notes the jobs that {@code needs: []} starts at once; an empty list leaves no leaf. */
  private void atOnce(String text) {
    String job = "";
    for (String line : Lines.of(text)) {
      if (!line.isBlank() && !line.startsWith(" ") && !line.startsWith("#")) {
        job = line.split(":", 2)[0].strip();
      } else if (line.matches(" +needs: *\\[ *\\].*")) {
        atOnce.add(job);
      }
    }
  }
}
