package dev.aiaudit.catalog.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class YamlFormTest {
  @Test
  void scalars_stay_text_and_typed_getters_read_them() {
    DataNode node = YamlForm.read("a.yaml", "n: 7\nd: 0.5\nf: true\nt: 'no'\nl: [x, y]\n");
    assertThat(node.get("n").integer()).isEqualTo(7);
    assertThat(node.get("d").decimal()).isEqualTo(0.5);
    assertThat(node.flag("f")).isTrue();
    assertThat(node.text("t")).isEqualTo("no");
    assertThat(node.texts("l")).containsExactly("x", "y");
    assertThat(node.texts("t")).containsExactly("no");
    assertThat(node.texts("absent")).isEmpty();
  }

  @Test
  void an_empty_file_is_an_empty_map() {
    assertThat(YamlForm.read("a.yaml", "# nothing\n").entries()).isEmpty();
  }

  @Test
  void a_fault_names_file_line_and_path() {
    DataNode node = YamlForm.read("dir/a.yaml", "calls:\n  - method: m\n    once: maybe\n");
    DataNode call = node.items("calls").get(0);
    assertThatThrownBy(() -> call.flag("once"))
        .isInstanceOf(DataException.class)
        .hasMessage("dir/a.yaml:3:11 at calls[0].once: expected true or false, found 'maybe'");
  }

  @Test
  void a_missing_key_names_the_map() {
    DataNode node = YamlForm.read("a.yaml", "calls: [{args: 1}]\n");
    assertThatThrownBy(() -> node.items("calls").get(0).text("method"))
        .hasMessageStartingWith("a.yaml:1:")
        .hasMessageEndingWith("at calls[0]: 'method' is missing");
  }

  @Test
  void an_unknown_key_is_refused_with_the_known_ones() {
    DataNode node = YamlForm.read("a.yaml", "methd: x\n");
    assertThatThrownBy(() -> node.allowOnly(Set.of("method", "args")))
        .hasMessage(
            "a.yaml:1:1 at methd: unknown key; did you mean 'method'?; known are args, method");
  }

  @Test
  void a_wrong_kind_is_said() {
    DataNode node = YamlForm.read("a.yaml", "types: [x]\nn: x\n");
    assertThatThrownBy(() -> node.entries("types")).hasMessageContaining("found a list");
    assertThatThrownBy(() -> node.get("types").text()).hasMessageContaining("expected a text");
    assertThatThrownBy(() -> node.get("n").integer()).hasMessageContaining("whole number");
  }

  @Test
  void a_key_written_twice_is_refused_with_its_line() {
    assertThatThrownBy(() -> YamlForm.read("a.yaml", "id: x\nname: y\nid: z\n"))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("a.yaml:3:")
        .hasMessageContaining("Duplicate");
  }

  @Test
  void aliases_empty_values_and_second_documents_are_refused() {
    assertThatThrownBy(() -> YamlForm.read("a.yaml", "a: &x 1\nb: *x\n"))
        .hasMessageContaining("aliases are not supported");
    assertThatThrownBy(() -> YamlForm.read("a.yaml", "a:\n")).hasMessageContaining("is empty");
    assertThatThrownBy(() -> YamlForm.read("a.yaml", "a: ~\n")).hasMessageContaining("is empty");
    assertThat(YamlForm.read("a.yaml", "a: ''\n").text("a")).isEmpty();
    assertThatThrownBy(() -> YamlForm.read("a.yaml", "a: 1\n---\nb: 2\n"))
        .hasMessageContaining("more than one document");
  }

  @Test
  void broken_yaml_is_refused_with_its_line() {
    assertThatThrownBy(() -> YamlForm.read("a.yaml", "a: 1\nb: [1, 2\n"))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("a.yaml:");
  }
}
