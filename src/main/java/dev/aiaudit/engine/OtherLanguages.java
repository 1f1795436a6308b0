package dev.aiaudit.engine;

import dev.aiaudit.model.Coverage.OtherLanguage;
import dev.aiaudit.workspace.SkippedFileException;
import dev.aiaudit.workspace.SourceFile;
import dev.aiaudit.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.List;
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

  /** The signs by their first letter: one pass over a file is enough. */
  private static final byte[][][] BY_FIRST = new byte[128][0][];

  static {
    for (int letter = 0; letter < BY_FIRST.length; letter++) {
      String first = String.valueOf((char) letter);
      BY_FIRST[letter] =
          SIGNS.stream()
              .filter(sign -> sign.startsWith(first))
              .map(sign -> sign.getBytes(StandardCharsets.US_ASCII))
              .toArray(byte[][]::new);
    }
  }

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

  private static boolean mentionsAi(byte[] text) {
    for (int at = 0; at < text.length; at++) {
      byte[][] signs = BY_FIRST[Math.max(0, lower(text[at]))];
      for (byte[] sign : signs) {
        if (stands(sign, text, at)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean stands(byte[] sign, byte[] text, int at) {
    if (at + sign.length > text.length) {
      return false;
    }
    for (int i = 1; i < sign.length; i++) {
      if (lower(text[at + i]) != sign[i]) {
        return false;
      }
    }
    return true;
  }

  private static int lower(byte letter) {
    return letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter;
  }

  private static boolean mentionsAi(Workspace workspace, SourceFile file) {
    try {
      return mentionsAi(workspace.read(file));
    } catch (SkippedFileException unreadable) {
      // Counted as a file; what it says is not known.
      return false;
    }
  }
}
