package dev.aiaudit.detect.provider;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Ids of models as libraries spell them in constants: {@code GPT_4O_MINI}, {@code GPT_3_5_TURBO},
 * {@code CLAUDE_HAIKU_4_5}.
 */
final class ModelConstants {
  private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)+");

  /** Families whose ids write a version as {@code 3.5}; the others as {@code 3-5}. */
  private static final Pattern DOTTED = Pattern.compile("(gpt|gemini|llama|qwen|glm|grok)[-\\d].*");

  private static final Pattern VERSION = Pattern.compile("(?<!\\d)(\\d)-(\\d)(?!\\d)");
  private static final Pattern SPLIT_LETTER = Pattern.compile("(?<=\\d)-(o|k)(?=-|$)");

  private final Predicate<String> known;

  /** Believes only ids that are known to be of a family of models. */
  ModelConstants(Predicate<String> known) {
    this.known = known;
  }

  /** The id that a constant of that name stands for. */
  Optional<String> id(String constant) {
    if (!CONSTANT.matcher(constant).matches()) {
      return Optional.empty();
    }
    String id = constant.toLowerCase(Locale.ROOT).replace('_', '-');
    if (DOTTED.matcher(id).matches()) {
      id = SPLIT_LETTER.matcher(VERSION.matcher(id).replaceAll("$1.$2")).replaceAll("$1");
    }
    return Optional.of(id).filter(known);
  }
}
