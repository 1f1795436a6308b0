package dev.aiaudit.detect;

import dev.aiaudit.catalog.CallPattern;
import dev.aiaudit.catalog.Sdk;
import dev.aiaudit.model.Operation;
import dev.aiaudit.resolve.Callee;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Requests through an SDK or framework of the catalogue, by the type of the receiver. */
final class SdkCalls implements SiteFinder {
  private static final Set<String> MODEL_CATEGORIES =
      Set.of("provider-sdk", "framework", "agent-sdk", "agent-protocol");

  private final Surroundings at;
  private final Overload overload;
  private final ProviderResolver providers;

  SdkCalls(Surroundings at, ProviderResolver providers) {
    this.at = at;
    this.overload = new Overload(at);
    this.providers = providers;
  }

  @Override
  public boolean mayFind(String method) {
    return at.catalog().callNames().contains(method);
  }

  @Override
  public Optional<RequestSite> find(Expr node, Code code) {
    if (node instanceof Expr.Call call) {
      if (isDefault(call)) {
        return Optional.empty();
      }
      Callee callee = at.typer().callee(call, code);
      return pattern(callee, call.args(), code).flatMap(p -> site(p, node, callee, code));
    }
    if (node instanceof Expr.MethodRef ref) {
      Callee callee = at.typer().callee(ref, code);
      return referenced(callee).flatMap(p -> site(p, node, callee, code));
    }
    return Optional.empty();
  }

  /** {@code ChatModel.super.chat(..)}: the library's default calls back into the own class. */
  private static boolean isDefault(Expr.Call call) {
    return call.scope()
        .filter(s -> s instanceof Expr.Super parent && parent.qualifier().isPresent())
        .isPresent();
  }

  private Optional<CallPattern> pattern(Callee callee, List<Expr> args, Code code) {
    if (!callee.receiver().isKnown() || isOwnMethod(callee)) {
      return Optional.empty();
    }
    for (JavaType type : lineage(callee.receiver())) {
      List<CallPattern> found =
          at.catalog().calls(type.name(), callee.name(), args.size()).stream()
              .filter(p -> !isHttp(p))
              .toList();
      if (!found.isEmpty()) {
        return overload.choose(found, args, code);
      }
      if (at.catalog().notCall(type.name(), callee.name(), args.size()).isPresent()) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /**
   * A method reference has no arguments to count; it means the overload that its context wants,
   * which is the one with the fewest arguments in nearly all code.
   */
  private Optional<CallPattern> referenced(Callee callee) {
    if (!callee.receiver().isKnown() || isOwnMethod(callee)) {
      return Optional.empty();
    }
    for (JavaType type : lineage(callee.receiver())) {
      for (int count = 0; count <= 3; count++) {
        Optional<CallPattern> found = at.catalog().call(type.name(), callee.name(), count);
        if (found.isPresent() && !isHttp(found.get())) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private boolean isHttp(CallPattern pattern) {
    return at.catalog().sdk(pattern.sdk()).map(Sdk::http).orElse(false);
  }

  /**
   * A method of the application's own class is a wrapper, unless the class implements the library's
   * type and the method is the library's.
   */
  private boolean isOwnMethod(Callee callee) {
    return !callee.methods().isEmpty()
        && (callee.unqualified() || callee.methods().stream().noneMatch(m -> implementsLibrary(m)));
  }

  private boolean implementsLibrary(DeclaredMethod method) {
    return !method.decl().is(Modifier.STATIC)
        && !method.decl().is(Modifier.PRIVATE)
        && at.project().supertypes(method.owner().type()).stream()
            .anyMatch(
                t ->
                    at.catalog()
                        .call(t.name(), method.name(), method.decl().params().size())
                        .isPresent());
  }

  /** The type itself if it is a library's, else the library types above a type of the tree. */
  private List<JavaType> lineage(JavaType receiver) {
    if (at.project().find(receiver).isEmpty()) {
      return List.of(receiver);
    }
    return at.project().supertypes(receiver).stream()
        .filter(t -> at.project().find(t).isEmpty())
        .toList();
  }

  /**
   * Vector databases, MCP servers, translation and OCR services are remote too, but no model
   * answers there; lists of models and files are no inference.
   */
  private static boolean servesModels(Sdk sdk, CallPattern pattern) {
    return !sdk.inProcess()
        && MODEL_CATEGORIES.contains(sdk.category())
        && pattern.operation() != Operation.OTHER;
  }

  private Optional<RequestSite> site(CallPattern pattern, Expr node, Callee callee, Code code) {
    Optional<Sdk> sdk = at.catalog().sdk(pattern.sdk());
    if (sdk.isEmpty()
        || !servesModels(sdk.get(), pattern)
        || at.catalog().inProcess(callee.receiver().name())) {
      return Optional.empty();
    }
    String type = pattern.type().substring(pattern.type().lastIndexOf('.') + 1);
    return providers
        .of(node, callee.receiver(), pattern.operation(), sdk.get(), code)
        .map(
            provider ->
                new RequestSite(
                    code,
                    node,
                    type + "." + pattern.method(),
                    sdk.get().family(),
                    pattern.operation(),
                    pattern.mode(),
                    pattern.runsOn(),
                    provider));
  }
}
