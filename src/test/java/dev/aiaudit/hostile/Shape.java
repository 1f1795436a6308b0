package dev.aiaudit.hostile;

import java.util.List;
import java.util.function.IntFunction;

/**
 * A way to nest Java in itself.
 *
 * @param body statements for a depth
 */
record Shape(String name, IntFunction<String> body) {
  static final List<Shape> ALL =
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
          chained("assignments", "x", " = y"),
          nested("lambdas with arguments", "f(a, (b, c) -> { return ", "1", "; })"),
          nested("lambdas in constructors", "new F(() -> { ", "g();", " });"),
          nested("anonymous classes in calls", "f(new A() { void m() { ", "", " } });"),
          nested("switch expressions", "x = switch (a) { default -> {", "yield 1;", "} };"),
          nested("switches in calls", "f(switch (a) { default -> { yield ", "1", "; } })"),
          nested("array values", "new int[][] {", "{1}", "}"),
          nested("annotations", "@A(", "1", ")"),
          nested("local classes", "class L { void m() { ", "", "} }"),
          nested("do loops", "do {", "b();", "} while (a);"),
          nested("for loops", "for (;;) {", "b();", "}"),
          nested("for each loops", "for (A a : b) {", "c();", "}"),
          nested("catches", "try { a(); } catch (E e) {", "b();", "}"),
          nested("resources", "try (A a = b) {", "c();", "}"),
          nested("labels", "a: ", "b();", ""),
          nested("type arguments", "a.<List<", "String", ">>b()"),
          nested("method references", "f(", "A::b", ")"),
          nested("instance tests", "(a instanceof B b && ", "c", ")"),
          nested("record patterns", "R(", "int a", ")"),
          nested("wildcards", "Map<?, ? extends ", "A", ">"),
          nested("parenthesised negations", "!(", "a", ")"),
          chained("alternatives", "x = a", " || b"),
          chained("chained conditions", "x = a", " ? b : c"));

  private static Shape nested(String name, String open, String middle, String close) {
    return new Shape(name, n -> open.repeat(n) + middle + close.repeat(n));
  }

  private static Shape chained(String name, String first, String each) {
    return new Shape(name, n -> first + each.repeat(n) + ";");
  }

  /** A class with the body in a method, and with a call that is waited for before it. */
  String source(int depth) {
    return "import dev.langchain4j.model.chat.ChatModel;\nclass T { ChatModel model;"
        + " void t() { model.chat(\"x\"); "
        + body.apply(depth)
        + " } }";
  }
}
