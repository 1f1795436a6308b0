package dev.aiaudit.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AvailabilityTest {
  private static final Map<String, BigDecimal> PROMISED =
      Map.of(
          "a", new BigDecimal("99.9"),
          "b", new BigDecimal("99.5"),
          "c", new BigDecimal("99"),
          "d", new BigDecimal("90"));

  @Test
  void providersThatAreAllNeededMultiply() {
    Availability both = of("a", "b");

    assertThat(both.percent()).isEqualByComparingTo("99.4005");
    assertThat(both.symbols()).isEqualTo("a x b");
    assertThat(both.numbers()).isEqualTo("99.9% x 99.5%");
  }

  @Test
  void anAlternateFailsOnlyTogetherWithTheFirst() {
    Availability either = of("ab");

    assertThat(either.percent()).isEqualByComparingTo("99.9995");
    assertThat(either.symbols()).isEqualTo("(1 - (1 - a) x (1 - b))");
  }

  @Test
  void aSharedProviderIsCountedOnce() {
    Availability shared = of("ab", "ac");

    assertThat(shared.symbols()).isEqualTo("(1 - (1 - a) x (1 - b x c))");
    assertThat(shared.percent()).isEqualByComparingTo("99.998505");
  }

  @Test
  void aCeilingIsNeverRoundedUp() {
    assertThat(of("abcd").percent()).isEqualByComparingTo("99.999999");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "a b", "ab", "a bc", "ab ac", "ab bc ca", "ab bc cd", "abc bcd", "ab cd ad"})
  void everyFormulaAgreesWithAddingUpAllStates(String cutSets) {
    String[] sets = cutSets.split(" ");

    assertThat(of(sets).value()).isEqualByComparingTo(byStates(sets));
  }

  private static Availability of(String... sets) {
    return Availability.of(cutSets(sets), PROMISED::get);
  }

  private static List<Set<String>> cutSets(String... sets) {
    List<Set<String>> out = new ArrayList<>();
    for (String set : sets) {
      out.add(new TreeSet<>(List.of(set.split(""))));
    }
    return out;
  }

  private static BigDecimal byStates(String... sets) {
    List<String> all = List.of("a", "b", "c", "d");
    BigDecimal sum = BigDecimal.ZERO;
    for (int state = 0; state < 1 << all.size(); state++) {
      Set<String> down = new TreeSet<>();
      BigDecimal odds = BigDecimal.ONE;
      for (int i = 0; i < all.size(); i++) {
        BigDecimal up = PROMISED.getOrDefault(all.get(i), BigDecimal.ZERO).movePointLeft(2);
        boolean isDown = (state & 1 << i) != 0;
        odds = odds.multiply(isDown ? BigDecimal.ONE.subtract(up) : up);
        if (isDown) {
          down.add(all.get(i));
        }
      }
      if (cutSets(sets).stream().noneMatch(down::containsAll)) {
        sum = sum.add(odds);
      }
    }
    return sum;
  }
}
