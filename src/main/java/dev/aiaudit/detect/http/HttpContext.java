package dev.aiaudit.detect.http;

import dev.aiaudit.detect.Surroundings;

/**
 * What the search for requests shares.
 *
 * @param at types, catalogue and settings
 * @param texts text values of expressions
 * @param callers calls of methods of the tree
 * @param beans clients that a container makes
 * @param interfaces interfaces whose methods are requests
 */
record HttpContext(
    Surroundings at,
    TextValues texts,
    Callers callers,
    ClientBeans beans,
    RemoteInterfaces interfaces) {

  /** The context of a tree. */
  static HttpContext of(Surroundings at) {
    Callers callers = new Callers(at.typer());
    TextValues texts = new TextValues(at, callers);
    return new RemoteInterfaces(at, texts, callers, new ClientBeans(at)).context();
  }
}
