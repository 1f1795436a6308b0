package dev.aiaudit.javasource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Enums inside methods. */
class LocalEnumsTest {
  @Test
  void aFileWithAnEnumInsideAMethodIsRead() throws Exception {
    String text =
        """
        class A {
          String a(int x) {
            enum Mood { GOOD("a}"), BAD("b") { String s() { return "c"; } }; String s() { return ""; } }
            return x > 0 ? Mood.GOOD.s() : "none";
          }
          void b() {}
        }
        """;
    JavaParserReader reader = new JavaParserReader();
    assertThat(reader.read("A.java", text).types()).hasSize(1);
    assertThat(reader.read("A.java", text).types().get(0).methods()).hasSize(2);
  }

  @Test
  void linesStayWhatTheyAre() {
    String text = "class A { void a() {\n  enum E {\n    X, // first\n    Y }\n  f();\n} }";
    assertThat(LocalEnums.asClass(text, 2).orElseThrow().lines().toList())
        .hasSize(6)
        .element(4)
        .isEqualTo("  f();");
  }

  @Test
  void whatIsNoJavaStaysUnread() {
    assertThatThrownBy(() -> new JavaParserReader().read("A.java", "class A { void a() { enum } }"))
        .isInstanceOf(JavaParserReader.SyntaxException.class);
    assertThat(LocalEnums.asClass("class A { int enumerate = 1; }", 1)).isEmpty();
  }
}
