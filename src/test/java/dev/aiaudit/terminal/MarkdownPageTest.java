package dev.aiaudit.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownPageTest {
  private static final String PAGE =
      """
      ## What it finds

      A **request** waits for `x`
      and fails.

      - one point that is
        continued
      - two

      ```java
      a();

        b();
      ```
      """;

  @Test
  void withoutColourTheTextIsReadable() {
    assertThat(new MarkdownPage(Style.PLAIN, 80).render(PAGE))
        .isEqualTo(
            """
            What it finds

            A request waits for x and fails.

            - one point that is continued
            - two

                a();

                  b();
            """);
  }

  @Test
  void withColourHeadingsAndBoldTextAreBold() {
    assertThat(new MarkdownPage(new Style(true), 80).render(PAGE))
        .startsWith("\u001b[1mWhat it finds\u001b[0m\n")
        .contains("A \u001b[1mrequest\u001b[0m waits for \u001b[34mx\u001b[0m and");
  }

  @Test
  void codeIsShownAsItIs() {
    assertThat(new MarkdownPage(Style.PLAIN, 80).render("```\n**a** `b`\n```\n"))
        .isEqualTo("    **a** `b`\n");
  }
}
