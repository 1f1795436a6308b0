package dev.aiaudit.configsource;

import dev.aiaudit.model.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads Java properties with positions and without ever failing: a malformed unicode escape is kept
 * as written and reported. Spring's document separator ({@code #---}) starts a new document.
 */
final class PropertiesReader {

  /**
   * A property.
   *
   * @param document number of the document, from 0
   * @param line of the key, from 1
   * @param column of the key, from 1
   */
  record Property(String key, String value, int document, int line, int column) {}

  private final String file;
  private final List<Property> properties = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private int document;

  private PropertiesReader(String file) {
    this.file = file;
  }

  static PropertiesReader read(ConfigFile file) {
    PropertiesReader reader = new PropertiesReader(file.path());
    reader.lines(Lines.of(file.text()));
    return reader;
  }

  List<Property> properties() {
    return properties;
  }

  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  private void lines(String[] lines) {
    for (int i = 0; i < lines.length; i++) {
      String line = leftTrimmed(lines[i]);
      if (line.startsWith("#---") || line.startsWith("!---")) {
        document++;
      } else if (!line.isEmpty()
          && !line.equals("\\")
          && line.charAt(0) != '#'
          && line.charAt(0) != '!') {
        int start = i;
        StringBuilder logical = new StringBuilder(line);
        while (continued(logical) && i + 1 < lines.length) {
          logical.setLength(logical.length() - 1);
          logical.append(leftTrimmed(lines[++i]));
        }
        property(logical.toString(), start + 1, lines[start].length() - line.length() + 1);
      }
    }
  }

  private static boolean continued(CharSequence line) {
    int slashes = 0;
    for (int i = line.length() - 1; i >= 0 && line.charAt(i) == '\\'; i--) {
      slashes++;
    }
    return slashes % 2 == 1;
  }

  private void property(String line, int number, int column) {
    int end = 0;
    while (end < line.length() && !delimiter(line.charAt(end))) {
      end += line.charAt(end) == '\\' ? 2 : 1;
    }
    end = Math.min(end, line.length());
    int start = end;
    boolean assigned = false;
    while (start < line.length()
        && (blank(line.charAt(start)) || !assigned && delimiter(line.charAt(start)))) {
      assigned |= line.charAt(start) == '=' || line.charAt(start) == ':';
      start++;
    }
    String key = unescaped(line.substring(0, end), number);
    String value = unescaped(line.substring(start), number);
    if (!key.isEmpty()) {
      properties.add(new Property(key, value, document, number, column));
    }
  }

  private static boolean delimiter(char c) {
    return c == '=' || c == ':' || blank(c);
  }

  private static boolean blank(char c) {
    return c == ' ' || c == '\t' || c == '\f';
  }

  private static String leftTrimmed(String line) {
    int start = 0;
    while (start < line.length() && blank(line.charAt(start))) {
      start++;
    }
    return line.substring(start);
  }

  private String unescaped(String text, int line) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\' || i + 1 == text.length()) {
        out.append(c == '\\' ? "" : String.valueOf(c));
        continue;
      }
      char escape = text.charAt(++i);
      if (escape == 'u') {
        i = unicode(text, i, line, out);
      } else {
        out.append(plain(escape));
      }
    }
    return out.toString();
  }

  private static char plain(char escape) {
    return switch (escape) {
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 'f' -> '\f';
      default -> escape;
    };
  }

  private int unicode(String text, int at, int line, StringBuilder out) {
    int code = 0;
    int end = Math.min(at + 5, text.length());
    for (int i = at + 1; i < end; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      code = digit < 0 || text.charAt(i) > 'f' ? -1 : code * 16 + digit;
      if (code < 0) {
        break;
      }
    }
    if (code < 0 || end < at + 5) {
      diagnostics.add(
          new Diagnostic(
              Diagnostic.Level.WARNING, file, Optional.of(line), "malformed unicode escape"));
      out.append("\\u");
      return at;
    }
    out.append((char) code);
    return at + 4;
  }
}
