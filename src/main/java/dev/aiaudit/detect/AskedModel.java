package dev.aiaudit.detect;

import dev.aiaudit.catalog.Catalog;
import dev.aiaudit.model.Operation;
import java.util.Optional;
import java.util.Set;

/** Completes a request with the model that it names, and with what such a model is for. */
final class AskedModel {
  /** Providers that serve models of all kinds under one path. */
  private static final Set<String> MIXED = Set.of("huggingface", "replicate", "bedrock");

  private final ProviderResolver providers;
  private final Catalog catalog;

  AskedModel(ProviderResolver providers, Catalog catalog) {
    this.providers = providers;
    this.catalog = catalog;
  }

  RequestSite of(RequestSite site) {
    Optional<String> model =
        site.provider().model().or(() -> providers.asked(site.node(), site.code()));
    Operation operation =
        general(site)
            ? model.flatMap(catalog::operationOfModel).orElse(site.operation())
            : site.operation();
    return new RequestSite(
        site.code(),
        site.node(),
        site.callee(),
        site.sdk(),
        operation,
        site.mode(),
        site.runsOn(),
        site.provider().withModel(model));
  }

  /** Whether the request itself does not tell what kind of model it is for. */
  private static boolean general(RequestSite site) {
    return site.sdk().equals("bedrock") && site.callee().contains(".invokeModel")
        || site.sdk().startsWith("http:") && MIXED.contains(site.provider().provider());
  }
}
