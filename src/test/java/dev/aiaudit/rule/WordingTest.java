package dev.aiaudit.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WordingTest {

  @Test
  void durationsAreReadable() {
    assertThat(Wording.duration(Duration.ofMillis(250))).isEqualTo("250 ms");
    assertThat(Wording.duration(Duration.ofSeconds(45))).isEqualTo("45 s");
    assertThat(Wording.duration(Duration.ofSeconds(60))).isEqualTo("1 min");
    assertThat(Wording.duration(Duration.ofSeconds(90))).isEqualTo("90 s");
    assertThat(Wording.duration(Duration.ofSeconds(1142))).isEqualTo("19 min 2 s");
    assertThat(Wording.duration(Duration.ofMinutes(90))).isEqualTo("1 h 30 min");
  }

  @Test
  void methodsLoseTheirPackageAndParameters() {
    assertThat(Wording.shortMethod("shop.api.Orders.create(shop.Order)"))
        .isEqualTo("Orders.create");
    assertThat(Wording.shortMethod("Orders.create")).isEqualTo("Orders.create");
  }
}
