package dev.aiaudit.resolve;

import java.util.ArrayList;
import java.util.List;

/** Reads types written with full names, as the catalogue writes them. */
final class TypeText {
  private final String text;
  private int at;

  private TypeText(String text) {
    this.text = text;
  }

  static JavaType parse(String text) {
    return new TypeText(text.replace(" ", "")).type();
  }

  private JavaType type() {
    String name = name();
    List<JavaType> args = new ArrayList<>();
    if (peek() == '<') {
      do {
        at++;
        args.add(type());
      } while (peek() == ',');
      at++;
    }
    int dimensions = 0;
    while (peek() == '[') {
      at += 2;
      dimensions++;
    }
    return of(name, args, dimensions);
  }

  private static JavaType of(String name, List<JavaType> args, int dimensions) {
    // Type parameters of library classes are single capital letters, which no class is called.
    boolean variable = name.length() <= 2 && name.equals(name.toUpperCase(java.util.Locale.ROOT));
    JavaType.Kind kind = variable ? JavaType.Kind.VARIABLE : JavaType.Kind.KNOWN;
    return new JavaType(name, args, dimensions, kind);
  }

  private String name() {
    int start = at;
    while (at < text.length() && "<>,[]".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String name = text.substring(start, at);
    for (String bound : List.of("?extends", "?super")) {
      if (name.startsWith(bound)) {
        return name.substring(bound.length());
      }
    }
    return name.equals("?") ? "java.lang.Object" : name;
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }
}
