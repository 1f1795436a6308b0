package dev.aiaudit.detect;

import dev.aiaudit.catalog.Sdk;
import dev.aiaudit.model.Evidence;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.syntax.Expr;

/** Finds who must be up for a request through an SDK. */
public final class ProviderResolver {
  private final Surroundings at;

  /** A resolver for a tree. */
  public ProviderResolver(Surroundings at) {
    this.at = at;
  }

  /**
   * Who must be up for a request.
   *
   * @param node the request expression
   * @param client the type of the receiver
   * @param sdk the library
   * @param code the code around the request
   */
  public ProviderAnswer of(Expr node, JavaType client, Sdk sdk, Code code) {
    return at.catalog()
        .provider(client.name())
        .map(p -> ProviderAnswer.of(p, Evidence.ASSUMED))
        .orElse(ProviderAnswer.UNKNOWN);
  }
}
