package com.example.newsroom;

/** A text with its title. */
public record Article(String title, String text) {

  /** The first sentences, about that many characters. */
  public String beginning(int characters) {
    return text.substring(0, Math.min(characters, text.length()));
  }
}
