package dev.aiaudit.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FingerprintTest {

  @Test
  void isTwentyFourHexDigitsAndStaysTheSameAcrossVersions() {
    assertThat(Fingerprint.of("AIA001", "shop.Chat.ask", "Messages.create", 0))
        .isEqualTo("1d46f61db6060904f29049b0");
  }

  @Test
  void ignoresTheParameterList() {
    assertThat(Fingerprint.of("AIA001", "shop.Chat.ask(java.lang.String)", "c", 0))
        .isEqualTo(Fingerprint.of("AIA001", "shop.Chat.ask", "c", 0));
  }

  @Test
  void differsByEveryPart() {
    assertThat(
            new String[] {
              Fingerprint.of("AIA001", "a.B.c", "d", 0),
              Fingerprint.of("AIA002", "a.B.c", "d", 0),
              Fingerprint.of("AIA001", "a.X.c", "d", 0),
              Fingerprint.of("AIA001", "a.B.x", "d", 0),
              Fingerprint.of("AIA001", "a.B.c", "x", 0),
              Fingerprint.of("AIA001", "a.B.c", "d", 1)
            })
        .doesNotHaveDuplicates();
  }
}
