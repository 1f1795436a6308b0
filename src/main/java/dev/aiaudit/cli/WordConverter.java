package dev.aiaudit.cli;

import dev.aiaudit.model.Closest;
import dev.aiaudit.model.Named;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an enum constant from the word that reports and documentation use for it. */
final class WordConverter<T extends Named> implements ITypeConverter<T> {
  private final List<T> constants;

  WordConverter(T[] constants) {
    this.constants = List.of(constants);
  }

  @Override
  public T convert(String word) {
    List<String> words = constants.stream().map(Named::word).toList();
    int index = words.indexOf(word);
    if (index >= 0) {
      return constants.get(index);
    }
    throw new TypeConversionException(
        "'" + word + "' is none of " + String.join(", ", words) + Closest.question(word, words));
  }

  static <T extends Named> WordConverter<T> of(Class<T> type) {
    return new WordConverter<>(
        Arrays.copyOf(type.getEnumConstants(), type.getEnumConstants().length));
  }
}
