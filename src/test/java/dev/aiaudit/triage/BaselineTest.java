package dev.aiaudit.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineTest {
  private static FindingKey key(String file, String method, String fingerprint) {
    return new FindingKey("AIA001", file, method, "Client.chat", fingerprint);
  }

  @Test
  void theFileHasOneSortedFindingPerLine() throws Exception {
    Baseline baseline =
        new Baseline(List.of(key("b\".java", "p.B.b", "2"), key("a.java", "p.A.a", "1")));
    assertThat(baseline.text().lines().filter(line -> line.contains("fingerprint")))
        .hasSize(2)
        .isSorted();
    assertThat(Baseline.read(baseline.text())).isEqualTo(baseline);
    assertThat(Baseline.read(new Baseline(List.of()).text()).entries()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "{\"version\": \"2\"}", "{\"findings\": [{}]}", "{\"x\": 1}", "{"})
  void anythingElseIsRefusedWithItsLine(String text) {
    assertThatThrownBy(() -> Baseline.read(text))
        .isInstanceOf(Baseline.MalformedException.class)
        .hasMessageStartingWith("line 1");
  }

  @Test
  void aFindingThatMovedWithItsClassIsTheSame() {
    List<FindingKey> before = List.of(key("a/Old.java", "a.Old.ask", "1"));
    List<FindingKey> now = List.of(key("b/New.java", "b.New.ask", "2"));
    Counterparts moved = Counterparts.of(before, now, file -> false, Set.of());
    assertThat(moved.before(0)).hasValue(0);
    assertThat(moved.gone()).isEmpty();
    Counterparts copied = Counterparts.of(before, now, file -> true, Set.of());
    assertThat(copied.before(0)).isEmpty();
    assertThat(copied.gone()).isEqualTo(before);
  }

  @Test
  void aSecondEqualFindingIsNew() {
    FindingKey same = key("a.java", "p.A.a", "1");
    Counterparts parts =
        Counterparts.of(List.of(same), List.of(same, same), file -> true, Set.of());
    assertThat(parts.before(0)).isPresent();
    assertThat(parts.before(1)).isEmpty();
  }
}
