package dev.aiaudit.catalog.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiaudit.catalog.build.CatalogCompiler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BinaryFormTest {
  @Test
  void the_whole_shipped_data_survives_the_round_trip() throws Exception {
    DataNode tree = CatalogCompiler.tree(Path.of("src/main/catalog"));
    DataNode read = BinaryForm.read("catalog.bin", BinaryForm.write(tree));
    assertThat(read).isEqualTo(tree);
    assertThat(BinaryForm.write(read)).isEqualTo(BinaryForm.write(tree));
  }

  @Test
  void empty_collections_long_lists_and_any_characters_survive() {
    List<DataNode> items = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      items.add(DataNode.text(DataPath.file("t"), "text " + i + " \u00e9\u4e2d\ud83d\ude00"));
    }
    DataNode tree =
        DataNode.map(
            DataPath.file("t"),
            Map.of(
                "", DataNode.list(DataPath.file("t"), items),
                "empty", DataNode.list(DataPath.file("t"), List.of()),
                "none", DataNode.map(DataPath.file("t"), Map.of())));
    assertThat(BinaryForm.read("t", BinaryForm.write(tree))).isEqualTo(tree);
  }

  @Test
  void a_fault_in_compiled_data_names_its_file_and_path() {
    DataNode yaml = YamlForm.read("x", "sdk:\n  a.yaml:\n    calls: [{method: m, args: x}]\n");
    CatalogData data = CatalogData.of(BinaryForm.read("catalog.bin", BinaryForm.write(yaml)));
    DataNode args = data.section("sdk").get(0).items("calls").get(0).get("args");
    assertThatThrownBy(args::integer)
        .hasMessage("sdk/a.yaml at calls[0].args: expected a whole number, found 'x'");
  }

  @Test
  void a_section_that_is_not_there_is_empty() {
    CatalogData data = CatalogData.of(YamlForm.read("x", "sdk: {}\n"));
    assertThat(data.section("guards")).isEmpty();
    assertThat(data.sections()).containsExactly("sdk");
  }

  @Test
  void other_bytes_are_refused() {
    assertThatThrownBy(() -> BinaryForm.read("x", new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9}))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("not a compiled data tree");
    byte[] whole = BinaryForm.write(YamlForm.read("x", "a: b\n"));
    assertThatThrownBy(() -> BinaryForm.read("x", Arrays.copyOf(whole, 10)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("cut off");
  }
}
