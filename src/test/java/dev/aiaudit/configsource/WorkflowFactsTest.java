package dev.aiaudit.configsource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.model.ConfigFact;
import dev.aiaudit.model.FactKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkflowFactsTest {

  private static final String PATH = ".github/workflows/ci.yml";
  private static final String STEP =
      """
      jobs:
        check:
          runs-on: ubuntu-latest
          steps:
            - run: ./gradlew liveTest
              env:
                OPENAI_API_KEY: ${{ secrets.OPENAI_API_KEY }}
      """;

  private static List<String> judged(String text) {
    return facts(text).stream()
        .filter(f -> f.what() == FactKind.WORKFLOW)
        .map(
            f ->
                f.location().startLine()
                    + " "
                    + f.provider()
                    + " "
                    + f.verdict().orElseThrow().word()
                    + " "
                    + f.gate().orElseThrow().word())
        .toList();
  }

  private static List<ConfigFact> facts(String text) {
    return new Project().file(PATH, text).read().facts();
  }

  @Test
  void live_tests_of_a_push_turn_the_check_red() {
    assertThat(judged("on: push\n" + STEP)).containsExactly("6 openai blocks-delivery soft");
  }

  @Test
  void a_job_that_waits_makes_the_gate_hard_and_is_named() {
    String release =
        "  release:\n    needs: [check]\n    runs-on: x\n    steps:\n      - run: go\n";
    assertThat(judged("on: [push]\n" + STEP + release))
        .containsExactly(
            "3 openai blocks-delivery hard",
            "6 openai blocks-delivery hard",
            "9 openai blocks-delivery hard");
  }

  @Test
  void a_step_that_may_fail_blocks_nothing() {
    String contained = STEP.replace("liveTest\n", "liveTest\n        continue-on-error: true\n");
    assertThat(judged("on: pull_request\n" + contained)).containsExactly("6 openai degrades none");
  }

  @Test
  void a_schedule_blocks_no_merge() {
    assertThat(judged("on:\n  schedule:\n    - cron: '1 2 * * *'\n" + STEP))
        .containsExactly("8 openai blocks-delivery none");
  }

  @Test
  void a_mention_or_a_click_is_manual() {
    assertThat(judged("on: workflow_dispatch\n" + STEP)).containsExactly("6 openai manual none");
    String mentioned =
        STEP.replace(
            "    runs-on", "    if: contains(github.event.comment.body, '@bot')\n    runs-on");
    assertThat(judged("on: issue_comment\n" + mentioned)).containsExactly("7 openai manual none");
  }

  @Test
  void a_review_only_comments_until_a_later_step_enforces_its_verdict() {
    String review =
        "on: pull_request\njobs:\n  r:\n    steps:\n      - uses: anthropics/claude-code-action@v1\n"
            + "        with:\n          prompt: write verdict.txt\n";
    assertThat(judged(review)).containsExactly("5 anthropic degrades soft");
    String enforce =
        "      - name: enforce\n        run: |\n          if [ ! -f verdict.txt ]; then\n"
            + "            exit 1\n          fi\n";
    assertThat(judged(review + enforce))
        .containsExactly("5 anthropic blocks-delivery hard", "8 anthropic blocks-delivery hard");
  }

  @Test
  void keys_models_and_upstreams_of_a_step_are_facts() {
    List<ConfigFact> facts =
        facts(
            "on: push\njobs:\n  r:\n    steps:\n      - uses: anthropics/claude-code-action@v1\n"
                + "        with:\n          use_bedrock: true\n"
                + "          anthropic_api_key: ${{ secrets.ANTHROPIC_API_KEY }}\n"
                + "          claude_args: --model claude-sonnet-4\n");
    assertThat(facts)
        .extracting(Project::brief)
        .containsExactly("5 workflow bedrock", "8 api_key_ref anthropic", "9 model bedrock");
  }

  @Test
  void a_composite_action_of_the_tree_is_looked_into() {
    String action =
        "name: ai\nruns:\n  using: composite\n  steps:\n    - shell: bash\n      run: |\n"
            + "        curl -f https://api.openai.com/v1/chat/completions\n";
    String workflow = "on: push\njobs:\n  r:\n    steps:\n      - uses: ./.github/actions/ai\n";
    assertThat(
            new Project()
                .file(".github/actions/ai/action.yml", action)
                .file(PATH, workflow)
                .read()
                .facts())
        .filteredOn(f -> f.what() == FactKind.WORKFLOW)
        .extracting(Project::brief)
        .containsExactly("5 workflow openai");
  }

  @Test
  void asking_whether_a_secret_is_there_needs_no_provider() {
    assertThat(
            judged(
                "on: push\njobs:\n  r:\n    steps:\n      - run: test \"$HAS\" = true\n"
                    + "        env:\n          HAS: ${{ secrets.OPENAI_API_KEY != '' }}\n"))
        .isEmpty();
  }
}
