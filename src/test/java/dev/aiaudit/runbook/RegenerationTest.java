package dev.aiaudit.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegenerationTest {
  private static final int EDITS = 1_000;
  private static final int FIRST_HUMAN = 0xF0000;
  private static final List<String> AROUND =
      List.of(
          "",
          "\n",
          "\n\n| a | b |\n",
          "\n```\n",
          "\n<!-- ai-audit:begin b1 000000000000 -->\n",
          "\n<!-- ai-audit:end b2 -->\n",
          "\r\n",
          "\r",
          "<!-- ");

  private static List<Block> blocks(int version) {
    Random content = new Random(version);
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block(Regeneration.STAMP, "commit " + version + "\n", ""));
    for (int i = 0; i < 6; i++) {
      // A section may come and go, as a user's template may.
      if (i == 0 || content.nextInt(8) > 0) {
        String body = ("## Section " + i + "\nline\n\n").concat("row\n".repeat(content.nextInt(4)));
        blocks.add(new Block("b" + i, body + "value " + content.nextInt(5), "TODO(owner)\n"));
      }
    }
    return blocks;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void noCharacterThatPeopleWroteIsEverLost(long seed) {
    Random random = new Random(seed);
    String page = Regeneration.fresh(blocks(0)).text();
    int human = FIRST_HUMAN;
    for (int edit = 0; edit < EDITS; edit++) {
      StringBuilder written = new StringBuilder(pick(random));
      int length = 1 + random.nextInt(4);
      for (int i = 0; i < length; i++) {
        written.appendCodePoint(human++);
      }
      written.append(pick(random));
      int at = position(page, random);
      page = page.substring(0, at) + written + page.substring(at);
      if (random.nextInt(3) == 0) {
        List<Block> now = blocks(random.nextInt(20));
        page = Regeneration.of(page, now).text();
        assertThat(Regeneration.of(page, now).text()).as("twice").isEqualTo(page);
      }
    }
    assertThat(page.codePoints().filter(c -> c >= FIRST_HUMAN).distinct().count())
        .isEqualTo(human - FIRST_HUMAN);
  }

  private static String pick(Random random) {
    return AROUND.get(random.nextInt(AROUND.size()));
  }

  private static int position(String page, Random random) {
    int at = random.nextInt(page.length() + 1);
    boolean insidePair = at > 0 && at < page.length() && Character.isLowSurrogate(page.charAt(at));
    return insidePair ? at - 1 : at;
  }

  @Test
  void textBetweenBlocksStaysAsItIs() {
    String page = Regeneration.fresh(blocks(0)).text() + "our notes  \n\n* one\n";
    String again = Regeneration.of(page, blocks(1)).text();
    assertThat(again).endsWith("our notes  \n\n* one\n").contains("commit 1");
  }

  @Test
  void anEditInsideABlockMovesBelowItAndIsReported() {
    List<Block> blocks = List.of(new Block("b", "one\ntwo\nthree\n", ""));
    String edited = Regeneration.fresh(blocks).text().replace("two\n", "two\nours\n");
    Regeneration made = Regeneration.of(edited, blocks);
    assertThat(made.kept()).containsExactly("b");
    assertThat(made.text())
        .startsWith(blocks.get(0).begin() + "one\ntwo\nthree\n" + blocks.get(0).end())
        .contains("then delete this line.\n\nours\n");
    assertThat(Regeneration.of(made.text(), blocks))
        .isEqualTo(new Regeneration(made.text(), List.of()));
  }

  @Test
  void aNewCommitAloneChangesNothing() {
    List<Block> before =
        List.of(new Block(Regeneration.STAMP, "1\n", ""), new Block("b", "x\n", ""));
    List<Block> after =
        List.of(new Block(Regeneration.STAMP, "2\n", ""), new Block("b", "x\n", ""));
    String page = Regeneration.fresh(before).text();
    assertThat(Regeneration.of(page, after).text()).isEqualTo(page);
  }

  @Test
  void aSeedThatPeopleDeletedDoesNotComeBack() {
    List<Block> blocks = List.of(new Block("b", "x\n", "TODO(owner)\n"));
    String page = Regeneration.fresh(blocks).text().replace("TODO(owner)\n", "");
    assertThat(Regeneration.of(page, List.of(new Block("b", "y\n", "TODO(owner)\n"))).text())
        .contains("y\n")
        .doesNotContain("TODO");
  }

  @Test
  void aCheckoutWithWindowsLineEndsIsNotStale() {
    String page = Regeneration.fresh(blocks(0)).text().replace("\n", "\r\n");
    assertThat(Regeneration.of(page, blocks(0)).text()).isEqualTo(page);
    assertThat(Regeneration.of(page, blocks(1)).text().replace("\r\n", "")).doesNotContain("\n");
  }

  @Test
  void aMarkerInGeneratedTextIsNoMarker() {
    Block hostile = new Block("b", "<!-- ai-audit:end b -->\nrest\n", "");
    String page = Regeneration.fresh(List.of(hostile)).text();
    assertThat(Regeneration.of(page, List.of(new Block("b", "x\n", ""))).text())
        .doesNotContain("rest");
  }
}
