package dev.aiaudit.render;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aiaudit.model.Named;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A value in a JSON document that knows where it stands, so that a complaint can say so.
 *
 * @param node the value; a missing node when there is none
 * @param pointer JSON pointer from the root
 */
record JsonValue(JsonNode node, String pointer) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int MOST_DIGITS = 30;

  /** Reads one value. */
  @FunctionalInterface
  interface Reader<T> {
    T read(JsonValue value) throws ReportFormatException;
  }

  JsonValue get(String name) throws ReportFormatException {
    if (!node.isObject()) {
      throw wrong("an object");
    }
    return new JsonValue(node.path(name), pointer + "/" + name);
  }

  boolean absent() {
    return node.isMissingNode() || node.isNull();
  }

  String text() throws ReportFormatException {
    if (!node.isTextual()) {
      throw wrong("text");
    }
    return node.textValue();
  }

  Optional<String> optionalText() throws ReportFormatException {
    return absent() ? Optional.empty() : Optional.of(text());
  }

  int number() throws ReportFormatException {
    if (!node.isIntegralNumber() || !node.canConvertToInt()) {
      throw wrong("a whole number");
    }
    return node.intValue();
  }

  /** From 0 to 100. */
  BigDecimal percent() throws ReportFormatException {
    BigDecimal value = amount();
    if (value.compareTo(HUNDRED) > 0) {
      throw wrong("a percentage");
    }
    return value;
  }

  /** Not negative, and with no more digits than anybody writes. */
  BigDecimal amount() throws ReportFormatException {
    BigDecimal value = node.isNumber() ? node.decimalValue() : BigDecimal.ONE.negate();
    if (value.signum() < 0
        || Math.abs(value.scale()) > MOST_DIGITS
        || value.precision() > MOST_DIGITS) {
      throw wrong("a number from 0 on");
    }
    return value;
  }

  int number(int otherwise) throws ReportFormatException {
    return absent() ? otherwise : number();
  }

  boolean flag(boolean otherwise) throws ReportFormatException {
    if (absent()) {
      return otherwise;
    }
    if (!node.isBoolean()) {
      throw wrong("true or false");
    }
    return node.booleanValue();
  }

  <T extends Named> T word(T[] constants) throws ReportFormatException {
    String word = text();
    List<String> words = new ArrayList<>();
    for (T constant : constants) {
      if (constant.word().equals(word)) {
        return constant;
      }
      words.add(constant.word());
    }
    throw wrong("one of " + String.join(", ", words));
  }

  <T extends Named> T word(T[] constants, T otherwise) throws ReportFormatException {
    return absent() ? otherwise : word(constants);
  }

  <T> Optional<T> optional(Reader<T> reader) throws ReportFormatException {
    return absent() ? Optional.empty() : Optional.of(reader.read(this));
  }

  /** An empty list when there is no value. */
  <T> List<T> list(Reader<T> reader) throws ReportFormatException {
    if (absent()) {
      return List.of();
    }
    if (!node.isArray()) {
      throw wrong("a list");
    }
    List<T> values = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      values.add(reader.read(new JsonValue(node.path(i), pointer + "/" + i)));
    }
    return values;
  }

  ReportFormatException wrong(String expected) {
    String found =
        absent() ? "nothing" : node.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
    String value = node.isValueNode() && !absent() ? " " + cut(node.asText()) : "";
    String where = pointer.isEmpty() ? "the document" : pointer;
    return new ReportFormatException(
        where + " should be " + expected + ", but is " + found + value);
  }

  private static String cut(String text) {
    return "'" + dev.aiaudit.escape.Escape.cap(text, 40) + "'";
  }
}
