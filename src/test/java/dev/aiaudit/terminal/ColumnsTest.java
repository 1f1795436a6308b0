package dev.aiaudit.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnsTest {

  @ParameterizedTest
  @CsvSource({"abc, 3", "注文, 4", "🚀, 2", "e\u0301, 1", "'', 0", "한글, 4", "👩\u200D💻, 2", "ｱ, 1"})
  void theWidthIsThatOnTheScreen(String text, int width) {
    assertThat(Columns.width(text)).isEqualTo(width);
  }

  @Test
  void cuttingNeverSplitsAWideCharacter() {
    assertThat(Columns.cut("注文の要約", 6, "…")).isEqualTo("注文…");
    assertThat(Columns.cut("注文", 4, "…")).isEqualTo("注文");
  }

  @Test
  void proseBreaksAtBlanksAndKeepsLongWordsWhole() {
    assertThat(Columns.wrap("a bb /a/very/long/path ccc dd", 8))
        .containsExactly("a bb", "/a/very/long/path", "ccc dd");
    assertThat(Columns.wrap("", 8)).containsExactly("");
  }
}
