package dev.aiaudit.model;

import java.util.Collection;
import java.util.Optional;

/** Finds the word that somebody who mistyped probably meant. */
public final class Closest {
  private static final int LONGEST = 40;

  private Closest() {}

  /**
   * The nearest candidate, when it is near enough to be worth a question; the first by name of
   * several.
   */
  public static Optional<String> to(String typed, Collection<String> candidates) {
    if (typed.length() > LONGEST) {
      return Optional.empty();
    }
    String best = "";
    int least = Math.max(1, typed.length() / 3) + 1;
    for (String candidate : candidates) {
      int distance = distance(typed, candidate);
      boolean first = distance == least && !best.isEmpty() && candidate.compareTo(best) < 0;
      if (distance < least || first) {
        least = distance;
        best = candidate;
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  /** {@code "; did you mean 'x'?"}, or nothing. */
  public static String question(String typed, Collection<String> candidates) {
    return to(typed, candidates).map(word -> "; did you mean '" + word + "'?").orElse("");
  }

  /** Edits between two words, where swapping neighbours is one edit. */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(d[i - 1][j - 1] + change, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        if (i > 1 && j > 1 && swapped(a, i, b, j)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }

  private static boolean swapped(String a, int i, String b, int j) {
    return a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
  }
}
