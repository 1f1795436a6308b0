package dev.aiaudit.configsource;

import dev.aiaudit.configsource.WorkflowJudge.Judgement;
import dev.aiaudit.model.CheckGate;
import dev.aiaudit.model.FactVerdict;
import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What an outage does to a line of a Jenkinsfile or a hook, and what waits. */
final class PipelineScripts {

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
