package dev.aiaudit.escape;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Judges names such as {@code spring.ai.openai.api-key} or {@code OPENAI_API_KEY}. */
final class SecretKey {
  private static final Set<String> ALONE =
      Set.of(
          "password",
          "passwd",
          "pwd",
          "passphrase",
          "secret",
          "secrets",
          "credential",
          "credentials",
          "authorization",
          "apikey",
          "apikeys",
          "accesskey",
          "secretkey",
          "privatekey",
          "accesstoken",
          "authtoken",
          "bearer");

  private static final Set<String> BEFORE_KEY =
      Set.of(
          "api",
          "access",
          "secret",
          "private",
          "subscription",
          "account",
          "auth",
          "encryption",
          "signing",
          "shared",
          "master",
          "license",
          "admin",
          "service",
          "openai",
          "anthropic",
          "azure",
          "gemini");

  /** A name that ends like this tells where a secret is, or how it is used, not what it is. */
  private static final Set<String> HARMLESS_END =
      Set.of(
          "url",
          "uri",
          "path",
          "file",
          "name",
          "enabled",
          "type",
          "length",
          "ttl",
          "timeout",
          "expiry",
          "expiration",
          "policy",
          "header",
          "prefix",
          "provider",
          "ref",
          "required",
          "encoder",
          "class",
          "algorithm",
          "location",
          "count",
          "limit");

  private static final Set<String> TOKEN_IS_TEXT =
      Set.of(
          "max",
          "min",
          "num",
          "total",
          "prompt",
          "completion",
          "input",
          "output",
          "next",
          "per",
          "stop",
          "eos",
          "bos",
          "pad",
          "page",
          "continuation",
          "cancellation");

  private SecretKey() {}

  static boolean matches(String key) {
    List<String> words = words(key);
    if (words.isEmpty() || HARMLESS_END.contains(words.get(words.size() - 1))) {
      return false;
    }
    for (int i = 0; i < words.size(); i++) {
      String before = i == 0 ? "" : words.get(i - 1);
      boolean last = i == words.size() - 1;
      if (isSecret(words.get(i), before, last)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSecret(String word, String before, boolean last) {
    return switch (word) {
      case "key", "keys" -> BEFORE_KEY.contains(before);
      case "token" -> last && !TOKEN_IS_TEXT.contains(before);
      default -> ALONE.contains(word) || word.endsWith("password") || word.endsWith("apikey");
    };
  }

  /** Splits at anything that is no letter or digit and where a capital follows a small letter. */
  private static List<String> words(String key) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    char previous = ' ';
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      boolean inside = Ascii.isLetterOrDigit(c);
      boolean small = Ascii.isLetterOrDigit(previous) && !Ascii.isUpper(previous);
      boolean hump = small && Ascii.isUpper(c);
      if ((!inside || hump) && word.length() > 0) {
        words.add(word.toString().toLowerCase(Locale.ROOT));
        word.setLength(0);
      }
      if (inside) {
        word.append(c);
      }
      previous = c;
    }
    if (word.length() > 0) {
      words.add(word.toString().toLowerCase(Locale.ROOT));
    }
    return words;
  }
}
