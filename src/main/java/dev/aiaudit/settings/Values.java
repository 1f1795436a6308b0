package dev.aiaudit.settings;

import dev.aiaudit.catalog.data.DataNode;
import dev.aiaudit.model.Closest;
import dev.aiaudit.model.Location;
import dev.aiaudit.model.Named;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the kinds of values that stand in a settings file. */
final class Values {
  private static final Pattern PERIOD = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|min|h|d)");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(\\.\\d{1,9})?");
  private static final Map<String, Duration> UNITS =
      Map.of(
          "ms", Duration.ofMillis(1),
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "min", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1));
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Values() {}

  /** {@code 30s}, {@code 500ms}, {@code 2m}, {@code 1h} or {@code PT30S}; more than nothing. */
  static Duration duration(DataNode node) {
    Duration duration = parsed(node);
    if (duration.isZero() || duration.isNegative()) {
      throw node.fault("a duration must be longer than nothing, found '" + node.text() + "'");
    }
    return duration;
  }

  private static Duration parsed(DataNode node) {
    String text = node.text().strip();
    Matcher period = PERIOD.matcher(text);
    if (period.matches()) {
      Duration unit = UNITS.getOrDefault(period.group(2), Duration.ZERO);
      return unit.multipliedBy(Long.parseLong(period.group(1)));
    }
    try {
      return Duration.parse(text);
    } catch (DateTimeException | ArithmeticException e) {
      String unit = NUMBER.matcher(text).matches() ? "; the unit is missing, " : "; write ";
      throw node.fault(
          "'" + text + "' is no duration" + unit + "for example 30s, 500ms, 2m or PT30S");
    }
  }

  /** {@code 99.9%} or {@code 99.9}. */
  static BigDecimal percent(DataNode node) {
    String text = node.text().strip();
    String number = text.endsWith("%") ? text.substring(0, text.length() - 1).strip() : text;
    if (!NUMBER.matcher(number).matches() || new BigDecimal(number).compareTo(HUNDRED) > 0) {
      throw node.fault("'" + text + "' is no percentage; write, for example, 99.9%");
    }
    return new BigDecimal(number);
  }

  /** A number of money or of people. */
  static BigDecimal amount(DataNode node) {
    String text = node.text().strip();
    if (!NUMBER.matcher(text).matches()) {
      throw node.fault(
          "'" + text + "' is no amount; write a number without currency or spaces, such as 120.50");
    }
    return new BigDecimal(text);
  }

  /** {@code EUR}. */
  static String currency(DataNode node) {
    if (!node.text().matches("[A-Z]{3}")) {
      throw node.fault("'" + node.text() + "' is no currency; write its ISO code, such as EUR");
    }
    return node.text();
  }

  /** {@code 2027-01-31}. */
  static LocalDate date(DataNode node) {
    try {
      return LocalDate.parse(node.text().strip());
    } catch (DateTimeException e) {
      throw node.fault("'" + node.text() + "' is no date; write, for example, 2027-01-31");
    }
  }

  /** A text that says something. */
  static String words(DataNode node) {
    String text = node.text().strip();
    if (text.isEmpty()) {
      throw node.fault("the text is empty");
    }
    return text;
  }

  /** The constant whose word stands there. */
  static <T extends Named> T constant(DataNode node, T[] constants) {
    List<String> words = Stream.of(constants).map(Named::word).toList();
    String text = node.text().strip();
    int index = words.indexOf(text.toLowerCase(Locale.ROOT));
    if (index < 0) {
      throw node.fault(noneOf(text, words));
    }
    return constants[index];
  }

  static String noneOf(String text, Collection<String> words) {
    return "'" + text + "' is none of " + String.join(", ", words) + Closest.question(text, words);
  }

  /** Where a node is written, for findings about it. */
  static Location location(DataNode node) {
    int line = node.path().line().orElse(1);
    Optional<Integer> column = node.path().column();
    return new Location(node.path().file(), line, column.orElse(1), line, column.orElse(1));
  }
}
