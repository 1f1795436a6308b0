package dev.aiaudit.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiaudit.catalog.data.DataNode;
import dev.aiaudit.catalog.data.YamlForm;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArityTest {
  @Test
  void the_written_forms_accept_what_they_say() {
    assertThat(accepted("2")).containsExactly(2);
    assertThat(accepted("0..2")).containsExactly(0, 1, 2);
    assertThat(accepted("0,3")).containsExactly(0, 3);
    assertThat(accepted("1,4+")).containsExactly(1, 4, 5);
    assertThat(accepted("*")).containsExactly(0, 1, 2, 3, 4, 5);
  }

  @Test
  void anything_else_is_refused_with_its_place() {
    assertThatThrownBy(() -> accepted("two"))
        .hasMessageContaining("x.yaml:1:1")
        .hasMessageContaining("'two' is no number of arguments");
    assertThatThrownBy(() -> accepted("1,")).hasMessageContaining("no number");
    assertThatThrownBy(() -> accepted("99")).hasMessageContaining("no number");
  }

  private static List<Integer> accepted(String text) {
    DataNode node = YamlForm.read("x.yaml", "'" + text + "'");
    Arity arity = Arity.parse(node, text);
    return IntStream.rangeClosed(0, 5).filter(arity::accepts).boxed().toList();
  }
}
