package dev.aiaudit.trace;

import dev.aiaudit.model.Via;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.syntax.Expr;

/**
 * A place that may run a method.
 *
 * @param code the code around it
 * @param node the call, method reference or object creation
 * @param via how it reaches the method
 * @param certain false when only the name matched
 */
public record Edge(Code code, Expr node, Via via, boolean certain) {}
