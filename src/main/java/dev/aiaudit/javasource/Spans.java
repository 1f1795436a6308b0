package dev.aiaudit.javasource;

import com.github.javaparser.Range;
import com.github.javaparser.ast.Node;
import dev.aiaudit.syntax.Span;

/** Positions of JavaParser nodes in the project's form. */
final class Spans {

  private Spans() {}

  static Span of(Node node) {
    return node.getRange().map(Spans::of).orElse(Span.NONE);
  }

  private static Span of(Range r) {
    return new Span(
        Math.max(1, r.begin.line),
        Math.max(1, r.begin.column),
        Math.max(1, r.end.line),
        Math.max(1, r.end.column));
  }

  static Span cover(Node first, Node last) {
    Span a = of(first);
    Span b = of(last);
    return new Span(a.startLine(), a.startColumn(), b.endLine(), b.endColumn());
  }
}
