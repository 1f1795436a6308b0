package dev.aiaudit.configsource;

import dev.aiaudit.escape.Redact;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells credentials from other settings, so that their values never leave the readers. */
public final class Secrets {

  /** Stands for a literal credential. */
  public static final String MASK = "****";

  private static final List<String> NAMES =
      List.of(
          "apikey",
          "secret",
          "password",
          "passwd",
          "accesskey",
          "credential",
          "privatekey",
          "authtoken",
          "accesstoken",
          "apitoken",
          "bearer");

  private static final List<String> DUMMIES =
      List.of(
          "change",
          "your",
          "dummy",
          "example",
          "placeholder",
          "todo",
          "xxx",
          "none",
          "test",
          "fake",
          "here",
          "replace",
          "demo",
          "<",
          "***",
          "...",
          "none",
          "not-needed",
          "empty",
          "redacted",
          "masked",
          "secret",
          "invalid",
          "enc(",
          "vault:",
          "enc[");

  /** Runs that people type and no generator gives. */
  private static final List<String> TYPED =
      List.of("abcdef", "123456", "987654", "qwerty", "asdf", "deadbeef", "fedcba");

  /** The fewest characters without a dash or a dot that the longest part of a key has. */
  private static final int PART = 10;

  private static final Pattern REPEATED = Pattern.compile("(.)\\1{4}");
  private static final Pattern PARTS = Pattern.compile("[^A-Za-z0-9]+");

  private Secrets() {}

  /**
   * Whether a setting holds a credential, by its name.
   *
   * @param key key or variable name
   */
  public static boolean named(String key) {
    String bare = ConfigKey.canonical(key);
    String last = bare.substring(bare.lastIndexOf('.') + 1);
    return Redact.isSecretKey(key)
        || NAMES.stream().anyMatch(last::contains)
        || last.endsWith("key") && !last.endsWith("publickey")
        || last.endsWith("token");
  }

  /**
   * Whether a text has the shape of a credential.
   *
   * @param value any text
   */
  public static boolean shaped(String value) {
    return !Redact.find(value).isEmpty();
  }

  /**
   * Whether a literal credential looks real and not like a placeholder.
   *
   * @param value without quotes
   */
  public static boolean real(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    return value.length() >= 16
        && value.indexOf(' ') < 0
        && value.indexOf('$') < 0
        && value.indexOf('{') < 0
        && DUMMIES.stream().noneMatch(lower::contains)
        && value.chars().anyMatch(Character::isDigit)
        && random(value);
  }

  /**
   * Whether a text looks as if a generator had made it: no placeholder, no run of neighbours on the
   * keyboard or of one character, and not only words with numbers between them.
   *
   * @param value a key, or what may be one
   */
  static boolean random(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    return DUMMIES.stream().noneMatch(lower::contains)
        && TYPED.stream().noneMatch(lower::contains)
        && lower.chars().distinct().count() >= 8
        && !REPEATED.matcher(lower).find()
        && Stream.of(PARTS.split(value)).anyMatch(Secrets::mixed);
  }

  /** A long part in which digits and letters are mixed; a year behind a word is no mixture. */
  private static boolean mixed(String part) {
    String body = part.replaceFirst("[0-9]{1,4}$", "");
    return part.length() >= PART
        && (body.chars().anyMatch(Character::isDigit)
            || body.chars().anyMatch(Character::isUpperCase)
                && body.substring(1).chars().anyMatch(Character::isLowerCase))
        && part.chars().anyMatch(Character::isLetter);
  }

  /**
   * The literal part of a value: the default of a placeholder, or the value itself.
   *
   * @param value as written
   */
  static String literal(String value) {
    int colon = value.indexOf(':');
    boolean placeholder = value.startsWith("${") && value.endsWith("}") && colon > 0;
    String text = placeholder ? value.substring(colon + 1, value.length() - 1) : value;
    return text.startsWith("-") ? text.substring(1) : text;
  }

  /**
   * The value as it may be kept: placeholders stay, but the literal parts of a credential do not.
   *
   * @param key its name
   * @param value as written
   */
  public static String masked(String key, String value) {
    if (value.isEmpty()) {
      return value;
    }
    if (!named(key)) {
      return Redact.secrets(value);
    }
    int start = value.indexOf("${");
    if (start == 0) {
      return maskedDefault(value);
    }
    boolean reference = value.startsWith("{{") || value.startsWith("@") || value.startsWith("$(");
    return reference ? value : MASK;
  }

  private static String maskedDefault(String value) {
    int colon = value.indexOf(':');
    int end = value.lastIndexOf('}');
    if (colon < 0 || end < colon) {
      return end == value.length() - 1 ? value : MASK;
    }
    String fallback = value.substring(colon + 1, end);
    boolean empty = fallback.isEmpty() || fallback.equals("-") || fallback.startsWith("?");
    return empty
        ? value.substring(0, end + 1)
        : fallback.startsWith("${")
            ? value.substring(0, colon + 1) + maskedDefault(fallback) + "}"
            : value.substring(0, colon + 1) + MASK + "}";
  }
}
