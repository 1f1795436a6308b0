package dev.aiaudit.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private final AtomicLong clock = new AtomicLong();

  @Test
  void theLineIsErasedAtTheEnd() {
    try (ProgressLine line = line(true)) {
      line.show("12 files");
    }
    assertThat(written()).isEqualTo("\r\u001b[K12 files\r\u001b[K");
  }

  @Test
  void itChangesAtMostTenTimesASecond() {
    ProgressLine line = line(true);
    line.show("a");
    clock.set(99_000_000);
    line.show("b");
    clock.set(101_000_000);
    line.show("c");
    assertThat(written()).contains("a").contains("c").doesNotContain("b");
  }

  @Test
  void nothingIsWrittenWhereNobodyLooks() {
    try (ProgressLine line = line(false)) {
      line.show("12 files");
    }
    assertThat(written()).isEmpty();
  }

  @Test
  void fileNamesCannotStartALine() {
    line(true).show("x\r::stop-commands::t\n\u001b[2J");
    assertThat(written().substring("\r\u001b[K".length())).doesNotContain("\r", "\n", "\u001b");
  }

  private ProgressLine line(boolean tty) {
    return new ProgressLine(out, new Terminal(tty, 80, tty, false, Glyphs.ASCII), clock::get);
  }

  private String written() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
