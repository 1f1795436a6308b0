package dev.aiaudit.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClausesTest {

  @Test
  void durationsAreReadable() {
    assertThat(Clauses.duration(Duration.ofMillis(250))).isEqualTo("250 ms");
    assertThat(Clauses.duration(Duration.ofSeconds(45))).isEqualTo("45 s");
    assertThat(Clauses.duration(Duration.ofSeconds(60))).isEqualTo("1 min");
    assertThat(Clauses.duration(Duration.ofSeconds(90))).isEqualTo("90 s");
    assertThat(Clauses.duration(Duration.ofSeconds(1142))).isEqualTo("19 min 2 s");
    assertThat(Clauses.duration(Duration.ofMinutes(90))).isEqualTo("1 h 30 min");
  }

  @Test
  void methodsLoseTheirPackageAndParameters() {
    assertThat(Clauses.shortMethod("shop.api.Orders.create(shop.Order)"))
        .isEqualTo("Orders.create");
    assertThat(Clauses.shortMethod("Orders.create")).isEqualTo("Orders.create");
  }
}
