package dev.aiaudit.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules of one ignore file, linked to those of the folders above, which they override. */
final class IgnoreRules {
  /** More lines than this are not honoured; the largest file in the corpus has 600. */
  static final int MAX_RULES = 10_000;

  /** No rules at all. */
  static final IgnoreRules NONE = new IgnoreRules(Optional.empty(), 0, new IgnoreRule[0]);

  /** What the rules say about an entry. */
  enum Verdict {
    IGNORED,
    KEPT,
    UNDECIDED
  }

  private final Optional<IgnoreRules> above;
  private final int base;
  private final IgnoreRule[] rules;

  private IgnoreRules(Optional<IgnoreRules> above, int base, IgnoreRule[] rules) {
    this.above = above;
    this.base = base;
    this.rules = rules;
  }

  /** The outcome of reading one file: the rules, and phrases for what could not be honoured. */
  record Parsed(IgnoreRules rules, List<String> complaints) {}

  /**
   * Adds the rules of an ignore file below these.
   *
   * @param base length of the folder's path, with a closing slash, in the paths to be judged
   */
  Parsed with(String text, int base) {
    List<IgnoreRule> parsed = new ArrayList<>();
    List<String> complaints = new ArrayList<>();
    String body = text.startsWith("\u00EF\u00BB\u00BF") ? text.substring(3) : text;
    int start = 0;
    while (start < body.length()) {
      int end = body.indexOf('\n', start);
      end = end < 0 ? body.length() : end;
      int stop = end > start && body.charAt(end - 1) == '\r' ? end - 1 : end;
      if (stop - start > Glob.MAX_LENGTH) {
        complaints.add("a pattern longer than " + Glob.MAX_LENGTH + " bytes is not honoured");
      } else {
        IgnoreRule.parse(body.substring(start, stop)).ifPresent(parsed::add);
      }
      start = end + 1;
      if (parsed.size() > MAX_RULES) {
        complaints.add("rules after the first " + MAX_RULES + " are not honoured");
        parsed.remove(MAX_RULES);
        break;
      }
    }
    return new Parsed(with(parsed, base), complaints.stream().distinct().toList());
  }

  private IgnoreRules with(List<IgnoreRule> parsed, int base) {
    if (parsed.isEmpty()) {
      return this;
    }
    return new IgnoreRules(Optional.of(this), base, parsed.toArray(IgnoreRule[]::new));
  }

  /**
   * Judges one entry. Folders above it are not looked at: the walk never enters an ignored one.
   *
   * @param path {@link ByteText} of the path
   * @param name where the last segment starts in it
   */
  Verdict judge(String path, int name, boolean folder) {
    IgnoreRules level = this;
    while (true) {
      for (int i = level.rules.length - 1; i >= 0; i--) {
        if (level.rules[i].matches(path, level.base, name, folder)) {
          return level.rules[i].negated() ? Verdict.KEPT : Verdict.IGNORED;
        }
      }
      if (level.above.isEmpty()) {
        return Verdict.UNDECIDED;
      }
      level = level.above.get();
    }
  }
}
