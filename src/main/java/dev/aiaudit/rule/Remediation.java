package dev.aiaudit.rule;

import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.GuardKind;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.model.Mode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What to do about a finding, in terms of the libraries that this project already uses: an on-call
 * engineer should not have to introduce a library to close a finding.
 */
final class Remediation {

  private static final Set<String> NOT_A_NAME = Set.of("configured", "unknown");

  private final Set<Toolbox> tools;
  private final List<String> providers;

  Remediation(Inventory inventory) {
    this.tools = Toolbox.of(inventory);
    this.providers =
        inventory.callSites().stream()
            .filter(site -> !site.inTest())
            .map(CallSite::provider)
            .filter(provider -> !NOT_A_NAME.contains(provider))
            .distinct()
            .sorted()
            .toList();
  }

  /** How to give this call a fallback. */
  String forFallback(CallSite site) {
    return technique(site) + " " + answer(site);
  }

  /** How to tell an outage from an empty answer. */
  String forSwallow(CallSite site) {
    return "Tell the caller that the answer is missing, or give one that helps: "
        + decapitalized(technique(site))
        + " "
        + answer(site);
  }

  /** How to make the alternate independent. */
  String forSameProvider(CallSite site) {
    return "Another model or key of the same provider is down with it. " + answer(site);
  }

  /** How to start without the provider. */
  String forStartup() {
    return "Catch the failure and start without the answer, or make the call after startup in the"
        + " background and on first use; a restart during an outage must not make it worse.";
  }

  /** How to tell the platform of the service's own health only. */
  String forProbe() {
    return "Ask nothing of the model in a probe: report what the last real calls came to (a counter or"
        + " the state of the circuit breaker), or ask for the list of models at most once a minute and"
        + " keep it out of readiness and liveness.";
  }

  private String technique(CallSite site) {
    return switch (site.mode()) {
      case BLOCKING -> blocking(site);
      case FUTURE -> "Add .exceptionallyCompose(e -> …) to the future (Java 12), after .orTimeout.";
      case REACTIVE, STREAM -> pipeline(site);
    };
  }

  private String blocking(CallSite site) {
    if (tools.contains(Toolbox.RESILIENCE4J)) {
      return "Put @CircuitBreaker(name = \"…\", fallbackMethod = \"…\") on the bean method that"
          + " makes the call; the fallback takes the same parameters plus a Throwable, and the"
          + " method must be called through the injected bean.";
    }
    if (tools.contains(Toolbox.MICROPROFILE)) {
      return "Put @Timeout and @Fallback(fallbackMethod = \"…\") on the bean method that makes the"
          + " call; the fallback method has the same parameters and return type.";
    }
    if (tools.contains(Toolbox.SPRING_RETRY)) {
      return retryable(site)
          ? "Add a @Recover method with the same return type, whose first parameter is the"
              + " exception, beside the @Retryable method."
          : "Put @Retryable on the bean method that makes the call, and beside it a @Recover method"
              + " with the same return type, whose first parameter is the exception.";
    }
    if (tools.contains(Toolbox.SPRING_CLOUD)) {
      return "Run the call as circuitBreakerFactory.create(\"…\").run(() -> …, e -> …).";
    }
    if (tools.contains(Toolbox.MICRONAUT)) {
      return "Make the client bean @Recoverable and add a @Fallback bean of the same interface.";
    }
    if (tools.contains(Toolbox.FAILSAFE)) {
      return "Run the call as Failsafe.with(Fallback.of(…), …).get(() -> …), the fallback first.";
    }
    return plain(site);
  }

  private static boolean retryable(CallSite site) {
    return Stream.concat(
            site.guards().stream(),
            site.paths().stream()
                .flatMap(p -> p.frames().stream())
                .flatMap(f -> f.guards().stream()))
        .anyMatch(g -> g.kind() == GuardKind.RETRY && g.by().equals("spring-retry"));
  }

  private String plain(CallSite site) {
    if (site.sdk().contains("langchain4j")) {
      return "Catch RuntimeException around the call and ask a second ChatModel or AI service that"
          + " is built on another provider.";
    }
    if (site.sdk().startsWith("spring-ai")) {
      return "Catch RuntimeException around the call and ask a second ChatClient that is built on"
          + " another provider's ChatModel.";
    }
    return "Catch the SDK's exception type around the call (check whether it is unchecked) and"
        + " answer in the catch block.";
  }

  private String pipeline(CallSite site) {
    boolean quarkus = tools.contains(Toolbox.MUTINY) || site.sdk().contains("quarkus");
    if (quarkus) {
      return "Add .onFailure().recoverWithUni(…) or, for a Multi, .recoverWithMulti(…) after the"
          + " call.";
    }
    boolean reactor = tools.contains(Toolbox.REACTOR) || tools.contains(Toolbox.SPRING);
    // Most SDKs stream through callbacks or iterators; that Reactor is there changes nothing.
    boolean flux = site.mode() == Mode.REACTIVE || site.sdk().startsWith("spring-ai");
    if (reactor && flux) {
      return "Add .timeout(…) and .onErrorResume(e -> …) to the pipeline; a try/catch around it"
          + " catches nothing.";
    }
    return "Answer where the stream reports its failure: in its error callback, or around the loop that"
        + " reads it.";
  }

  private String answer(CallSite site) {
    List<String> others = providers.stream().filter(p -> !p.equals(site.provider())).toList();
    if (others.isEmpty()) {
      return "Answer from another provider, from an earlier answer, or without AI.";
    }
    return "The project already calls "
        + String.join(", ", others)
        + ": answer from there, from an earlier answer, or without AI.";
  }

  private static String decapitalized(String sentence) {
    return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
  }
}
