package dev.aiaudit.configsource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.model.FactKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class PipelineScriptsTest {

  private static List<String> judged(Project project) {
    return project.read().facts().stream()
        .filter(f -> f.what() == FactKind.WORKFLOW || f.what() == FactKind.TOOLING)
        .map(
            f ->
                f.location().startLine()
                    + " "
                    + f.verdict().orElseThrow().word()
                    + " "
                    + f.gate().orElseThrow().word())
        .toList();
  }

  private static List<String> gitlab(String text) {
    return judged(new Project().file(".gitlab-ci.yml", text));
  }

  @Test
  void laterStagesWaitForAJobOfGitLab() {
    String review = "review:\n  stage: test\n  script:\n    - claude -p review\n";
    String deploy = "deploy:\n  stage: deploy\n  script:\n    - ./deploy\n";
    String stages = "stages: [test, deploy]\n";
    assertThat(gitlab(stages + review + deploy)).containsExactly("5 blocks-delivery hard");
    assertThat(gitlab(stages + review)).containsExactly("5 blocks-delivery soft");
  }

  @Test
  void aJobThatMayFailOrWaitsForAClickBlocksNothingOfGitLab() {
    String script = "  script:\n    - claude -p review\n";
    assertThat(gitlab("a:\n  allow_failure: true\n" + script)).containsExactly("4 degrades none");
    assertThat(gitlab("a:\n  when: manual\n" + script)).containsExactly("4 manual none");
    assertThat(gitlab("a:\n  script:\n    - claude -p review || true\n"))
        .containsExactly("3 degrades none");
    assertThat(gitlab("b:\n  allow_failure: true\n  script: [ls]\na:\n" + script))
        .containsExactly("6 blocks-delivery soft");
  }

  @Test
  void stagesOfJenkinsRunOneAfterTheOther() {
    String review = "stage('review') {\n  sh 'claude -p review'\n}\n";
    assertThat(judged(new Project().file("Jenkinsfile", review + "stage('ship') {\n}\n")))
        .containsExactly("2 blocks-delivery hard");
    assertThat(judged(new Project().file("Jenkinsfile", review)))
        .containsExactly("2 blocks-delivery soft");
    String caught = "stage('review') {\n  catchError {\n    sh 'claude -p review'\n  }\n}\n";
    assertThat(judged(new Project().file("Jenkinsfile", caught + "stage('ship') {\n}\n")))
        .containsExactly("3 degrades none");
  }

  @Test
  void aHookStopsTheCommitUnlessItRunsOnlyWhenAsked() {
    String hook = "repos:\n- repo: local\n  hooks:\n  - id: x\n    entry: claude -p review\n";
    assertThat(judged(new Project().file(".pre-commit-config.yaml", hook)))
        .containsExactly("5 blocks-delivery soft");
    assertThat(
            judged(new Project().file(".pre-commit-config.yaml", hook + "    stages: [manual]\n")))
        .containsExactly("5 manual none");
  }

  @Test
  void aCallOfAReusableWorkflowNeedsWhatThatNeeds() {
    String called =
        "on: workflow_call\njobs:\n  t:\n    steps:\n      - run: ./gradlew liveTest\n"
            + "        env:\n          OPENAI_API_KEY: ${{ secrets.OPENAI_API_KEY }}\n";
    String caller = "on: push\njobs:\n  t:\n    uses: ./.github/workflows/live.yml\n";
    String release = "  release:\n    needs: t\n    steps:\n      - run: go\n";
    Project project =
        new Project()
            .file(".github/workflows/ci.yml", caller + release)
            .file(".github/workflows/live.yml", called);
    assertThat(judged(project)).contains("4 blocks-delivery hard", "5 blocks-delivery soft");
    assertThat(judged(new Project().file(".github/workflows/ci.yml", caller + release))).isEmpty();
  }

  @Test
  void aJobOfGitLabHasWhatItExtends() {
    String base = ".ai:\n  allow_failure: true\n  script:\n    - claude -p review\n";
    assertThat(gitlab(base + "review:\n  extends: .ai\n")).containsExactly("4 degrades none");
    assertThat(gitlab(base + "review:\n  extends: .ai\n  allow_failure: false\n"))
        .containsExactly("4 blocks-delivery soft");
    assertThat(gitlab(base)).isEmpty();
  }

  @Test
  void rulesOfGitLabDecideWhatIsByHandAndWhatMayFail() {
    String job = "a:\n  script:\n    - claude -p review\n  rules:\n";
    assertThat(gitlab(job + "    - if: $CI\n      when: manual\n"))
        .containsExactly("3 manual none");
    assertThat(gitlab(job + "    - if: $CI\n      when: manual\n    - if: $MAIN\n"))
        .containsExactly("3 blocks-delivery soft");
    assertThat(gitlab(job + "    - if: $CI\n      allow_failure: true\n"))
        .containsExactly("3 degrades none");
    assertThat(gitlab(job + "    - if: $CI_PIPELINE_SOURCE == \"schedule\"\n"))
        .containsExactly("3 blocks-delivery none");
  }

  @Test
  void needsOfGitLabSayWhoWaits() {
    String stages = "stages: [test, deploy]\n";
    String review = "review:\n  stage: test\n  script:\n    - claude -p review\n";
    String deploy = "deploy:\n  stage: deploy\n  script: [ls]\n";
    assertThat(gitlab(stages + review + deploy + "  needs: []\n"))
        .containsExactly("5 blocks-delivery soft");
    assertThat(gitlab(stages + review + deploy + "  needs: [review]\n"))
        .containsExactly("5 blocks-delivery hard");
    assertThat(
            gitlab(
                stages + review + deploy + "  needs:\n    - job: review\n      optional: true\n"))
        .containsExactly("5 blocks-delivery soft");
  }

  @Test
  void requestsAndIncludedFilesOfGitLabAreSeen() {
    String request = "ai:\n  script:\n    - curl https://api.openai.com/v1/chat/completions\n";
    Project project =
        new Project()
            .file(".gitlab-ci.yml", "include:\n  - local: /ci/review.yml\n")
            .file("ci/review.yml", request);
    assertThat(judged(project)).containsExactly("3 blocks-delivery soft");
    assertThat(judged(new Project().file("ci/review.yml", request))).isEmpty();
    assertThat(gitlab("ai:\n  script:\n    - echo https://api.openai.com\n")).isEmpty();
  }

  @Test
  void scriptsOfTheProjectCountWhereTheJobHasAKey() {
    String job = "ai:\n  timeout: 10 minutes\n  retry: 2\n  script:\n    - python review.py\n";
    Project project =
        new Project().file(".gitlab-ci.yml", job + "  variables:\n    OPENAI_API_KEY: $KEY\n");
    assertThat(project.facts())
        .containsExactly(
            "2 timeout openai", "3 retry openai", "5 workflow openai", "7 api_key_ref openai");
    assertThat(gitlab(job)).isEmpty();
  }

  @Test
  void requestsAndKeysOfJenkinsAreSeen() {
    String stage =
        "environment {\n  OPENAI_API_KEY = credentials('k')\n}\nstage('ask') {\n"
            + "  sh 'curl https://api.openai.com/v1/chat/completions'\n}\n";
    assertThat(new Project().file("Jenkinsfile", stage).facts())
        .containsExactly("2 api_key_ref openai", "5 workflow openai");
    assertThat(
            new Project()
                .file(
                    "Jenkinsfile", stage.replace("  sh", "  // sh").replace("  OPEN", "  // OPEN"))
                .facts())
        .isEmpty();
  }
}
