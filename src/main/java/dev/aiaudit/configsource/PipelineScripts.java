package dev.aiaudit.configsource;

import dev.aiaudit.configsource.WorkflowJudge.Judgement;
import dev.aiaudit.model.CheckGate;
import dev.aiaudit.model.FactVerdict;
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

  private PipelineScripts() {}

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
