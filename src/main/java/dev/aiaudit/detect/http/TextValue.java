package dev.aiaudit.detect.http;

import dev.aiaudit.model.Evidence;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A text that an expression can have.
 *
 * @param template the text; each part that the source does not tell is a {@link #HOLE}
 * @param evidence how it is known: declared when it is written in the expression itself
 * @param keys settings that it was read from, those without a value included
 * @param alternative whether it is only a value of another profile or of a file with less weight
 */
public record TextValue(String template, Evidence evidence, Set<String> keys, boolean alternative) {

  /** Stands for what only the running program knows. */
  public static final String HOLE = "{}";

  /** Texts longer than this are of no use as a URL or name. */
  private static final int LONGEST = 4_000;

  /** Nothing is known. */
  static final TextValue UNKNOWN = new TextValue(HOLE, Evidence.DERIVED, Set.of(), false);

  /** The empty text. */
  static final TextValue EMPTY = literal("");

  /** Copies the keys and cuts texts that are too long. */
  public TextValue {
    keys = Set.copyOf(keys);
    template = template.length() > LONGEST ? template.substring(0, LONGEST) : template;
  }

  /** A text as written. */
  static TextValue literal(String text) {
    return new TextValue(text, Evidence.DECLARED, Set.of(), false);
  }

  /** What a setting would say that no file of the tree gives a value. */
  static TextValue unset(String key) {
    return new TextValue(HOLE, Evidence.DERIVED, Set.of(key), false);
  }

  /** Whether nothing at all is known. */
  boolean unknown() {
    return template.equals(HOLE);
  }

  /** The same text, found through resolution. */
  TextValue derived() {
    return evidence == Evidence.DECLARED
        ? new TextValue(template, Evidence.DERIVED, keys, alternative)
        : this;
  }

  /** The same with another text. */
  TextValue with(UnaryOperator<String> change) {
    return new TextValue(change.apply(template), evidence, keys, alternative);
  }

  /** This text and another one after it. */
  TextValue then(TextValue next) {
    return joined(next, template + next.template);
  }

  /** This text as base of a URL and another one as its path. */
  TextValue slash(TextValue path) {
    if (template.isEmpty() || path.template.isEmpty()) {
      return then(path);
    }
    boolean left = template.endsWith("/");
    boolean right = path.template.startsWith("/");
    String text =
        left && right
            ? template + path.template.substring(1)
            : left || right || path.template.startsWith("?")
                ? template + path.template
                : template + "/" + path.template;
    return joined(path, text);
  }

  private TextValue joined(TextValue next, String text) {
    Evidence weaker = evidence.compareTo(next.evidence) >= 0 ? evidence : next.evidence;
    Set<String> all = new LinkedHashSet<>(keys);
    all.addAll(next.keys);
    return new TextValue(text, weaker, all, alternative || next.alternative);
  }
}
