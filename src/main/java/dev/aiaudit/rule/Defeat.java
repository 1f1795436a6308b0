package dev.aiaudit.rule;

import dev.aiaudit.model.Guard;
import java.util.regex.Pattern;

/** The kinds of reasons why a guard cannot act, as far as they differ in what to do about it. */
enum Defeat {
  /** The call does not pass the proxy, because the object calls itself. */
  SELF_CALL("the call on this\\b"),
  /** A library that would act on it is missing. */
  LIBRARY("is not among the dependencies"),
  /** An annotation that switches all of its kind on is missing. */
  ENABLER("^no @\\S+ in the project"),
  /**
   * A setting is missing that switches all of its kind on, or one is there that switches it off.
   */
  SETTING("is not set: |switches it off$"),
  /** Something nearer to the call answers, so that it never sees a failure. */
  ANSWERED_BEFORE("answers first"),
  /** What is thrown is not what it looks for. */
  OTHER_TYPE(
      "does not match what the request throws|leaves? out what the request throws"
          + "|^it acts on .* only|the request does not throw"),
  /** The failure happens when it has stopped looking, or on another thread. */
  TOO_LATE("it fails later|comes later, in the|on another thread|before it returns"),
  /** There is no fallback method, or one that does not fit. */
  FALLBACK_METHOD(
      "there is no method|does not take the parameters| returns .*, not |fits "
          + "|are not the first ones|the class has no @Recover|is not static"),
  /** The names of the guard and of its settings differ. */
  OTHER_NAME("^no code asks for the instance"),
  /** The proxy cannot be where the guard is written. */
  NO_PROXY("proxy|\\bnew\\b|container|is no bean"),
  /** Anything else; the reason speaks for itself. */
  OTHER("");

  private final Pattern text;

  Defeat(String text) {
    this.text = Pattern.compile(text);
  }

  /** The kind of the reason that a guard gives. */
  static Defeat of(Guard guard) {
    String reason = guard.reason().orElse("");
    for (Defeat defeat : values()) {
      if (defeat.text.matcher(reason).find()) {
        return defeat;
      }
    }
    return OTHER;
  }

  /** Whether one repair makes every guard of a module act that gives the same reason. */
  boolean concernsModule() {
    return this == LIBRARY || this == ENABLER || this == SETTING;
  }
}
