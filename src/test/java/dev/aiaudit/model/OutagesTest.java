package dev.aiaudit.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The truth table of outages: what each combination of failed providers means for one entry. */
class OutagesTest {
  private static final String ENTRY = "http:Shop.buy:POST /buy";
  private static final Optional<Location> ALWAYS = Optional.empty();
  private static final Optional<Location> CATCH =
      Optional.of(new Location("Shop.java", 20, 5, 24, 5));
  private static final Optional<Location> SECOND_CATCH =
      Optional.of(new Location("Shop.java", 32, 7, 33, 7));

  @Test
  void anUnguardedCallFailsWithItsProviderAlone() {
    Outages outages = Outages.of(List.of(site("openai", Handling.NONE, 0, ALWAYS)));

    assertThat(outages.alone(ENTRY)).isEqualTo(Map.of("openai", Outcome.FAILS));
    assertThat(outages.cutSets(ENTRY)).containsExactly(List.of("openai"));
  }

  @Test
  void anAlternateMattersOnlyWhileTheFirstOneIsDown() {
    Outages outages =
        Outages.of(
            List.of(
                site("openai", Handling.ALTERNATE_OTHER_PROVIDER, 21, ALWAYS),
                site("anthropic", Handling.NONE, 0, CATCH)));

    assertThat(outages.alone(ENTRY))
        .isEqualTo(Map.of("anthropic", Outcome.SURVIVES, "openai", Outcome.SURVIVES));
    assertThat(outages.cutSets(ENTRY)).containsExactly(List.of("anthropic", "openai"));
  }

  @Test
  void aChainOfThreeFailsOnlyWithAllOfThem() {
    Outages outages =
        Outages.of(
            List.of(
                site("openai", Handling.ALTERNATE_OTHER_PROVIDER, 21, ALWAYS),
                site("anthropic", Handling.ALTERNATE_OTHER_PROVIDER, 32, CATCH),
                site("mistral", Handling.RETHROW, 40, SECOND_CATCH)));

    assertThat(outcome(outages, "openai", "mistral")).isEqualTo(Outcome.SURVIVES);
    assertThat(outages.cutSets(ENTRY)).containsExactly(List.of("anthropic", "mistral", "openai"));
  }

  @Test
  void aStaticAnswerBehindTheAlternateIsNeverInACutSet() {
    Outages outages =
        Outages.of(
            List.of(
                site("openai", Handling.ALTERNATE_OTHER_PROVIDER, 21, ALWAYS),
                site("anthropic", Handling.STATIC, 40, CATCH)));

    assertThat(outcome(outages, "openai", "anthropic")).isEqualTo(Outcome.DEGRADES);
    assertThat(outages.cutSets(ENTRY)).isEmpty();
  }

  @Test
  void aProviderChosenAtRunTimeIsUnknownUntilAllCandidatesAreDown() {
    Outages outages =
        Outages.of(
            List.of(site("configured", Handling.NONE, 0, ALWAYS, List.of("openai", "anthropic"))));

    assertThat(outcome(outages, "openai")).isEqualTo(Outcome.UNKNOWN);
    assertThat(outcome(outages, "openai", "anthropic")).isEqualTo(Outcome.FAILS);
    assertThat(outcome(outages, "configured")).isEqualTo(Outcome.FAILS);
  }

  @Test
  void anAlternateThatTheScanDidNotSeeIsNotTrustedInAJointOutage() {
    Outages outages =
        Outages.of(List.of(site("openai", Handling.ALTERNATE_OTHER_PROVIDER, 90, ALWAYS)));

    assertThat(outcome(outages, "openai")).isEqualTo(Outcome.SURVIVES);
    assertThat(outcome(outages, "openai", "mistral")).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void theWorstOfSeveralCallsDecides() {
    Outages outages =
        Outages.of(
            List.of(
                site("openai", Handling.CACHE, 21, ALWAYS),
                site("openai", Handling.RETHROW, 50, ALWAYS)));

    assertThat(outcome(outages, "openai")).isEqualTo(Outcome.FAILS);
  }

  @Test
  void whoeverDoesNotReachAProviderHasNoOutcome() {
    assertThat(Outages.of(List.of()).verdict(ENTRY, Set.of("openai"))).isEmpty();
  }

  @Test
  void aCallBesideTheAnswerCannotFailIt() {
    CallSite archive = site("openai", Handling.NONE, 0, ALWAYS, List.of(), false);

    CallSite answer = site("anthropic", Handling.STATIC, 21, ALWAYS);

    Outages beside = Outages.of(List.of(archive, answer));
    assertThat(outcome(beside, "openai")).isEqualTo(Outcome.DEGRADES);
    assertThat(beside.cutSets(ENTRY)).isEmpty();

    assertThat(beside.waitsForSome(ENTRY)).isTrue();

    Outages whatItIsFor = Outages.of(List.of(archive));
    assertThat(whatItIsFor.waitsForSome(ENTRY)).isFalse();
    assertThat(outcome(whatItIsFor, "openai")).isEqualTo(Outcome.FAILS);
  }

  private static Outcome outcome(Outages outages, String... down) {
    return outages.verdict(ENTRY, Set.of(down)).orElseThrow().outcome();
  }

  private static CallSite site(
      String provider, Handling handling, int at, Optional<Location> standIn) {
    return site(provider, handling, at, standIn, List.of());
  }

  private static CallSite site(
      String provider,
      Handling handling,
      int at,
      Optional<Location> standIn,
      List<String> candidates) {
    return site(provider, handling, at, standIn, candidates, true);
  }

  private static CallSite site(
      String provider,
      Handling handling,
      int at,
      Optional<Location> standIn,
      List<String> candidates,
      boolean waits) {
    Optional<Location> handledAt =
        at == 0 ? Optional.empty() : Optional.of(new Location("Shop.java", at, 9, at, 30));
    CallPath path =
        new CallPath(ENTRY, waits, handling, handledAt, Optional.empty(), standIn, List.of());
    return new CallSite(
        provider + handling,
        new Location("Shop.java", 10, 1, 10, 9),
        "Shop.buy",
        "Client.chat",
        "sdk",
        provider,
        Evidence.DECLARED,
        candidates,
        Optional.empty(),
        Operation.CHAT,
        Mode.BLOCKING,
        false,
        Coupling.WAITS,
        handling,
        handledAt,
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(path));
  }
}
