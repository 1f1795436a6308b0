package dev.aiaudit.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.model.Report;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CsvRendererTest {
  @Test
  void thereIsOneRowForEachCallSite() {
    List<List<String>> rows = rows(CannedReport.usual());
    assertThat(rows).hasSize(4);
    List<String> header = rows.get(0);
    List<String> chat = rows.get(1);
    assertThat(chat.get(header.indexOf("worst wait seconds"))).isEqualTo("1201.500");
    assertThat(chat.get(header.indexOf("entry points")))
        .isEqualTo("http POST /orders/{id}/summary; grpc Orders.summarize");
    assertThat(chat.get(header.indexOf("rules"))).isEqualTo("AIA007; AIA001");
    assertThat(rows.get(2).get(header.indexOf("candidates"))).isEqualTo("anthropic; openai");
  }

  @ParameterizedTest
  @MethodSource("dev.aiaudit.render.Rendered#payloads")
  void rowsAndColumnsStayInPlaceAndNoCellIsAFormula(String payload) {
    List<List<String>> rows = rows(CannedReport.hostile(payload));
    assertThat(rows).hasSize(4);
    assertThat(rows).allSatisfy(row -> assertThat(row).hasSameSizeAs(rows.get(0)));
    assertThat(rows.stream().flatMap(List::stream))
        .noneMatch(cell -> !cell.isEmpty() && "=+-@\t\r\n".indexOf(cell.charAt(0)) >= 0);
  }

  private static List<List<String>> rows(Report report) {
    return read(Rendered.text(new CsvRenderer(), report));
  }

  /** RFC 4180, strictly. */
  private static List<List<String>> read(String csv) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      if (quoted && c == '"' && csv.startsWith("\"\"", i)) {
        cell.append('"');
        i++;
      } else if (c == '"') {
        assertThat(quoted || cell.isEmpty()).as("quote inside a plain cell").isTrue();
        quoted = !quoted;
      } else if (quoted || ",\r\n".indexOf(c) < 0) {
        cell.append(c);
      } else if (c == ',') {
        row.add(cell.toString());
        cell.setLength(0);
      } else {
        assertThat(csv.startsWith("\r\n", i)).as("line end").isTrue();
        i++;
        row.add(cell.toString());
        cell.setLength(0);
        rows.add(row);
        row = new ArrayList<>();
      }
    }
    assertThat(quoted).isFalse();
    assertThat(row).isEmpty();
    return rows;
  }
}
