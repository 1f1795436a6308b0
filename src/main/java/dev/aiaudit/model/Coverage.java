package dev.aiaudit.model;

import java.util.List;
import java.util.Optional;

/**
 * What was looked at.
 *
 * @param root as given by the user
 * @param revision git commit of the scanned tree when known
 * @param files regular files in the tree that were not ignored
 * @param javaFiles Java files among them
 * @param parsedFiles Java files that had to be parsed
 * @param complete false when any file that could matter was not analysed
 * @param notAnalysed other languages
 */
public record Coverage(
    String root,
    Optional<String> revision,
    int files,
    int javaFiles,
    int parsedFiles,
    boolean complete,
    List<OtherLanguage> notAnalysed) {

  /** Copies the list. */
  public Coverage {
    notAnalysed = List.copyOf(notAnalysed);
  }

  /**
   * Files of a language that is not analysed.
   *
   * @param language such as {@code Kotlin}
   * @param files number of files
   * @param aiSignals how many of them mention an AI provider or SDK
   */
  public record OtherLanguage(String language, int files, int aiSignals) {}
}
