package dev.aiaudit.detect.http;

import dev.aiaudit.detect.Surroundings;
import dev.aiaudit.resolve.bean.Beans;

/**
 * What the search for requests shares.
 *
 * @param at types, catalogue and settings
 * @param texts text values of expressions
 * @param callers calls of methods of the tree
 * @param beans what containers make
 * @param interfaces interfaces whose methods are requests
 */
record HttpContext(
    Surroundings at, TextValues texts, Callers callers, Beans beans, RemoteInterfaces interfaces) {

  /** The context of a tree. */
  static HttpContext of(Surroundings at) {
    Callers callers = new Callers(at.typer());
    TextValues texts = new TextValues(at, callers);
    Beans beans = new Beans(at.project(), at.catalog().seedPackages());
    return new RemoteInterfaces(at, texts, callers, beans).context();
  }
}
