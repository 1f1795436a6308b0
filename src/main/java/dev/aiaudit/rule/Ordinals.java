package dev.aiaudit.rule;

import java.util.HashMap;
import java.util.Map;

/** Numbers equal keys in the order in which they are asked for; one instance per run of a rule. */
final class Ordinals {

  private final Map<String, Integer> next = new HashMap<>();

  /** 0 for the first time that this key is seen, 1 for the second, and so on. */
  int next(String method, String callee) {
    return next.merge(method + '\0' + callee, 1, Integer::sum) - 1;
  }
}
