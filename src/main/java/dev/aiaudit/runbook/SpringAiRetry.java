package dev.aiaudit.runbook;

import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.GuardKind;

/** The retries of Spring AI that nobody has asked for: they outlast most outages. */
final class SpringAiRetry {
  /** The setting that shortens them. */
  static final String KEY = "spring.ai.retry.max-attempts";

  /** How many there are when it is not set. */
  static final int ATTEMPTS = 10;

  /** Where both are documented. */
  static final String SOURCE = "docs.spring.io/spring-ai/reference, retry properties of each model";

  private SpringAiRetry() {}

  /** Whether a call of this book is retried by that default. */
  static boolean isLeftAtItsDefault(Runbook book) {
    boolean set =
        book.report().inventory().configFacts().stream()
            .anyMatch(fact -> SettingCommands.key(fact).equals(KEY));
    return !set && book.sites().stream().anyMatch(SpringAiRetry::isRetriedByDefault);
  }

  private static boolean isRetriedByDefault(CallSite site) {
    return site.sdk().startsWith("spring-ai")
        && site.guards().stream()
            .anyMatch(g -> g.kind() == GuardKind.RETRY && g.effective() && Wording.isDefault(g));
  }
}
