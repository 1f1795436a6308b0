package dev.aiaudit.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Ignore rules give the verdicts that git gave when the table was recorded. */
class GitignoreCasesTest {
  @TestFactory
  Stream<DynamicTest> everyRecordedVerdictOfGitIsOurs() throws IOException {
    try (InputStream in = getClass().getResourceAsStream("gitignore-cases.tsv")) {
      String table = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      List<String> rows = table.lines().filter(row -> !row.startsWith("//")).toList();
      assertThat(rows).hasSizeGreaterThan(200);
      return rows.stream().map(GitignoreCasesTest::test);
    }
  }

  private static DynamicTest test(String row) {
    String[] cells = row.split("\t");
    return DynamicTest.dynamicTest(
        row, () -> assertThat(isIgnored(cells[1], cells[2])).isEqualTo(cells[0].equals("ignored")));
  }

  private static boolean isIgnored(String shown, String path) {
    String text =
        shown
            .replace("<LF>", "\n")
            .replace("<CR>", "\r")
            .replace("<TAB>", "\t")
            .replace("<BOM>", "\uFEFF");
    PathFilter filter = PathFilter.of(List.of(text));
    // A path ending with a slash is a folder: something in it is hidden exactly if it is.
    String plain = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return path.endsWith("/") ? coversFolder(filter, plain) : filter.covers(plain);
  }

  private static boolean coversFolder(PathFilter filter, String folder) {
    int slash = folder.lastIndexOf('/');
    boolean above = slash > 0 && coversFolder(filter, folder.substring(0, slash));
    return above || filter.matches(ByteText.of(folder), true);
  }
}
