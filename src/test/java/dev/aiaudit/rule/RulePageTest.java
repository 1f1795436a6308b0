package dev.aiaudit.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiaudit.model.Severity;
import org.junit.jupiter.api.Test;

class RulePageTest {

  private static final String FRONT =
      "---\nid: AIA099\nname: a-thing\nseverity: warning\ntitle: One: two\nsince: 0.1.0\n---\n";

  @Test
  void readsFrontMatterSectionsAndFences() {
    RulePage page =
        RulePage.parse(FRONT + "Intro\n\n## What\nText.\n### Bad\n```java\n## no heading\n```\n");

    assertThat(page.id()).isEqualTo("AIA099");
    assertThat(page.severity()).isEqualTo(Severity.WARNING);
    assertThat(page.title()).isEqualTo("One: two");
    assertThat(page.markdown()).startsWith("Intro");
    assertThat(page.sections())
        .extracting(RulePage.Section::heading)
        .containsExactly("What", "Bad");
    assertThat(page.section("What").orElseThrow().body()).isEqualTo("Text.\n");
    assertThat(page.section("Bad").orElseThrow().fences())
        .containsExactly(new RulePage.Fence("java", "## no heading\n"));
  }

  @Test
  void readsPagesWithWindowsLineEnds() {
    RulePage page = RulePage.parse((FRONT + "## What\nText.\n").replace("\n", "\r\n"));
    assertThat(page.section("What").orElseThrow().body()).isEqualTo("Text.\n");
  }

  @Test
  void refusesMalformedPages() {
    assertThatThrownBy(() -> RulePage.parse("## What\n")).hasMessageContaining("front matter");
    assertThatThrownBy(() -> RulePage.parse(FRONT.replace("title: One: two\n", "") + "x"))
        .hasMessageContaining("title");
    assertThatThrownBy(() -> RulePage.parse(FRONT + "## What\n```java\nint x;\n"))
        .hasMessageContaining("fence left open under What");
  }
}
