package dev.aiaudit.configsource;

import dev.aiaudit.configsource.YamlReader.Leaf;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A GitHub Actions workflow, or a composite action as one job without triggers.
 *
 * @param path of the file
 * @param triggers event names to the activity types that are listed for them
 * @param settings environment and model permission of the whole workflow
 * @param jobs in file order
 */
record Workflow(
    String path, Map<String, List<String>> triggers, List<Leaf> settings, List<Job> jobs) {

  /**
   * A job.
   *
   * @param line of its key
   * @param needs jobs it waits for
   * @param condition its {@code if}
   * @param contained whether its failure does not fail the run
   * @param calls reusable workflow that it runs
   * @param settings environment, permissions, timeout and service containers
   */
  record Job(
      String id,
      int line,
      Set<String> needs,
      Optional<Leaf> condition,
      boolean contained,
      Optional<Leaf> calls,
      List<Leaf> settings,
      List<Step> steps) {

    boolean always() {
      return condition
          .filter(c -> c.value().contains("always()") || c.value().contains("!cancelled()"))
          .isPresent();
    }
  }

  /**
   * A step.
   *
   * @param line of its first key
   * @param uses action that it runs
   * @param script lines of its {@code run} with their numbers
   * @param contained whether its failure does not fail the job
   * @param settings its {@code env} and {@code with}
   */
  record Step(
      int line,
      String name,
      Optional<Leaf> uses,
      List<Line> script,
      Optional<Leaf> condition,
      boolean contained,
      List<Leaf> settings) {

    String text() {
      StringBuilder out = new StringBuilder();
      script.forEach(l -> out.append(l.text()).append('\n'));
      settings.forEach(s -> out.append(s.value()).append('\n'));
      return out.toString();
    }

    /** The value of an input of the action. */
    Optional<Leaf> input(String key) {
      return settings.stream()
          .filter(s -> s.path().contains("with") && s.last().equalsIgnoreCase(key))
          .findFirst();
    }
  }

  /** A line of a script. */
  record Line(int number, String text) {}
}
