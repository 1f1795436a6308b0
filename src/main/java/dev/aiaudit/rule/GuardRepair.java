package dev.aiaudit.rule;

import dev.aiaudit.model.Guard;
import dev.aiaudit.model.GuardKind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How to make a guard act that cannot, by the reason that it gives. */
final class GuardRepair {
  private static final String TRY_CATCH = "try-catch";

  private static final Pattern FIRST_WORD = Pattern.compile("^(?:no )?(\\S+)");

  private GuardRepair() {}

  /** One or two sentences. */
  static String of(Guard guard) {
    return guard.by().equals(TRY_CATCH) ? ofTryCatch(guard) : ofLibrary(guard);
  }

  private static String ofTryCatch(Guard guard) {
    return switch (Defeat.of(guard)) {
      case TOO_LATE ->
          "Handle the failure where it appears: with an operator of the pipeline, where the future is"
              + " read, or inside the method that runs on the other thread.";
      case OTHER_TYPE ->
          "Catch the type that the SDK really throws (or a supertype of it) in the same place.";
      default ->
          "Catch the type that the SDK really throws, in the place where it is thrown: in the"
              + " pipeline for a lazy call, on the thread that makes it for an asynchronous one.";
    };
  }

  private static String ofLibrary(Guard guard) {
    return switch (Defeat.of(guard)) {
      case SELF_CALL ->
          "Move the guarded method to a bean of its own and call it through the injected reference:"
              + " a call on this never reaches the proxy.";
      case OTHER ->
          "Remove what keeps it from acting, and test with a failing provider that it does; or remove"
              + " the guard, so that nobody trusts it.";
      case NO_PROXY ->
          "Put it on a public, non-final method of a bean that is called through its injected"
              + " reference"
              + withFallback(guard)
              + ", and test it with a failing provider.";
      case LIBRARY ->
          "Add "
              + firstWord(guard)
              + " to the build and test it with a failing provider, or remove the annotations, so that"
              + " nobody trusts them.";
      case ENABLER ->
          "Write "
              + firstWord(guard)
              + " on a configuration class and test it with a failing provider.";
      case SETTING -> "Correct the setting, and test with a failing provider that the guard acts.";
      case ANSWERED_BEFORE ->
          "Give the fallback to the outermost guard only, so that those inside see the failure before"
              + " it is answered.";
      case OTHER_TYPE ->
          "Name the exceptions that the request throws, or leave the list out so that all count.";
      case TOO_LATE ->
          "Put the guard where the failure appears: on a method that returns the future or pipeline"
              + " itself, with the library's module for that type, or as an operator in the pipeline.";
      case FALLBACK_METHOD ->
          "Give the fallback method the parameters and the return type of the guarded one, with the"
              + " exception where "
              + guard.by()
              + " expects it, and test it with a failing provider.";
      case OTHER_NAME -> "Use one name in the settings and in the code.";
    };
  }

  private static String withFallback(Guard guard) {
    boolean answers =
        guard.kind() == GuardKind.FALLBACK || guard.kind() == GuardKind.CIRCUIT_BREAKER;
    return answers ? ", with a fallback of the same parameters and return type" : "";
  }

  /** The name that the reason begins with: {@code spring-retry}, {@code @EnableRetry}. */
  private static String firstWord(Guard guard) {
    Matcher word = FIRST_WORD.matcher(guard.reason().orElse(""));
    return word.find() ? word.group(1) : guard.by();
  }
}
