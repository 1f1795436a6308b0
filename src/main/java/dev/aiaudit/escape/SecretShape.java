package dev.aiaudit.escape;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a key looks like: a public prefix and a body.
 *
 * @param prefix matched with case, only where no letter, digit or dash precedes it
 * @param body what the rest consists of
 * @param length fewest characters of the body
 */
record SecretShape(String prefix, Body body, int length, String provider) {
  /** Characters a key body consists of. */
  enum Body {
    ALNUM,
    UPPER,
    /** Letters, digits, dash and underscore, and at least one digit: prose has none. */
    TOKEN
  }

  /** Longer prefixes first, so that the most telling one names the kind. */
  private static final List<SecretShape> ALL =
      List.of(
          new SecretShape("github_pat_", Body.TOKEN, 22, "github-models"),
          new SecretShape("sk-svcacct-", Body.TOKEN, 20, "openai"),
          new SecretShape("sk-admin-", Body.TOKEN, 20, "openai"),
          new SecretShape("sk-or-v1-", Body.TOKEN, 32, "openrouter"),
          new SecretShape("sk-proj-", Body.TOKEN, 20, "openai"),
          new SecretShape("sk-ant-", Body.TOKEN, 12, "anthropic"),
          new SecretShape("nvapi-", Body.TOKEN, 32, "nvidia"),
          new SecretShape("glpat-", Body.TOKEN, 16, "unknown"),
          new SecretShape("pplx-", Body.ALNUM, 32, "perplexity"),
          new SecretShape("xoxb-", Body.TOKEN, 20, "unknown"),
          new SecretShape("xoxp-", Body.TOKEN, 20, "unknown"),
          new SecretShape("xai-", Body.ALNUM, 32, "xai"),
          new SecretShape("gsk_", Body.ALNUM, 32, "groq"),
          new SecretShape("ghp_", Body.ALNUM, 30, "github-models"),
          new SecretShape("gho_", Body.ALNUM, 30, "github-models"),
          new SecretShape("ghu_", Body.ALNUM, 30, "github-models"),
          new SecretShape("ghs_", Body.ALNUM, 30, "github-models"),
          new SecretShape("ghr_", Body.ALNUM, 30, "github-models"),
          new SecretShape("AIza", Body.TOKEN, 30, "google"),
          new SecretShape("AKIA", Body.UPPER, 16, "bedrock"),
          new SecretShape("ASIA", Body.UPPER, 16, "bedrock"),
          new SecretShape("ABSK", Body.ALNUM, 60, "bedrock"),
          new SecretShape("eyJ", Body.TOKEN, 24, "unknown"),
          new SecretShape("hf_", Body.ALNUM, 30, "huggingface"),
          new SecretShape("r8_", Body.ALNUM, 30, "replicate"),
          new SecretShape("sk-", Body.TOKEN, 20, "unknown"));

  private static final Map<Character, List<SecretShape>> BY_FIRST =
      new TreeMap<>(ALL.stream().collect(Collectors.groupingBy(shape -> shape.prefix().charAt(0))));

  /** The shapes that start with this character. */
  static List<SecretShape> startingWith(char first) {
    return BY_FIRST.getOrDefault(first, List.of());
  }

  /** The index after a key of this shape at {@code start}, or -1 if there is none. */
  int end(String text, int start) {
    if (!text.startsWith(prefix, start)) {
      return -1;
    }
    int from = start + prefix.length();
    int end = from;
    boolean digit = body != Body.TOKEN;
    while (end < text.length() && contains(text.charAt(end))) {
      digit |= Ascii.isDigit(text.charAt(end));
      end++;
    }
    return end - from >= length && digit ? end : -1;
  }

  private boolean contains(char c) {
    return switch (body) {
      case UPPER -> Ascii.isDigit(c) || Ascii.isUpper(c);
      case ALNUM -> Ascii.isLetterOrDigit(c);
      case TOKEN -> Ascii.isLetterOrDigit(c) || c == '-' || c == '_';
    };
  }
}
