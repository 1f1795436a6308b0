package dev.aiaudit.escape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class EscapeTest {
  private static final Map<String, UnaryOperator<String>> SINKS =
      Map.of(
          "terminal", Escape::terminal,
          "data", Escape::workflowCommandData,
          "property", Escape::workflowCommandProperty,
          "markdownCode", Escape::markdownCode,
          "mermaid", Escape::mermaidLabel,
          "dot", Escape::dotLabel);

  @Test
  void noSinkLetsAnActingCharacterThrough() {
    Random random = new Random(7);
    int[] dangerous = {
      0, 7, 8, 9, 10, 13, 27, 127, 0x85, 0x9B, 0x200E, 0x202E, 0x2028, 0x2029, 0x2066, 0x2069,
      0xFEFF, 0xD800, 0xDC00, 'a', '`', '%', ':', '"', '\\', '<', '|', '#'
    };
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(12); n >= 0; n--) {
        text.append((char) dangerous[random.nextInt(dangerous.length)]);
      }
      SINKS.forEach((name, sink) -> assertInert(name, sink.apply(text.toString())));
      assertInert("markdownText", Escape.markdownText(text.toString()).replace("\u200B", ""));
    }
  }

  private static void assertInert(String sink, String out) {
    assertThat(out.codePoints())
        .as(sink)
        .noneMatch(c -> c < 0x20 || c >= 0x7F && c < 0xA0 || c >= 0x200B && c <= 0x200F)
        .noneMatch(c -> c >= 0x2028 && c <= 0x202E || c >= 0x2066 && c <= 0x2069)
        .noneMatch(c -> c >= 0xD800 && c <= 0xDFFF || c == 0xFEFF);
  }

  @Test
  void terminalShowsWhatWouldAct() {
    assertThat(Escape.terminal("a\r::x\u001B[31m\uD800é\uD83D\uDE00"))
        .isEqualTo("a\\u{d}::x\\u{1b}[31m\uFFFDé\uD83D\uDE00");
  }

  @Test
  void workflowCommandsCannotBeLeft() {
    assertThat(Escape.workflowCommandData("100%\r\n::x")).isEqualTo("100%25%0D%0A::x");
    assertThat(Escape.workflowCommandProperty("a,b:c")).isEqualTo("a%2Cb%3Ac");
  }

  @Test
  void noLineStartsAWorkflowCommand() {
    assertThat(Escape.lineStartGuard("::error::x\n \t\u00A0::y\r::z\na::b"))
        .isEqualTo(":\u200B:error::x\n \t\u00A0:\u200B:y\r:\u200B:z\na::b");
    assertThat(Escape.lineStartGuard("a ##[error]x ##VSO[task] ## [b]"))
        .isEqualTo("a #\u200B#[error]x #\u200B#VSO[task] ## [b]");
  }

  @Test
  void codeSpansHaveALongerFenceThanTheirText() {
    assertThat(Escape.markdownCode("a")).isEqualTo("`a`");
    assertThat(Escape.markdownCode("a``b")).isEqualTo("```a``b```");
    assertThat(Escape.markdownCode("`")).isEqualTo("`` ` ``");
    assertThat(Escape.markdownCode("")).isEqualTo("` `");
    assertThat(Escape.markdownTableCode("a|b")).isEqualTo("`a\\|b`");
  }

  @Test
  void markdownTextIsOnlyText() {
    assertThat(Escape.markdownText("[x](javascript:1) <b> @me #1 a|b"))
        .isEqualTo("\\[x\\]\\(javascript:1\\) &lt;b&gt; @\u200Bme \\#\u200B1 a\\|b");
    assertThat(Escape.markdownText("https://x www.x")).isEqualTo("https:\u200B//x www.\u200Bx");
    assertThat(Escape.markdownText("1. x")).isEqualTo("1\\. x");
    assertThat(Escape.markdownText("- x")).isEqualTo("\\- x");
    assertThat(Escape.markdownText("    x")).isEqualTo("&#32;&#32;&#32;&#32;x");
  }

  @Test
  void htmlCsvMermaidAndDotLabelsStayInTheirPlace() {
    assertThat(Escape.html("<a b=\"'&'\">")).isEqualTo("&lt;a b=&quot;&#39;&amp;&#39;&quot;&gt;");
    assertThat(Escape.csvCell("=1+1")).isEqualTo("'=1+1");
    assertThat(Escape.csvCell(" @x,\"y\"")).isEqualTo("\"' @x,\"\"y\"\"\"");
    assertThat(Escape.csvCell("\0=1")).isEqualTo("'=1");
    assertThat(Escape.csvCell("a\nb")).isEqualTo("\"a\nb\"");
    assertThat(Escape.mermaidLabel("a\"]<b>;é")).isEqualTo("a#34;#93;#60;b#62;#59;é");
    assertThat(Escape.dotLabel("a\"\\N")).isEqualTo("a\\\"\\\\N");
  }

  @Test
  void capCutsBetweenCodePoints() {
    assertThat(Escape.cap("\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00", 2)).isEqualTo("\uD83D\uDE00…");
    assertThat(Escape.cap("ab", 2)).isEqualTo("ab");
  }
}
