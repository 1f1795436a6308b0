package dev.aiaudit.trace;

import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.syntax.Param;
import java.util.ArrayList;
import java.util.List;

/** A pointcut expression of AspectJ: which methods an aspect is woven around. */
sealed interface Pointcut {

  /** Both match. */
  record And(Pointcut left, Pointcut right) implements Pointcut {}

  /** One of them matches. */
  record Or(Pointcut left, Pointcut right) implements Pointcut {}

  /** It does not match. */
  record Not(Pointcut inner) implements Pointcut {}

  /**
   * A designator with its text, such as {@code within} and {@code com.acme..*}.
   *
   * @param name {@code execution}, {@code @annotation}
   * @param text what is in the parentheses
   */
  record Designator(String name, String text) implements Pointcut {}

  /**
   * A named pointcut.
   *
   * @param name possibly with a type before it
   */
  record Reference(String name) implements Pointcut {}

  /** Something that cannot be read. */
  record Unreadable() implements Pointcut {}

  /**
   * What the body of {@code execution(…)} says.
   *
   * @param annotations types with which the method is annotated
   * @param returns the pattern of the return type
   * @param declaring the pattern of the declaring type; empty for any
   * @param name the pattern of the name
   * @param params the patterns of the parameters
   */
  record Signature(
      List<String> annotations,
      String returns,
      String declaring,
      String name,
      List<String> params) {

    /** Reads {@code public * com.acme..*Service.get*(String, ..)}. */
    static Signature of(String text) {
      int open = text.indexOf('(', text.startsWith("@(") ? text.indexOf(')') : 0);
      String before = (open < 0 ? text : text.substring(0, open)).strip();
      int close = text.indexOf(')', Math.max(open, 0));
      String inside = open < 0 || close < 0 ? ".." : text.substring(open + 1, close);
      List<String> annotations = new ArrayList<>();
      List<String> words = new ArrayList<>();
      for (String word : before.split("\\s+")) {
        if (word.startsWith("@")) {
          annotations.add(word.replaceAll("[@()]", ""));
        } else {
          words.add(word);
        }
      }
      String member = words.isEmpty() ? "*" : words.get(words.size() - 1);
      int dot = member.lastIndexOf('.');
      boolean below = dot > 0 && member.charAt(dot - 1) == '.';
      return new Signature(
          annotations,
          words.size() < 2 ? "*" : words.get(words.size() - 2),
          dot < 0 ? "" : below ? member.substring(0, dot - 1) + "..*" : member.substring(0, dot),
          member.substring(dot + 1),
          inside.isBlank() ? List.of() : List.of(inside.strip().split("\\s*,\\s*")));
    }

    /** Whether name, return type and parameters of a method fit. */
    boolean fits(DeclaredMethod method) {
      return TypePattern.text(name, method.name())
          && type(returns, method.decl().returnType().simpleName())
          && parameters(method.decl().params());
    }

    private boolean parameters(List<Param> actual) {
      int open = params.indexOf("..");
      if (open < 0 && actual.size() != params.size() || actual.size() < params.size() - 1) {
        return false;
      }
      int leading = open < 0 ? params.size() : open;
      for (int i = 0; i < leading; i++) {
        if (!type(params.get(i), actual.get(i).type().simpleName())) {
          return false;
        }
      }
      return true;
    }

    private static boolean type(String pattern, String simpleName) {
      String last = pattern.substring(pattern.lastIndexOf('.') + 1).replaceAll("<.*|\\+|\\[]", "");
      return TypePattern.text(last, simpleName);
    }
  }
}
