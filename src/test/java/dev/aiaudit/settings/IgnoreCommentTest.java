package dev.aiaudit.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.model.Location;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IgnoreCommentTest {
  private static final KnownWords WORDS =
      new KnownWords(Map.of("aia001", "AIA001", "aia006", "AIA006"), Set::of);

  private static CommentedFile java(String text) {
    return CommentedFile.read("A.java", text, WORDS);
  }

  private static boolean covers(CommentedFile file, int startLine, int endLine) {
    return file.covers(file.comments().get(0), new Location("A.java", startLine, 9, endLine, 9));
  }

  @Test
  void aCommentAboveTheStatementCoversACallFurtherDownInIt() {
    CommentedFile file =
        java(
            "a();\n// ai-audit: ignore[AIA001, aia006] known\nString x =\n  b()\n    .c();\nd();\n");
    assertThat(file.comments().get(0).rules()).containsExactly("AIA001", "AIA006");
    assertThat(covers(file, 4, 5)).isTrue();
    assertThat(covers(file, 6, 6)).isFalse();
    assertThat(covers(file, 1, 1)).isFalse();
  }

  @Test
  void aCommentBehindTheCallCoversItsLineOnly() {
    CommentedFile file = java("a();\nb(); // ai-audit: ignore[AIA001] known\nc();\n");
    assertThat(covers(file, 2, 2)).isTrue();
    assertThat(covers(file, 3, 3)).isFalse();
    assertThat(covers(file, 1, 1)).isFalse();
  }

  @Test
  void otherCommentsMayStandBetweenButNoEmptyLine() {
    assertThat(covers(java("// ai-audit: ignore[AIA001] known\n// why\na();\n"), 3, 3)).isTrue();
    assertThat(covers(java("// ai-audit: ignore[AIA001] known\n\na();\n"), 3, 3)).isFalse();
  }

  @Test
  void whatLooksLikeACommentInAStringIsNone() {
    assertThat(java("a(\"// ai-audit: ignore[AIA001] known\");\n").comments()).isEmpty();
    assertThat(java("a(\"\"\"\n // ai-audit: ignore[AIA001] known\n \"\"\");\n").comments())
        .isEmpty();
    assertThat(java("// see ai-audit: ignore[AIA001] in the manual\n").comments()).isEmpty();
  }

  @Test
  void aReasonMayEndWithADate() {
    IgnoreComment comment =
        java("// ai-audit: ignore[AIA001] comes with 2.0 (until 2027-01-31)\na();\n")
            .comments()
            .get(0);
    assertThat(comment.reason()).isEqualTo("comes with 2.0");
    assertThat(comment.expires().orElseThrow()).hasToString("2027-01-31");
  }

  @ParameterizedTest
  @CsvSource({
    "ignore[AIA001], no reason",
    "ignore[AIA001] -, no reason",
    "ignore known, names no rule",
    "ignore[] known, names no rule",
    "ignore[AIA002] known, did you mean 'aia001'?",
    "ingore[AIA001] known, write ai-audit",
    "ignore[AIA001] known (until May), is no date",
  })
  void aMalformedOneSaysWhatIsMissing(String text, String problem) {
    IgnoreComment comment = java("// ai-audit: " + text + "\na();\n").comments().get(0);
    assertThat(comment.problem()).contains(problem);
    assertThat(comment.rules()).isEmpty();
  }

  @Test
  void otherLanguagesHaveOtherSigns() {
    CommentedFile file =
        CommentedFile.read("a.yml", "# ai-audit: ignore[AIA001] known\na: 1\n", WORDS);
    assertThat(file.covers(file.comments().get(0), Location.ofLine("a.yml", 2))).isTrue();
  }
}
