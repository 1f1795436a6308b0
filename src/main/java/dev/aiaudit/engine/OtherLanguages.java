package dev.aiaudit.engine;

import dev.aiaudit.model.Coverage.OtherLanguage;
import dev.aiaudit.workspace.SkippedFileException;
import dev.aiaudit.workspace.SourceFile;
import dev.aiaudit.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts the files of languages that are not analysed, so that nothing is passed over in silence.
 */
final class OtherLanguages {
  private static final Map<String, String> BY_ENDING =
      Map.ofEntries(
          Map.entry("kt", "Kotlin"),
          Map.entry("groovy", "Groovy"),
          Map.entry("scala", "Scala"),
          Map.entry("py", "Python"),
          Map.entry("ts", "TypeScript"),
          Map.entry("tsx", "TypeScript"),
          Map.entry("js", "JavaScript"),
          Map.entry("jsx", "JavaScript"),
          Map.entry("go", "Go"),
          Map.entry("cs", "C#"),
          Map.entry("rb", "Ruby"),
          Map.entry("php", "PHP"),
          Map.entry("rs", "Rust"));

  /** Words that a file contains when it uses an AI provider or SDK; a sign and no proof. */
  private static final List<String> SIGNS =
      List.of(
          "openai",
          "anthropic",
          "langchain",
          "generativelanguage",
          "bedrock-runtime",
          "mistralai",
          "ollama",
          "dashscope",
          "springframework.ai",
          "huggingface");

  private OtherLanguages() {}

  /** One entry for each language found, sorted by its name. */
  static List<OtherLanguage> in(Workspace workspace) {
    Map<String, int[]> counts = new TreeMap<>();
    for (SourceFile file : workspace.files()) {
      String name = file.name();
      String language = BY_ENDING.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "");
      if (!language.isEmpty()) {
        int[] count = counts.computeIfAbsent(language, l -> new int[2]);
        count[0]++;
        count[1] += mentionsAi(workspace, file) ? 1 : 0;
      }
    }
    return counts.entrySet().stream()
        .map(e -> new OtherLanguage(e.getKey(), e.getValue()[0], e.getValue()[1]))
        .toList();
  }

  private static boolean mentionsAi(Workspace workspace, SourceFile file) {
    try {
      String text =
          new String(workspace.read(file), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
      return SIGNS.stream().anyMatch(text::contains);
    } catch (SkippedFileException unreadable) {
      // Counted as a file; what it says is not known.
      return false;
    }
  }
}
