package dev.aiaudit.javasource;

import java.util.Optional;

/** What became of one input of a {@link ParsePool}. */
public sealed interface ParseOutcome<T> {
  /** The value, if there is one. */
  Optional<T> value();

  /** The parse ended in time with a value. */
  record Parsed<T>(T result) implements ParseOutcome<T> {
    @Override
    public Optional<T> value() {
      return Optional.of(result);
    }
  }

  /**
   * There is no value.
   *
   * @param reason a phrase for a diagnostic, such as {@code "not parsed within 2.5 s"}
   */
  record NotParsed<T>(String reason) implements ParseOutcome<T> {
    @Override
    public Optional<T> value() {
      return Optional.empty();
    }
  }
}
