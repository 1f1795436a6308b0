package dev.aiaudit.detect.http;

import dev.aiaudit.catalog.CallPattern;
import dev.aiaudit.catalog.RunsOn;
import dev.aiaudit.catalog.Sdk;
import dev.aiaudit.detect.ProviderAnswer;
import dev.aiaudit.detect.RequestSite;
import dev.aiaudit.detect.SiteFinder;
import dev.aiaudit.detect.Surroundings;
import dev.aiaudit.model.Evidence;
import dev.aiaudit.model.Mode;
import dev.aiaudit.model.Operation;
import dev.aiaudit.resolve.Callee;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.syntax.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Requests to AI providers through plain HTTP clients and through interfaces that such clients
 * implement.
 */
public final class HttpCalls implements SiteFinder {
  private final Surroundings at;
  private final HttpContext context;
  private final AiUrls urls;
  private final SignReader signs;
  private final RequestMode modes;
  private final OneRequest once;
  private final HttpModels models;

  /** A finder for a tree. */
  public HttpCalls(Surroundings at) {
    this.at = at;
    this.context = HttpContext.of(at);
    this.urls = new AiUrls(at.catalog(), at.config().gateways());
    this.signs = new SignReader(at);
    this.modes = new RequestMode(at);
    this.once = new OneRequest(at);
    this.models = new HttpModels(context.texts(), at.catalog());
  }

  HttpContext context() {
    return context;
  }

  AiUrls urls() {
    return urls;
  }

  @Override
  public boolean mayFind(String method) {
    return at.catalog().httpCallNames().contains(method) || context.interfaces().mayDeclare(method);
  }

  @Override
  public Optional<RequestSite> find(Expr node, Code code) {
    if (!(node instanceof Expr.Call call)) {
      return Optional.empty();
    }
    Callee callee = at.typer().callee(call, code);
    if (!callee.methods().isEmpty()) {
      return remote(callee, call, code);
    }
    return pattern(callee, call)
        .filter(p -> once.sends(p, call, code))
        .flatMap(p -> sent(p, call, code));
  }

  private Optional<CallPattern> pattern(Callee callee, Expr.Call call) {
    if (!callee.receiver().isKnown()) {
      return Optional.empty();
    }
    for (JavaType type : lineage(callee.receiver())) {
      Optional<CallPattern> found =
          at.catalog().calls(type.name(), call.name(), call.args().size()).stream()
              .filter(p -> at.catalog().sdk(p.sdk()).map(Sdk::http).orElse(false))
              .findFirst();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private List<JavaType> lineage(JavaType receiver) {
    return at.project().find(receiver).isEmpty()
        ? List.of(receiver)
        : at.project().supertypes(receiver).stream()
            .filter(t -> at.project().find(t).isEmpty())
            .toList();
  }

  private Optional<RequestSite> sent(CallPattern pattern, Expr.Call call, Code code) {
    RequestFacts facts = RequestTrail.of(call, code, context);
    String type = pattern.type().substring(pattern.type().lastIndexOf('.') + 1);
    Mode mode = modes.of(pattern, call, code);
    return site(
        facts, call, code, type + "." + pattern.method(), pattern.sdk(), mode, pattern.runsOn());
  }

  /** The call of a method that an HTTP library implements; Retrofit's {@code Call} sends later. */
  private Optional<RequestSite> remote(Callee callee, Expr.Call call, Code code) {
    for (DeclaredMethod method : callee.methods()) {
      Optional<Sdk> sdk = context.interfaces().sdk(method);
      if (sdk.isPresent() && !modes.prepares(method)) {
        RequestFacts facts = RequestTrail.of(call, code, context);
        Mode mode = modes.of(method, call, code);
        RunsOn runsOn =
            mode == Mode.REACTIVE || mode == Mode.STREAM ? RunsOn.SUBSCRIBE : RunsOn.CALL;
        String label = method.owner().decl().name() + "." + method.name();
        return site(facts, call, code, label, sdk.get().id(), mode, runsOn);
      }
    }
    return Optional.empty();
  }

  private Optional<RequestSite> site(
      RequestFacts facts,
      Expr.Call call,
      Code code,
      String callee,
      String sdk,
      Mode mode,
      RunsOn runsOn) {
    List<TextValue> candidates = facts.urls();
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    Signs around = signs.of(facts, candidates);
    List<AiUrl> found = new ArrayList<>();
    candidates.forEach(u -> urls.judge(u, around).ifPresent(found::add));
    if (found.isEmpty() || found.stream().allMatch(AiUrl::alternative)) {
      return Optional.empty();
    }
    String family = at.catalog().sdk(sdk).map(Sdk::family).orElse(sdk);
    ProviderAnswer answer =
        answer(found, around, code.owner()).withModel(models.of(facts, candidates));
    return Optional.of(
        new RequestSite(code, call, callee, family, operation(found), mode, runsOn, answer));
  }

  private static Operation operation(List<AiUrl> found) {
    return found.stream()
        .map(AiUrl::operation)
        .filter(o -> o != Operation.OTHER)
        .findFirst()
        .orElse(Operation.OTHER);
  }

  /** One provider when the values with weight agree; several are candidates. */
  private static ProviderAnswer answer(List<AiUrl> found, Signs around, DeclaredType sender) {
    List<AiUrl> main = found.stream().filter(u -> !u.alternative()).toList();
    List<String> named = named(main);
    if (named.size() == 1) {
      return main.stream()
          .filter(u -> u.provider().equals(named.get(0)))
          .findFirst()
          .map(u -> ProviderAnswer.of(u.provider(), u.evidence()))
          .orElseThrow();
    }
    if (named.size() > 1) {
      return among(named, around, sender);
    }
    boolean configured =
        main.stream().anyMatch(u -> u.provider().equals(ProviderAnswer.CONFIGURED));
    List<String> others = new ArrayList<>(named(found));
    if (configured || !others.isEmpty()) {
      if (others.isEmpty() && around.words().isPresent()) {
        // The setting's name says who it is; the value is set when the program is deployed.
        return ProviderAnswer.of(around.words().get(), Evidence.ASSUMED);
      }
      around.named().filter(w -> others.isEmpty()).ifPresent(others::add);
      return ProviderAnswer.configured(others);
    }
    return ProviderAnswer.UNKNOWN;
  }

  /**
   * Of several providers that a setting may name, the one whose header is set, else the one after
   * which the class is called that sends the request.
   */
  private static ProviderAnswer among(List<String> named, Signs around, DeclaredType sender) {
    return around
        .header()
        .filter(named::contains)
        .map(p -> ProviderAnswer.of(p, Evidence.DERIVED))
        .or(
            () ->
                around
                    .named()
                    .filter(named::contains)
                    .filter(p -> !namesProtocol(sender))
                    .map(p -> ProviderAnswer.of(p, Evidence.ASSUMED)))
        .orElseGet(() -> ProviderAnswer.configured(named));
  }

  /** A client that is compatible with a provider's protocol may talk to anybody. */
  private static boolean namesProtocol(DeclaredType sender) {
    return sender.decl().name().toLowerCase(Locale.ROOT).contains("compat");
  }

  private static List<String> named(List<AiUrl> urls) {
    return urls.stream()
        .map(AiUrl::provider)
        .filter(p -> !p.equals("unknown") && !p.equals(ProviderAnswer.CONFIGURED))
        .distinct()
        .toList();
  }
}
