package dev.aiaudit.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The availability that a provider promises to this team, as far as it is written down.
 *
 * @param provider its id
 * @param percent empty when no figure is documented that holds for every account
 * @param source where the figure, or the lack of one, is written; not escaped
 */
public record Promise(String provider, Optional<BigDecimal> percent, String source) {
  private static final String SETTINGS = "dependencies.sla in the settings";

  /** The team's own figure from the settings goes before a documented one. */
  public static Promise of(Report report, String provider) {
    Optional<BigDecimal> own =
        report.inventory().policy().declared(provider).flatMap(Policy.Declared::sla);
    if (own.isPresent()) {
      return new Promise(provider, own, SETTINGS);
    }
    Optional<Sla> documented =
        report.providers().stream()
            .filter(p -> p.id().equals(provider))
            .findFirst()
            .flatMap(Provider::sla);
    return documented
        .map(sla -> new Promise(provider, sla.percent(), read(sla)))
        .orElseGet(() -> new Promise(provider, Optional.empty(), unknown(provider)));
  }

  private static String unknown(String provider) {
    return provider.equals("configured")
        ? "who it is is decided at run time"
        : "nothing is known to this tool";
  }

  private static String read(Sla sla) {
    return "\""
        + sla.text()
        + "\" ("
        + sla.evidence()
        + ": "
        + sla.source()
        + ", checked on "
        + sla.checkedOn()
        + ")";
  }
}
