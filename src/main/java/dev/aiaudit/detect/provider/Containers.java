package dev.aiaudit.detect.provider;

import dev.aiaudit.model.Evidence;
import dev.aiaudit.model.Operation;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.resolve.bean.Bean;
import dev.aiaudit.resolve.bean.InjectionPoint;
import dev.aiaudit.syntax.Annotation;
import dev.aiaudit.syntax.Expr;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the providers behind what a container injects. */
final class Containers {
  private static final Set<String> HOLDERS =
      Set.of(
          "Optional",
          "ObjectProvider",
          "ObjectFactory",
          "Provider",
          "Instance",
          "Lazy",
          "Supplier",
          "BeanProvider");

  private static final Set<String> COLLECTIONS =
      Set.of("List", "Map", "Set", "Collection", "Iterable", "Stream");

  private static final String CHAT_MODEL = "org.springframework.ai.chat.model.ChatModel";
  private static final String EMBEDDING = "org.springframework.ai.embedding.EmbeddingModel";

  private final Basis at;
  private final Clients clients;
  private final ModuleBeans beans;
  private final Starters starters;
  private final Set<String> active = new HashSet<>();

  Containers(Basis at, Clients clients, Hosts hosts) {
    this.at = at;
    this.clients = clients;
    this.beans = new ModuleBeans(at);
    this.starters = new Starters(at, hosts);
  }

  /** What a place gets. */
  Clue clue(InjectionPoint place) {
    String holder = place.type().simpleName();
    if (HOLDERS.contains(holder) && !place.type().arguments().isEmpty()) {
      return clue(place.inside());
    }
    if (COLLECTIONS.contains(holder) && !place.type().arguments().isEmpty()) {
      InjectionPoint inside = place.inside();
      return all(beans.visible(inside)).or(library(inside) ? configured(inside) : Clue.NONE);
    }
    if (!place.type().isKnown() || !active.add(key(place))) {
      return Clue.NONE;
    }
    try {
      List<Bean> found = beans.forPlace(place);
      return found.isEmpty() ? withoutBean(place) : all(found);
    } finally {
      active.remove(key(place));
    }
  }

  private static String key(InjectionPoint place) {
    return place.type().name()
        + " "
        + place.qualifier().orElse(place.name())
        + " "
        + place.owner().name();
  }

  private boolean library(InjectionPoint place) {
    return at.project().find(place.type()).isEmpty();
  }

  private Clue all(List<Bean> found) {
    Clue out = Clue.NONE;
    for (Bean bean : found) {
      out = out.or(bean.factory().map(this::made).orElseGet(() -> clients.inside(bean.type())));
    }
    return out;
  }

  private Clue made(DeclaredMethod factory) {
    Clue out = Clue.NONE;
    Optional<Code> code = factory.code();
    if (code.isPresent()) {
      for (Expr result : Flow.results(code.get().root())) {
        out = out.or(clients.of(Spot.of(result, code.get())));
      }
    }
    return out;
  }

  private Clue withoutBean(InjectionPoint place) {
    Optional<DeclaredType> own = at.project().find(place.type());
    if (own.isEmpty()) {
      return configured(place);
    }
    if (own.get().decl().isInterface()) {
      Clue service = service(own.get());
      if (!service.isEmpty()) {
        return service;
      }
    }
    return implementations(own.get());
  }

  private Clue implementations(DeclaredType type) {
    Clue out = at.isAi(type.type()) ? clients.inside(type.type()) : Clue.NONE;
    for (DeclaredType sub : at.project().allSubtypes(type.name())) {
      if (!sub.file().test() && at.isAi(sub.type())) {
        out = out.or(clients.inside(sub.type()));
      }
    }
    return out;
  }

  /** What a framework configures for a library type that no code of the tree makes. */
  private Clue configured(InjectionPoint place) {
    String name = place.type().name();
    if (at.catalog().inProcess(name)) {
      return Clue.IN_PROCESS;
    }
    if (name.startsWith("org.springframework.ai.chat.client.ChatClient")) {
      return clue(place.wanting(CHAT_MODEL, "chatModel"));
    }
    if (name.startsWith("org.springframework.ai") && place.type().simpleName().contains("Store")) {
      return clue(place.wanting(EMBEDDING, "embeddingModel"));
    }
    String module = at.moduleOf(place.owner());
    Operation operation = Kinds.of(place.type());
    Optional<String> pin = at.pin(name);
    if (pin.isPresent()) {
      return starters.of(module, operation, pin.get());
    }
    return at.isAi(place.type()) && Kinds.usesModel(place.type())
        ? starters.clue(module, operation, place.qualifier().orElse(place.name()))
        : Clue.NONE;
  }

  /**
   * What a framework configures in a module; the last resort for a client whose origin is not
   * found.
   */
  Clue fallback(DeclaredType owner, JavaType client, Operation operation) {
    return Kinds.usesModel(client)
        ? starters.any(at.moduleOf(owner), operation).atMost(Evidence.ASSUMED)
        : Clue.NONE;
  }

  /** The provider of an AI service that a framework implements, by its annotation. */
  Clue service(DeclaredType service) {
    Optional<Annotation> declared =
        service.decl().annotations().stream()
            .filter(
                a ->
                    Set.of("AiService", "RegisterAiService", "RegisterAIService")
                        .contains(a.simpleName()))
            .findFirst();
    if (declared.isEmpty()) {
      return Clue.NONE;
    }
    Annotation a = declared.get();
    Optional<String> bean =
        a.member("chatModel")
            .or(() -> a.member("chatLanguageModel"))
            .or(() -> a.member("streamingChatModel"))
            .or(() -> a.member("chatModelName"))
            .flatMap(InjectionPoint::literal);
    Clue supplied =
        a.member("chatLanguageModelSupplier").map(e -> supplied(e, service)).orElse(Clue.NONE);
    if (!supplied.isEmpty()) {
      return supplied;
    }
    InjectionPoint place =
        new InjectionPoint(
            JavaType.known("dev.langchain4j.model.chat.ChatModel"),
            "chatModel",
            List.of(),
            service);
    Clue named = bean.map(b -> all(beans.named(place, b))).orElse(Clue.NONE);
    if (!named.isEmpty()) {
      return named;
    }
    String model = a.member("modelName").flatMap(InjectionPoint::literal).or(() -> bean).orElse("");
    Clue made = model.isEmpty() ? all(beans.forPlace(place)) : Clue.NONE;
    return made.orElse(starters.clue(at.moduleOf(service), Operation.CHAT, model));
  }

  /** What a supplier class of the tree gives. */
  private Clue supplied(Expr literal, DeclaredType service) {
    if (!(literal instanceof Expr.ClassLiteral type)) {
      return Clue.NONE;
    }
    Clue out = Clue.NONE;
    JavaType supplier = at.project().names().resolve(type.type(), service);
    for (DeclaredMethod m :
        at.project().find(supplier).map(DeclaredType::methods).orElse(List.of())) {
      if (m.name().equals("get")) {
        out = out.or(made(m));
      }
    }
    return out;
  }
}
