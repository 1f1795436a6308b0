package dev.aiaudit.render;

import dev.aiaudit.model.Named;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The output formats; help, completion and documentation iterate them. */
public enum Format implements Named {
  /** For people. */
  TEXT("txt") {
    @Override
    public Renderer renderer(SourceLines sources, RuleNames rules, Look look) {
      return new TextRenderer(sources, rules, look);
    }
  },
  /** For machines, see {@code report.schema.json}. */
  JSON("json") {
    @Override
    public Renderer renderer(SourceLines sources, RuleNames rules, Look look) {
      return new JsonRenderer();
    }
  };

  private final String extension;

  Format(String extension) {
    this.extension = extension;
  }

  /**
   * The renderer of this format.
   *
   * @param sources source text for formats that quote it
   * @param rules rule titles for formats that show them
   * @param look for formats that people read
   */
  public abstract Renderer renderer(SourceLines sources, RuleNames rules, Look look);

  /** The ending of file names that choose this format, without the dot. */
  public String extension() {
    return extension;
  }

  /** The format with that {@link #word()}. */
  public static Optional<Format> ofWord(String word) {
    return List.of(values()).stream().filter(format -> format.word().equals(word)).findFirst();
  }

  /** The format that the ending of a file name chooses. */
  public static Optional<Format> ofFileName(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    return List.of(values()).stream()
        .filter(format -> name.endsWith("." + format.extension))
        .findFirst();
  }
}
