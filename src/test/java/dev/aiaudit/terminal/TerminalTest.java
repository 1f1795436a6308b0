package dev.aiaudit.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {

  @ParameterizedTest(name = "tty {0}, choice {1}, {2}={3}: colour {4}")
  @CsvSource({
    "true,  AUTO,   X,              1, true",
    "false, AUTO,   X,              1, false",
    "true,  NEVER,  X,              1, false",
    "false, ALWAYS, X,              1, true",
    "true,  AUTO,   NO_COLOR,       1, false",
    "true,  AUTO,   NO_COLOR,      '', true",
    "true,  ALWAYS, NO_COLOR,       1, true",
    "false, AUTO,   FORCE_COLOR,    1, true",
    "false, AUTO,   FORCE_COLOR,    0, false",
    "false, NEVER,  FORCE_COLOR,    1, false",
    "false, AUTO,   CLICOLOR_FORCE, 1, true",
    "true,  AUTO,   TERM,        dumb, false",
    "true,  ALWAYS, TERM,        dumb, true",
  })
  void colourFollowsTheChoiceThenTheEnvironmentThenTheStream(
      boolean tty, ColorChoice choice, String name, String value, boolean color) {
    Map<String, String> environment = Map.of(name, value);
    assertThat(Terminal.of(tty, OptionalInt.empty(), environment, choice).color()).isEqualTo(color);
  }

  @Test
  void noColorWinsOverForceColor() {
    Map<String, String> both = Map.of("NO_COLOR", "1", "FORCE_COLOR", "1");
    assertThat(Terminal.of(true, OptionalInt.empty(), both, ColorChoice.AUTO).color()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"40, 80", "80, 80", "97, 97", "300, 120", "0, 100"})
  void theWidthStaysReadable(int columns, int expected) {
    Terminal terminal = Terminal.of(true, OptionalInt.of(columns), Map.of(), ColorChoice.AUTO);
    assertThat(terminal.width()).isEqualTo(expected);
  }

  @Test
  void outputThatIsNoTerminalIsTheSameEverywhere() {
    Map<String, String> odd = Map.of("COLUMNS", "90", "LC_ALL", "C", "TERM", "xterm");
    assertThat(Terminal.of(false, OptionalInt.of(90), odd, ColorChoice.AUTO))
        .isEqualTo(Terminal.PLAIN);
  }

  @ParameterizedTest
  @CsvSource({"90, 90", "x, 100", "99999999999999, 100", "'', 100"})
  void columnsOfTheEnvironmentCountWhenTheSystemDoesNotTell(String columns, int expected) {
    Map<String, String> environment = Map.of("COLUMNS", columns);
    assertThat(Terminal.of(true, OptionalInt.empty(), environment, ColorChoice.AUTO).width())
        .isEqualTo(expected);
  }

  @Test
  void aTerminalWithoutUnicodeGetsAsciiLines() {
    assertThat(glyphs(Map.of("LC_ALL", "C", "LANG", "de_DE.UTF-8"))).isEqualTo(Glyphs.ASCII);
    assertThat(glyphs(Map.of("LANG", "de_DE.utf8"))).isEqualTo(Glyphs.UNICODE);
    assertThat(glyphs(Map.of())).isEqualTo(Glyphs.UNICODE);
  }

  @Test
  void linksNeedATerminalOutsideCi() {
    assertThat(links(true, Map.of())).isTrue();
    assertThat(links(true, Map.of("CI", "true"))).isFalse();
    assertThat(links(true, Map.of("TERM", "dumb"))).isFalse();
    assertThat(links(false, Map.of())).isFalse();
  }

  private static Glyphs glyphs(Map<String, String> environment) {
    return Terminal.of(true, OptionalInt.empty(), environment, ColorChoice.AUTO).glyphs();
  }

  private static boolean links(boolean tty, Map<String, String> environment) {
    return Terminal.of(tty, OptionalInt.empty(), environment, ColorChoice.AUTO).hyperlinks();
  }
}
