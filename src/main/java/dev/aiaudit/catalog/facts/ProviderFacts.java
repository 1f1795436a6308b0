package dev.aiaudit.catalog.facts;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What is known about one provider's outages.
 *
 * @param provider provider id
 * @param checkedOn ISO date on which the sources were read; empty text when nothing is known
 * @param statusPages URLs
 * @param outage answers that mean the provider is down
 * @param quota answers that look alike and mean the account's own limits
 * @param sla the documented availability in words
 * @param slaPercent the documented figure, when one holds for every account
 * @param slaMeasuredOn what the figure is counted on
 * @param hosts of the API
 * @param env names of environment variables, never values
 * @param requestId where the id for the provider's support stands
 * @param retryHeaders headers that say when to try again
 * @param sampleCode HTTP status of {@code sampleBody}
 * @param sampleBody an outage answer to replay in a drill
 */
public record ProviderFacts(
    String provider,
    String checkedOn,
    List<SourcedFact> statusPages,
    List<AnswerShape> outage,
    List<AnswerShape> quota,
    Optional<SourcedFact> sla,
    Optional<BigDecimal> slaPercent,
    Optional<String> slaMeasuredOn,
    List<SourcedFact> hosts,
    List<SourcedFact> env,
    List<SourcedFact> requestId,
    List<SourcedFact> retryHeaders,
    Optional<String> sampleCode,
    Optional<String> sampleBody) {

  /** Copies the lists. */
  public ProviderFacts {
    statusPages = List.copyOf(statusPages);
    outage = List.copyOf(outage);
    quota = List.copyOf(quota);
    hosts = List.copyOf(hosts);
    env = List.copyOf(env);
    requestId = List.copyOf(requestId);
    retryHeaders = List.copyOf(retryHeaders);
  }

  /** Nothing is known about this provider. */
  public static ProviderFacts none(String provider) {
    return new ProviderFacts(
        provider,
        "",
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }
}
