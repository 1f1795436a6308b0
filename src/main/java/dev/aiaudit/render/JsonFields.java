package dev.aiaudit.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import dev.aiaudit.escape.Redact;
import dev.aiaudit.model.Named;
import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Names and values in the order they are written, two blanks a level, line feeds on every system.
 */
final class JsonFields implements Closeable {
  private static final String INDENT = "  ";
  private final JsonGenerator json;

  JsonFields(Appendable out) throws IOException {
    json = new JsonFactory().createGenerator(new AppendableWriter(out));
    json.setCharacterEscapes(JsonEscapes.USUAL);
    json.setPrettyPrinter(prettyPrinter());
  }

  /** Writes one element of a list. */
  @FunctionalInterface
  interface Element<T> {
    void write(T value) throws IOException;
  }

  void beginObject() throws IOException {
    json.writeStartObject();
  }

  void beginObject(String name) throws IOException {
    json.writeObjectFieldStart(name);
  }

  void beginList() throws IOException {
    json.writeStartArray();
  }

  void beginList(String name) throws IOException {
    json.writeArrayFieldStart(name);
  }

  void endList() throws IOException {
    json.writeEndArray();
  }

  void endObject() throws IOException {
    json.writeEndObject();
  }

  void text(String name, String value) throws IOException {
    json.writeFieldName(name);
    string(value);
  }

  /**
   * Text written for people by us or by the scanned tree, in which a secret may have been quoted.
   */
  void prose(String name, String value) throws IOException {
    text(name, value);
  }

  void word(String name, Named value) throws IOException {
    json.writeStringField(name, value.word());
  }

  void number(String name, int value) throws IOException {
    json.writeNumberField(name, value);
  }

  /** Without an exponent, as people write it. */
  void decimal(String name, Optional<BigDecimal> value) throws IOException {
    if (value.isPresent()) {
      json.writeFieldName(name);
      json.writeNumber(value.get().toPlainString());
    } else {
      absent(name);
    }
  }

  void flag(String name, boolean value) throws IOException {
    json.writeBooleanField(name, value);
  }

  void absent(String name) throws IOException {
    json.writeNullField(name);
  }

  void text(String name, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      text(name, value.get());
    } else {
      absent(name);
    }
  }

  void prose(String name, Optional<String> value) throws IOException {
    text(name, value);
  }

  void number(String name, Optional<Integer> value) throws IOException {
    if (value.isPresent()) {
      number(name, value.get());
    } else {
      absent(name);
    }
  }

  void texts(String name, Collection<String> values) throws IOException {
    json.writeFieldName(name);
    texts(values);
  }

  void texts(Collection<String> values) throws IOException {
    json.writeStartArray();
    for (String value : values) {
      string(value);
    }
    json.writeEndArray();
  }

  <T> void list(String name, List<T> values, Element<T> element) throws IOException {
    json.writeArrayFieldStart(name);
    for (T value : values) {
      element.write(value);
    }
    json.writeEndArray();
  }

  @Override
  public void close() throws IOException {
    json.close();
  }

  /** Any text may quote a secret: a model name or route is what somebody wrote there. */
  private void string(String value) throws IOException {
    boolean hashes = value.contains("##");
    json.setCharacterEscapes(hashes ? JsonEscapes.HASHES : JsonEscapes.USUAL);
    json.writeString(wellFormed(Redact.secrets(value)));
    json.setCharacterEscapes(JsonEscapes.USUAL);
  }

  private static DefaultPrettyPrinter prettyPrinter() {
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");
    DefaultIndenter indenter = new DefaultIndenter(INDENT, "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators);
    printer.indentArraysWith(indenter);
    printer.indentObjectsWith(indenter);
    return printer;
  }

  /** Half a surrogate pair has no UTF-8 form; it becomes the replacement character. */
  private static String wellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return text.codePoints()
            .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
      }
    }
    return text;
  }
}
