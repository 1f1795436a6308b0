package dev.aiaudit.settings;

import dev.aiaudit.model.Location;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code // ai-audit: ignore[AIA001] reason} in a file of the tree; a reason may end with {@code
 * (until 2027-01-31)}.
 *
 * @param location the comment
 * @param lastLine the line of code that it is for: its own, or the next one when it stands alone
 * @param rules ids
 * @param reason the author's words
 * @param expires the last day on which it holds
 * @param problem why it suppresses nothing; empty for a well-formed one
 */
public record IgnoreComment(
    Location location,
    int lastLine,
    List<String> rules,
    String reason,
    Optional<LocalDate> expires,
    String problem) {
  /** What every such comment starts with. */
  public static final String MARKER = "ai-audit:";

  private static final Pattern FORM = Pattern.compile("ignore\\s*(\\[([^\\]]*)])?(.*)");
  private static final Pattern UNTIL =
      Pattern.compile("(.*?)\\s*\\(until ([^()]*)\\)\\s*", Pattern.DOTALL);

  /** Copies the list. */
  public IgnoreComment {
    rules = List.copyOf(rules);
  }

  /**
   * Reads what follows the marker.
   *
   * @param text one line, without the signs that open and close the comment
   */
  static IgnoreComment parse(String text, Location location, int lastLine, KnownWords known) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      return malformed(location, lastLine, "write ai-audit: ignore[AIA001] and the reason");
    }
    if (form.group(2) == null || form.group(2).isBlank()) {
      return malformed(location, lastLine, "it names no rule; write ignore[AIA001] and the reason");
    }
    List<String> rules = new ArrayList<>();
    for (String name : form.group(2).split(",", -1)) {
      Optional<String> rule = SettingsReader.rule(known, name);
      if (rule.isEmpty()) {
        return malformed(location, lastLine, SettingsReader.noRule(known, name.strip()));
      }
      rules.add(rule.get());
    }
    return explained(form.group(3).strip(), location, lastLine, rules);
  }

  private static IgnoreComment explained(
      String text, Location location, int lastLine, List<String> rules) {
    Matcher until = UNTIL.matcher(text);
    String reason = until.matches() ? until.group(1).strip() : text;
    Optional<LocalDate> expires = Optional.empty();
    if (until.matches()) {
      try {
        expires = Optional.of(LocalDate.parse(until.group(2).strip()));
      } catch (DateTimeException e) {
        return malformed(location, lastLine, "'" + until.group(2) + "' is no date as 2027-01-31");
      }
    }
    if (reason.chars().filter(Character::isLetterOrDigit).count() < 2) {
      return malformed(location, lastLine, "it gives no reason");
    }
    return new IgnoreComment(location, lastLine, rules, reason, expires, "");
  }

  private static IgnoreComment malformed(Location location, int lastLine, String problem) {
    return new IgnoreComment(location, lastLine, List.of(), "", Optional.empty(), problem);
  }
}
