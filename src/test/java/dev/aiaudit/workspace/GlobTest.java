package dev.aiaudit.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlobTest {
  @Test
  void onlyTwoStarsCrossFolders() {
    assertThat(Glob.path("src/*.java").matches("src/a/B.java")).isFalse();
    assertThat(Glob.path("src/**/*.java").matches("src/a/b/B.java")).isTrue();
    assertThat(Glob.path("src/**/*.java").matches("src/B.java")).isTrue();
    assertThat(Glob.path("src/**").matches("src")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*a*a*a*a*a*a*a*ab",
        "**/a/**/a/**/a/**/a/**/a/**/a/**/a/**/a/**/a/**/a/**/a/**/ab",
        "[a][a]*[a]*[a]*[a]*[a]*[a]*b",
        "**a**a**a**a**a**a**b",
        "?*?*?*?*?*?*?*?*?*b"
      })
  void patternsThatHangOtherMatchersEndQuickly(String pattern) {
    String name = "a".repeat(4_000);
    String path = "a/".repeat(2_000) + "a";

    assertThat(Glob.path(pattern).matches(name)).isFalse();
    assertThat(Glob.path(pattern).matches(path)).isFalse();
    assertThat(Glob.name(pattern).matches(name)).isFalse();
  }

  @Test
  void theLongestPatternAgainstTheLongestPathEndsQuickly() {
    String stars = "**/".repeat(Glob.MAX_LENGTH / 3) + "b";
    assertThat(stars).hasSizeLessThanOrEqualTo(Glob.MAX_LENGTH);
    assertThat(Glob.path(stars).matches("a/".repeat(2_000))).isFalse();
    assertThat(Glob.path(stars).matches("a/".repeat(2_000) + "b")).isTrue();
  }

  @Test
  void aPatternOverTheLengthLimitMatchesNothing() {
    String longest = "a".repeat(Glob.MAX_LENGTH);
    assertThat(Glob.path(longest).matches(longest)).isTrue();
    assertThat(Glob.path(longest + "a").matches(longest + "a")).isFalse();
  }

  @Test
  void agreesWithPlainRecursionOnRandomPatterns() {
    Random random = new Random(42);
    for (int i = 0; i < 20_000; i++) {
      String pattern = random(random, "ab/**?", 8);
      String text = random(random, "ab/", 8);
      assertThat(Glob.path(pattern).matches(text))
          .as("%s against %s", pattern, text)
          .isEqualTo(recursive(pattern, 0, text, 0));
    }
  }

  private static boolean recursive(String pattern, int p, String text, int t) {
    if (p == pattern.length()) {
      return t == text.length();
    }
    char c = pattern.charAt(p);
    if (c != '*') {
      return t < text.length()
          && (c == '?' ? text.charAt(t) != '/' : text.charAt(t) == c)
          && recursive(pattern, p + 1, text, t + 1);
    }
    int end = p;
    while (end < pattern.length() && pattern.charAt(end) == '*') {
      end++;
    }
    boolean folders =
        end - p > 1
            && (p == 0 || pattern.charAt(p - 1) == '/')
            && (end == pattern.length() || pattern.charAt(end) == '/');
    if (folders && end < pattern.length() && recursive(pattern, end + 1, text, t)) {
      return true;
    }
    for (int at = t; at <= text.length(); at++) {
      if (recursive(pattern, end, text, at)) {
        return true;
      }
      if (at < text.length() && text.charAt(at) == '/' && !folders) {
        return false;
      }
    }
    return false;
  }

  private static String random(Random random, String alphabet, int longest) {
    StringBuilder out = new StringBuilder();
    for (int i = random.nextInt(longest + 1); i > 0; i--) {
      out.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return out.toString();
  }
}
