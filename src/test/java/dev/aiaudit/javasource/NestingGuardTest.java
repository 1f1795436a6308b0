package dev.aiaudit.javasource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NestingGuardTest {
  /**
   * A way to nest.
   *
   * @param depth from this depth on the guard must refuse
   */
  private record Shape(String name, String open, String inner, String close, int depth) {
    String member(int levels) {
      return open.repeat(levels) + inner + close.repeat(levels);
    }

    String code(int levels) {
      return "class T { void t() { x = " + member(levels) + "; } }";
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static final List<Shape> SHAPES =
      List.of(
          new Shape("parentheses", "(", "1", ")", 200),
          new Shape("calls", "f(", "1", ")", 200),
          new Shape("array initialisers", "{", "1", "}", 200),
          new Shape("index", "a[", "1", "]", 200),
          new Shape("lambda blocks in calls", "f(() -> { ", "g();", "})", 7),
          new Shape("lambda blocks in results", "f(() -> { return ", "1", ";})", 7),
          new Shape("lambda blocks in an index", "a[f(() -> { return ", "1", ";})]", 7),
          new Shape("anonymous classes in calls", "f(new A() { B b = ", "1", ";})", 7),
          new Shape("anonymous classes", "new A() { void m() { x = ", "1", "; } }", 7),
          new Shape("anonymous statements", "new A() { void m() { ", "g();", " } };", 7),
          new Shape("switches in an index", "a[switch (1) { default -> { ", "g();", "} }]", 7),
          new Shape("switches in calls", "f(switch (1) { default -> ", "1", "; })", 7),
          new Shape("casts", "(A) ", "1", "", 100),
          new Shape("generic casts", "(A<B>) ", "1", "", 100),
          new Shape("intersection casts", "(A & B) ", "1", "", 100),
          new Shape("generics", "A<", "B", "> ", 100),
          new Shape("lambda chain", "y -> ", "1", "", 400),
          new Shape("conditions", "if (a) ", "b()", "", 400),
          new Shape("loops", "for (;;) ", "b()", "", 400),
          new Shape("else chain", "if (a) b(); else ", "b()", "", 100_000),
          new Shape("additions", "\"a\" + ", "1", "", 20_000),
          new Shape("negations", "!", "a", "", 20_000),
          new Shape("call chain", "", "a", ".f()", 20_000));

  static Stream<Shape> refusedShapes() {
    return SHAPES.stream().filter(shape -> !shape.name().equals("else chain"));
  }

  @ParameterizedTest
  @MethodSource("refusedShapes")
  void everyShapeIsRefusedWhenNestedDeeply(Shape shape) {
    for (int factor : List.of(1, 2, 10)) {
      String code = shape.code(shape.depth() * factor);
      assertThat(NestingGuard.reasonNotToParse(code)).isPresent();
      assertThat(NestingGuard.reasonNotToParse(code.substring(0, code.length() - 5))).isPresent();
      assertThat(NestingGuard.reasonNotToParse(code.replace('\n', ' ') + ")")).isPresent();
    }
  }

  @ParameterizedTest
  @MethodSource("refusedShapes")
  void noShapeIsRefusedAtADepthPeopleWrite(Shape shape) {
    for (int levels = 0; levels <= 5; levels++) {
      assertThat(NestingGuard.reasonNotToParse(shape.code(levels))).isEmpty();
    }
  }

  @Test
  void aMissingSemicolonInsideTenNestedLambdasIsRefused() {
    String code =
        "class A { void m() { "
            + "f(() -> { a(); ".repeat(10)
            + "b() c();"
            + "});".repeat(10)
            + "} }";
    assertThat(code.length()).isLessThan(300);
    assertThat(NestingGuard.reasonNotToParse(code))
        .contains("blocks inside expressions nested deeper than 6");
  }

  @Test
  void bracketsThatCloseNothingDoNotHideTheDepth() {
    String code = "class A { void m() { " + "f(() -> { ) ] ".repeat(10) + "} }";
    assertThat(NestingGuard.reasonNotToParse(code)).isPresent();
  }

  @Test
  void quotesDoNotHideTheDepth() {
    String bomb = "f(() -> { ".repeat(10);
    for (String before :
        List.of("\"\"\" + \"", "\"a\n", "'\"'", "'\n", "\"\\\"\"", "/**/", "/*/*/")) {
      assertThat(NestingGuard.reasonNotToParse("x = " + before + bomb)).as(before).isPresent();
    }
    for (String before : List.of("\"", "'", "//", "/*/", "\"\"\"\n\\\"\"\"", "\"\"\" \r\n")) {
      assertThat(NestingGuard.reasonNotToParse("x = " + before + bomb)).as(before).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class A { Object o = f(() -> { g(() -> { h(new X() { void m() { i(() -> {}); } });});});}",
        "class A { boolean f() { return a < b && c < d || e < f; } }",
        "class A { void f() { for (int i = 0; i < n; i++) { if (a) (b).c(); } } }",
        "class A { Map<String, List<Map<String, Set<Integer>>>> m = new HashMap<>(); }",
      })
  void ordinaryCodeMayBeParsed(String code) {
    assertThat(NestingGuard.reasonNotToParse(code)).isEmpty();
  }

  @Test
  void longListsMayBeParsed() {
    String list = "List.of(" + "new A(1, x -> 2), ".repeat(5000) + "(A) b)";
    String members = "int f(int a) { if (a > 1) { return -a; } return (int) a; }\n".repeat(5000);
    assertThat(NestingGuard.reasonNotToParse("class A { Object o = " + list + ";" + members + "}"))
        .isEmpty();
  }

  @Test
  void noCharactersStopTheGuard() {
    String alphabet = "(){}[]<>\"'\\/*;,.-&|+!=\n\r ab\u0000\ud800";
    for (int seed = 0; seed < 1000; seed++) {
      Random random = new Random(seed);
      StringBuilder code = new StringBuilder();
      for (int i = random.nextInt(300); i > 0; i--) {
        code.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      byte[] bytes = new byte[random.nextInt(300)];
      random.nextBytes(bytes);
      String raw = new String(bytes, StandardCharsets.ISO_8859_1);
      assertThatCode(() -> NestingGuard.reasonNotToParse(code)).doesNotThrowAnyException();
      assertThatCode(() -> NestingGuard.reasonNotToParse(raw)).doesNotThrowAnyException();
    }
  }

  /** The real parser must get through whatever the guard lets pass, sound or broken. */
  @Test
  void whatPassesTheGuardIsParsedWithinItsDeadline() {
    List<String> codes = new ArrayList<>();
    for (Shape shape : SHAPES) {
      for (int levels : List.of(3, 6, 12, 30, 100)) {
        String code = shape.code(levels);
        int middle = code.length() / 2;
        codes.add(code);
        codes.add(code.substring(0, middle) + " ) " + code.substring(middle));
        codes.add(code.substring(0, middle) + " x y " + code.substring(middle));
        codes.add(code.replaceFirst(";", ""));
      }
    }
    codes.removeIf(code -> NestingGuard.reasonNotToParse(code).isPresent());
    ParserConfiguration settings =
        new ParserConfiguration().setLanguageLevel(ParserConfiguration.LanguageLevel.RAW);
    try (ParsePool<String, Boolean> pool =
        new ParsePool<>(
            code -> new JavaParser(settings).parse(code).isSuccessful(),
            String::length,
            2,
            ParseLimits.standard())) {
      assertThat(pool.all(codes))
          .hasSizeGreaterThan(200)
          .allMatch(outcome -> outcome instanceof ParseOutcome.Parsed);
    }
  }
}
