package dev.aiaudit.syntax;

import java.util.List;

/** An expression or a statement, or one of their parts that holds code. */
public sealed interface Node permits Expr, Stmt {

  /** Where it is in its file. */
  Span span();

  /**
   * The expressions and statements directly inside, in evaluation order. Bodies of lambdas are
   * children; members of anonymous and local classes are not.
   */
  List<Node> children();
}
