package com.example.search;

/** The first words of a text, for when nobody writes a title. */
final class FirstWords {
  private FirstWords() {}

  static String of(String text) {
    return text.length() <= 60 ? text : text.substring(0, text.lastIndexOf(' ', 60));
  }
}
