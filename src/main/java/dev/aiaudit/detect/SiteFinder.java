package dev.aiaudit.detect;

import dev.aiaudit.resolve.Code;
import dev.aiaudit.syntax.Expr;
import java.util.Optional;

/** One way to recognise that a call makes a request to an AI provider. */
public interface SiteFinder {

  /**
   * Whether it can find anything at calls of methods with that name; most names it can rule out
   * without asking for types.
   *
   * @param method simple name
   */
  boolean mayFind(String method);

  /**
   * Looks at one call or method reference.
   *
   * @param node an {@link Expr.Call} or {@link Expr.MethodRef}
   * @param code the code around it
   * @return the site whose request this very node sends; empty when it sends none
   */
  Optional<RequestSite> find(Expr node, Code code);
}
