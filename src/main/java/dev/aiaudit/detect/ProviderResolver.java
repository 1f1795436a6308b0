package dev.aiaudit.detect;

import dev.aiaudit.catalog.Sdk;
import dev.aiaudit.detect.provider.Clue;
import dev.aiaudit.detect.provider.ProviderTrace;
import dev.aiaudit.model.Evidence;
import dev.aiaudit.model.Operation;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.syntax.Expr;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds who must be up for a request through an SDK or an AI service. */
public final class ProviderResolver {
  private final ProviderTrace trace;

  /** A resolver for a tree. */
  public ProviderResolver(Surroundings at) {
    this.trace = new ProviderTrace(at.typer(), at.catalog(), at.config());
  }

  /**
   * Who must be up for a request.
   *
   * @param node the request expression
   * @param client the type of the receiver
   * @param operation what is asked for
   * @param sdk the library
   * @param code the code around the request
   * @return empty when a model inside the JVM answers, so that there is no request
   */
  public Optional<ProviderAnswer> of(
      Expr node, JavaType client, Operation operation, Sdk sdk, Code code) {
    Clue clue = trace.of(node, client, operation, code);
    if (clue.isEmpty()) {
      return Optional.of(ofSdk(sdk).withModel(model(clue)));
    }
    if (clue.providers().isEmpty() && clue.inProcess()) {
      return Optional.empty();
    }
    if (clue.providers().equals(Set.of("unknown")) && !clue.open()) {
      return Optional.of(ProviderAnswer.UNKNOWN.withModel(model(clue)));
    }
    boolean one = clue.providers().size() == 1 && !clue.open();
    ProviderAnswer answer =
        one
            ? ProviderAnswer.of(clue.providers().first(), clue.evidence())
            : ProviderAnswer.configured(named(clue));
    return Optional.of(answer.withModel(model(clue)));
  }

  /** The one model that a request itself names. */
  public Optional<String> asked(Expr node, Code code) {
    Set<String> models = trace.models(node, code);
    return models.size() == 1 ? models.stream().findFirst() : Optional.empty();
  }

  private static List<String> named(Clue clue) {
    return clue.providers().stream().filter(p -> !p.equals("unknown")).toList();
  }

  private static Optional<String> model(Clue clue) {
    return clue.models().size() == 1 ? Optional.of(clue.models().first()) : Optional.empty();
  }

  private static ProviderAnswer ofSdk(Sdk sdk) {
    String provider = sdk.provider();
    return provider.isEmpty() || provider.equals(ProviderAnswer.CONFIGURED)
        ? ProviderAnswer.UNKNOWN
        : ProviderAnswer.of(provider, Evidence.ASSUMED);
  }
}
