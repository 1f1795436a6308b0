package dev.aiaudit.engine;

import dev.aiaudit.detect.RequestSite;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives call sites ids that stay when lines move: file, enclosing method, callee, and a counter
 * within these.
 */
final class SiteIds {
  private final Map<String, Integer> seen = new HashMap<>();

  String next(RequestSite site) {
    String base = site.code().signature() + "#" + site.callee();
    int count = seen.merge(base, 1, Integer::sum);
    return count == 1 ? base : base + "#" + count;
  }
}
