package dev.aiaudit.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.model.Location;
import dev.aiaudit.model.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodeFrameTest {
  private static final CodeFrame FRAME = new CodeFrame(Style.PLAIN, Glyphs.ASCII, 80);

  @Test
  void caretsStandUnderThePlace() {
    assertThat(draw("int x = call();", 9, 14))
        .containsExactly("  |", "1 | int x = call();", "  |         ^^^^^^");
  }

  @Test
  void tabsAndWideCharactersKeepTheCaretsInPlace() {
    assertThat(draw("\tx 注 call()", 6, 11))
        .containsExactly("  |", "1 |     x 注 call()", "  |          ^^^^^^");
  }

  @Test
  void aPairOfUnitsBeforeThePlaceIsOneSignOfTwoColumns() {
    assertThat(draw("s = \"\uD83D\uDE80\" + call();", 12, 17))
        .containsExactly("  |", "1 | s = \"\uD83D\uDE80\" + call();", "  |            ^^^^^^");
  }

  @Test
  void signsThatTerminalsDrawAsEmojiTakeTwoColumns() {
    assertThat(draw("log(\"\u2705\"); call();", 11, 16)).last().isEqualTo("  |            ^^^^^^");
  }

  @Test
  void tabsInsideALineReachTheNextStop() {
    assertThat(draw("a\tb\tcall()", 5, 10))
        .containsExactly("  |", "1 | a   b   call()", "  |         ^^^^^^");
  }

  @Test
  void aMaskedSecretBeforeThePlaceMovesTheCarets() {
    String key = "sk-ant-" + "api03-" + "Zq8".repeat(30);
    String line = "String k = \"" + key + "\"; call();";
    int at = line.indexOf("call()") + 1;
    List<String> frame = draw(line, at, at + 5);
    assertThat(frame.get(1)).doesNotContain("Zq8Zq8Zq8Zq8");
    int caret = frame.get(2).indexOf('^');
    assertThat(frame.get(1).substring(caret)).isEqualTo("call();");
  }

  @Test
  void aLineThatIsTooLongIsCutAroundThePlace() {
    String line = "a".repeat(300) + "call()" + "b".repeat(300);
    List<String> frame = draw(line, 301, 306);
    assertThat(frame).allSatisfy(l -> assertThat(Columns.width(l)).isLessThanOrEqualTo(80));
    int caret = frame.get(2).indexOf('^');
    assertThat(frame.get(1).substring(caret, caret + 6)).isEqualTo("call()");
    assertThat(frame.get(2).strip()).endsWith(" ^^^^^^");
  }

  @Test
  void aPlaceOfSeveralLinesIsMarkedInTheMargin() {
    List<String> source = List.of("first", "  second", "third");
    assertThat(FRAME.draw(source, new Location("f", 1, 1, 2, 8), Severity.ERROR))
        .containsExactly("  |", "1 | > first", "2 | >   second");
  }

  @Test
  void onlyTheFirstLinesOfALongPlaceAreShown() {
    List<String> source = java.util.Collections.nCopies(40, "line");
    List<String> frame = FRAME.draw(source, new Location("f", 1, 1, 30, 2), Severity.ERROR);
    assertThat(frame).hasSize(10).last().asString().contains("22 more lines");
  }

  @Test
  void aWholeLineIsMarkedWithoutItsIndentation() {
    assertThat(draw("    call();", 1, 1)).last().isEqualTo("  |     ^^^^^^^");
  }

  @Test
  void aPlaceOutsideTheFileDrawsNothing() {
    assertThat(FRAME.draw(List.of("x"), Location.ofLine("f", 2), Severity.ERROR)).isEmpty();
  }

  @Test
  void columnsOutsideTheLineStillGiveACaret() {
    assertThat(draw("x", 50, 60)).last().isEqualTo("  | ^");
    assertThat(draw("", 1, 1)).hasSize(3);
  }

  private static List<String> draw(String line, int from, int to) {
    return FRAME.draw(List.of(line), new Location("f", 1, from, 1, to), Severity.ERROR);
  }
}
