package dev.aiaudit.detect;

import dev.aiaudit.catalog.RunsOn;
import dev.aiaudit.catalog.Sdk;
import dev.aiaudit.model.Mode;
import dev.aiaudit.model.Operation;
import dev.aiaudit.resolve.Callee;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.MethodDecl;
import dev.aiaudit.syntax.TypeRef;
import java.util.Map;
import java.util.Optional;

/** Invocations of methods of AI-service interfaces; each is a request. */
final class AiServiceCalls implements SiteFinder {
  /** How the answer comes, by the simple name of the declared return type; others block. */
  private static final Map<String, Mode> MODES =
      Map.of(
          "Multi", Mode.STREAM,
          "Flux", Mode.STREAM,
          "Publisher", Mode.STREAM,
          "Uni", Mode.REACTIVE,
          "Mono", Mode.REACTIVE,
          "CompletionStage", Mode.FUTURE,
          "CompletableFuture", Mode.FUTURE);

  /** Prepared by the invocation, sent by its {@code start()}. */
  private static final String TOKEN_STREAM = "TokenStream";

  private final Surroundings at;
  private final AiServices services;
  private final ProviderResolver providers;

  AiServiceCalls(Surroundings at, AiServices services, ProviderResolver providers) {
    this.at = at;
    this.services = services;
    this.providers = providers;
  }

  @Override
  public boolean mayFind(String method) {
    return services.methodNames().contains(method);
  }

  @Override
  public Optional<RequestSite> find(Expr node, Code code) {
    Optional<Callee> callee = Optional.empty();
    if (node instanceof Expr.Call call) {
      callee = Optional.of(at.typer().callee(call, code));
    } else if (node instanceof Expr.MethodRef ref) {
      callee = Optional.of(at.typer().callee(ref, code));
    }
    return callee
        .flatMap(c -> c.methods().stream().filter(this::isServiceMethod).findFirst())
        .flatMap(m -> site(m, node, code));
  }

  private boolean isServiceMethod(DeclaredMethod method) {
    return method.isAbstract()
        && services.familyOf(method.owner()).isPresent()
        && !method.decl().returnType().simpleName().equals(TOKEN_STREAM);
  }

  private Optional<RequestSite> site(DeclaredMethod method, Expr node, Code code) {
    DeclaredType service = method.owner();
    String family = services.familyOf(service).orElseThrow();
    Optional<Sdk> sdk =
        at.catalog().sdks().stream().filter(s -> s.family().equals(family)).findFirst();
    Operation operation = operation(method.decl());
    Mode mode = mode(method.decl());
    return sdk.flatMap(s -> providers.of(node, service.type(), operation, s, code))
        .map(
            provider ->
                new RequestSite(
                    code,
                    node,
                    service.decl().name() + "." + method.name(),
                    family,
                    operation,
                    mode,
                    mode == Mode.STREAM || mode == Mode.REACTIVE ? RunsOn.SUBSCRIBE : RunsOn.CALL,
                    provider));
  }

  private static Mode mode(MethodDecl method) {
    return MODES.getOrDefault(method.returnType().simpleName(), Mode.BLOCKING);
  }

  private static Operation operation(MethodDecl method) {
    if (method.annotations().stream().anyMatch(a -> a.simpleName().endsWith("Agent"))) {
      return Operation.AGENT;
    }
    return givesImage(method.returnType()) ? Operation.IMAGE : Operation.CHAT;
  }

  /** {@code Image}, {@code Result<Image>}, {@code List<Image>}. */
  private static boolean givesImage(TypeRef type) {
    return type.simpleName().equals("Image")
        || type.arguments().stream().anyMatch(AiServiceCalls::givesImage);
  }
}
