package dev.aiaudit.flow;

import java.util.List;
import java.util.Locale;

/**
 * Tells an apology from a useful text. A text counts as an apology when it says that something
 * failed, is not available or should be tried again, in English, Chinese, Korean, Japanese, German,
 * French, Spanish or Portuguese.
 */
final class AnswerText {
  private static final List<String> APOLOGIES =
      List.of(
          "error",
          "fail",
          "unavailable",
          "not available",
          "try again",
          "retry later",
          "sorry",
          "unable to",
          "could not",
          "couldn't",
          "cannot ",
          "can't ",
          "went wrong",
          "exception",
          "timed out",
          "timeout",
          "apolog",
          "problem occurred",
          "issue occurred",
          "not working",
          "temporarily",
          "no response",
          "overloaded",
          "\u9519\u8bef",
          "\u5931\u8d25",
          "\u5f02\u5e38",
          "\u7a0d\u540e",
          "\u62b1\u6b49",
          "\u4e0d\u53ef\u7528",
          "\u91cd\u8bd5",
          "\u65e0\u6cd5",
          "\u8d85\u65f6",
          "\u7e41\u5fd9",
          "\u51fa\u9519",
          "\u5bf9\u4e0d\u8d77",
          "\uc624\ub958",
          "\uc2e4\ud328",
          "\ub2e4\uc2dc \uc2dc\ub3c4",
          "\uc8c4\uc1a1",
          "\ubd88\uac00",
          "\u30a8\u30e9\u30fc",
          "\u5931\u6557",
          "\u7533\u3057\u8a33",
          "fehler",
          "fehlgeschlagen",
          "nicht verf\u00fcgbar",
          "erreur",
          "indisponible",
          "d\u00e9sol\u00e9",
          "lo siento",
          "erro ",
          "falha",
          "no disponible",
          "indispon");

  private AnswerText() {}

  static boolean apologises(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return APOLOGIES.stream().anyMatch(lower::contains);
  }
}
