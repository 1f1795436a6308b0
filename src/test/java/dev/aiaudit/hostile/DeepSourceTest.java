package dev.aiaudit.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.model.Report;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Threat 2: sources nested so deeply that a recursive reader runs out of its stack. */
class DeepSourceTest {
  private static final List<Integer> DEPTHS = List.of(100, 1_000, 10_000, 50_000);

  @TempDir Path root;

  private record Shape(String name, IntFunction<String> body) {}

  private static Shape nested(String name, String open, String middle, String close) {
    return new Shape(name, n -> open.repeat(n) + middle + close.repeat(n));
  }

  private static Shape chained(String name, String first, String each) {
    return new Shape(name, n -> first + each.repeat(n) + ";");
  }

  private static final List<Shape> SHAPES =
      List.of(
          nested("parentheses", "x = (", "1", ");"),
          nested("calls", "f(", "1", ")"),
          nested("lambdas", "f(() -> { ", "g();", " });"),
          nested("expression lambdas", "f(a -> ", "1", ")"),
          nested("anonymous classes", "new A() { void m() { ", "", " } };"),
          nested("casts", "(int) (", "1", ")"),
          nested("arrays", "{", "1", "}"),
          nested("indexes", "a[", "0", "]"),
          nested("ternaries", "a ? b : (", "c", ")"),
          nested("ifs", "if (a) {", "b();", "}"),
          nested("else ifs", "if (a) b(); else ", "c();", ""),
          nested("loops", "while (a) {", "b();", "}"),
          nested("tries", "try {", "b();", "} finally {}"),
          nested("switches", "switch (a) { default: {", "b();", "}}"),
          nested("blocks", "{", "", "}"),
          nested("locks", "synchronized (a) {", "b();", "}"),
          nested("generics", "List<", "String", ">"),
          nested("comments", "/* ", "", "*/ "),
          nested("negations", "!", "a", ""),
          chained("sums", "x = 1", " + 1"),
          chained("texts", "x = \"a\"", " + \"a\""),
          chained("fluent chains", "x", ".y()"),
          chained("fields", "x", ".y"),
          chained("assignments", "x", " = y"));

  @Test
  void everyShapeIsParsedOrNamedAndTheCallBesideItIsFound() {
    Tree tree = new Tree(root).with("Ask.java", Tree.CALL);
    int files = 0;
    for (Shape shape : SHAPES) {
      for (int depth : DEPTHS) {
        String text =
            "import dev.langchain4j.model.chat.ChatModel;\nclass T { ChatModel model;"
                + " void t() { model.chat(\"x\"); "
                + shape.body().apply(depth)
                + " } }";
        tree.with("deep/T" + files++ + ".java", text);
      }
    }
    Report report = tree.audit();

    assertThat(report.inventory().callSites())
        .anyMatch(s -> s.location().file().equals("Ask.java"));
    for (int i = 0; i < files; i++) {
      String file = "deep/T" + i + ".java";
      boolean named = report.diagnostics().stream().anyMatch(d -> d.file().equals(file));
      boolean found =
          report.inventory().callSites().stream().anyMatch(s -> s.location().file().equals(file));
      assertThat(named || found).as("%s is neither analysed nor named", file).isTrue();
    }
  }
}
