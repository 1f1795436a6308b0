package dev.aiaudit.runbook;

import dev.aiaudit.catalog.facts.AnswerShape;
import dev.aiaudit.catalog.facts.ProviderFacts;
import dev.aiaudit.catalog.facts.SourcedFact;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Report;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What is known about the providers among which a setting chooses, each statement by its id. */
public final class CandidateFacts {
  private static final SourcedFact NO_CODES =
      new SourcedFact(
          "what HTTP means by it; its own codes are not known to this tool",
          "official",
          "RFC 9110");

  private CandidateFacts() {}

  /** The facts of a provider; of all candidates when it is chosen at run time. */
  public static Optional<ProviderFacts> of(
      String provider, Report report, Map<String, ProviderFacts> all) {
    if (!provider.equals("configured")) {
      return Optional.ofNullable(all.get(provider));
    }
    List<ProviderFacts> known =
        report.inventory().callSites().stream()
            .filter(site -> !site.inTest() && site.provider().equals(provider))
            .map(CallSite::candidates)
            .flatMap(List::stream)
            .distinct()
            .sorted()
            .map(id -> all.getOrDefault(id, ProviderFacts.none(id)))
            .toList();
    ProviderFacts none = ProviderFacts.none(provider);
    return Optional.of(
        new ProviderFacts(
            provider,
            known.stream()
                .map(ProviderFacts::checkedOn)
                .filter(day -> !day.isEmpty())
                .min(String::compareTo)
                .orElse(""),
            labelled(known, ProviderFacts::statusPages),
            shapes(known, CandidateFacts::outage),
            shapes(known, ProviderFacts::quota),
            none.sla(),
            none.slaPercent(),
            none.slaMeasuredOn(),
            merged(known, ProviderFacts::hosts),
            merged(known, ProviderFacts::env),
            labelled(known, ProviderFacts::requestId),
            merged(known, ProviderFacts::retryHeaders),
            Optional.empty(),
            Optional.empty()));
  }

  /** Of a provider without known codes the table must not be silent beside the others. */
  private static List<AnswerShape> outage(ProviderFacts facts) {
    return facts.outage().isEmpty()
        ? List.of(new AnswerShape("5xx", Optional.empty(), NO_CODES))
        : facts.outage();
  }

  /** The text stays as it is, since it is a link or a name to search for. */
  private static List<SourcedFact> labelled(
      List<ProviderFacts> known, Function<ProviderFacts, List<SourcedFact>> part) {
    return known.stream()
        .flatMap(
            facts ->
                part.apply(facts).stream()
                    .map(
                        fact ->
                            new SourcedFact(
                                fact.text(),
                                facts.provider() + ", " + fact.evidence(),
                                fact.source())))
        .toList();
  }

  private static List<SourcedFact> merged(
      List<ProviderFacts> known, Function<ProviderFacts, List<SourcedFact>> part) {
    return known.stream().map(part).flatMap(List::stream).distinct().toList();
  }

  private static List<AnswerShape> shapes(
      List<ProviderFacts> known, Function<ProviderFacts, List<AnswerShape>> part) {
    return known.stream()
        .flatMap(facts -> part.apply(facts).stream().map(shape -> named(facts, shape)))
        .toList();
  }

  private static AnswerShape named(ProviderFacts facts, AnswerShape shape) {
    SourcedFact said = shape.meaning();
    SourcedFact meaning =
        new SourcedFact(facts.provider() + ": " + said.text(), said.evidence(), said.source());
    return new AnswerShape(shape.code(), shape.sign(), meaning);
  }
}
