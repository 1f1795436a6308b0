package dev.aiaudit.flow;

import dev.aiaudit.catalog.Catalog;
import dev.aiaudit.catalog.data.DataNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Tells an apology from a useful text. A text counts as an apology when it says that something
 * failed, is not available or should be tried again, in one of the languages of the catalogue.
 */
final class AnswerText {
  private final List<String> apologies = new ArrayList<>();

  AnswerText(Catalog catalog) {
    for (DataNode file : catalog.data().section("apologies")) {
      file.entries("apologies").values().forEach(words -> apologies.addAll(words.texts()));
    }
  }

  boolean apologises(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return apologies.stream().anyMatch(lower::contains);
  }
}
