package dev.aiaudit.detect.provider;

import dev.aiaudit.model.Evidence;
import dev.aiaudit.resolve.Callee;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.resolve.Variable;
import dev.aiaudit.resolve.bean.InjectionPoint;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.FieldDecl;
import dev.aiaudit.syntax.Nodes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds the providers behind an expression that is, or leads to, a client of an AI library. */
final class Clients {
  private static final int MAX_DEPTH = 40;
  private static final int MAX_STEPS = 3_000;

  /** Parts of type names that serve a client and say nothing about who answers. */
  private static final List<String> SIDE =
      List.of(
          "Advisor",
          "Store",
          "Retriev",
          "Memory",
          "Tool",
          "Listener",
          "Augment",
          "Prompt",
          "Callback",
          "Splitter",
          "Document",
          "Embedding",
          "Guardrail",
          "Message",
          "Moderation");

  private final Basis at;
  private final Flow flow;
  private final Texts texts;
  private final Hosts hosts;
  private final Containers containers;
  private final Set<Expr> active = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Expr, Clue> known = new IdentityHashMap<>();
  private final Map<String, Clue> decorated = new HashMap<>();
  private final Set<String> opened = new HashSet<>();
  private int depth;
  private int budget;

  /** How often a cycle or a limit cut an answer short; such an answer is not kept. */
  private int cuts;

  Clients(Basis at) {
    this.at = at;
    this.flow = new Flow(at);
    this.texts = new Texts(at, flow);
    this.hosts = new Hosts(at);
    this.containers = new Containers(at, this, hosts);
  }

  Containers containers() {
    return containers;
  }

  Flow flow() {
    return flow;
  }

  Texts texts() {
    return texts;
  }

  /** Starts a new question, with new limits. */
  void begin() {
    budget = MAX_STEPS;
  }

  /** The providers behind an expression. */
  Clue of(Spot spot) {
    boolean alone = spot.frame() == Frame.NONE;
    Clue cached = alone ? known.get(spot.expr()) : null;
    if (cached != null) {
      return cached;
    }
    if (depth >= MAX_DEPTH || --budget < 0 || !active.add(spot.expr())) {
      cuts++;
      return Clue.NONE;
    }
    depth++;
    int before = cuts;
    try {
      Clue out = followed(spot);
      if (alone && cuts == before) {
        known.put(spot.expr(), out);
      }
      return out;
    } finally {
      depth--;
      active.remove(spot.expr());
    }
  }

  /** A parameter that no caller in main code gives tells only when nothing else does. */
  private Clue followed(Spot spot) {
    Clue strong = Clue.NONE;
    Clue weak = Clue.NONE;
    for (Leaf leaf : flow.follow(spot)) {
      if (leaf instanceof Leaf.Value v) {
        strong = strong.or(value(v.spot()));
      } else if (leaf instanceof Leaf.Open o && o.uncalled()) {
        weak = weak.or(open(o));
      } else {
        strong = strong.or(open((Leaf.Open) leaf));
      }
    }
    return strong.orElse(weak);
  }

  private Clue open(Leaf.Open leaf) {
    return InjectionPoint.of(leaf.variable(), at.typer()).map(containers::clue).orElse(Clue.NONE);
  }

  private Clue value(Spot spot) {
    Expr e = spot.expr();
    if (e instanceof Expr.This || e instanceof Expr.Super) {
      return inside(at.typer().typeOf(e, spot.code()));
    }
    if (e instanceof Expr.New creation) {
      return created(creation, spot);
    }
    if (e instanceof Expr.MethodRef ref && ref.name().equals("new")) {
      return pinned(at.typer().typeOf(ref.scope(), spot.code()));
    }
    return e instanceof Expr.Call call ? called(call, spot) : Clue.NONE;
  }

  private Clue created(Expr.New creation, Spot spot) {
    JavaType type = at.typer().typeOf(creation, spot.code());
    Optional<DeclaredType> own = at.project().find(type);
    if (own.isPresent()) {
      Clue given = delegates(creation.args(), type, spot);
      return given.orElse(inside(type));
    }
    return at.isAi(type) ? constructed(spot) : contents(creation.args(), spot);
  }

  private Clue called(Expr.Call call, Spot spot) {
    Callee callee = at.typer().callee(call, spot.code());
    if (!callee.methods().isEmpty()) {
      return Clue.NONE;
    }
    if (Construction.of(spot, at).types().stream().anyMatch(at::isAi)) {
      return constructed(spot);
    }
    // A collection, holder or operator of another library carries what is put into it.
    Clue scope = call.scope().map(s -> of(spot.at(s))).orElse(Clue.NONE);
    return scope.isEmpty() ? contents(call.args(), spot) : scope;
  }

  private Clue contents(List<Expr> args, Spot spot) {
    Clue out = Clue.NONE;
    for (Expr arg : args) {
      if (carries(arg, spot)) {
        out = out.or(of(spot.at(arg)));
      }
    }
    return out;
  }

  private boolean carries(Expr arg, Spot spot) {
    if (arg instanceof Expr.Literal || arg instanceof Expr.ClassLiteral) {
      return false;
    }
    JavaType type = at.typer().typeOf(arg, spot.code());
    return !type.isKnown() || at.isAi(type) || !type.arguments().isEmpty();
  }

  private Clue constructed(Spot spot) {
    Construction c = Construction.of(spot, at);
    if (c.types().stream().anyMatch(t -> at.catalog().inProcess(t.name()))) {
      return Clue.IN_PROCESS;
    }
    Optional<String> pin = c.types().stream().flatMap(t -> at.pin(t.name()).stream()).findFirst();
    Set<String> models = new TreeSet<>();
    c.models().forEach(m -> models.addAll(texts.of(spot.at(m)).values()));
    Clue host = host(c, pin, spot);
    if (!host.isEmpty()) {
      return host.withModels(models);
    }
    Clue root = c.root().map(r -> of(spot.at(r))).orElse(Clue.NONE);
    JavaType result = c.types().isEmpty() ? JavaType.UNKNOWN : c.types().get(0);
    return root.orElse(delegates(c.args(), result, spot))
        .orElse(environment(pin, spot))
        .orElse(Clue.pinned(pin, Evidence.DERIVED))
        .withModels(models);
  }

  /** A store's own address is no model's. */
  private Clue host(Construction c, Optional<String> pin, Spot spot) {
    Clue out = Clue.NONE;
    if (pin.isPresent()) {
      for (Expr url : c.urls()) {
        out = out.or(hosts.clue(texts.of(spot.at(url)), pin));
      }
    }
    return out;
  }

  /** SDKs that read the environment take their base URL from there, too. */
  private Clue environment(Optional<String> pin, Spot spot) {
    boolean reads = spot.expr() instanceof Expr.Call;
    return reads
        ? pin.flatMap(
                p ->
                    at.config()
                        .configuration()
                        .variable(
                            at.moduleOf(spot.code()),
                            p.toUpperCase(java.util.Locale.ROOT).replace('-', '_') + "_BASE_URL"))
            .filter(v -> v.known())
            .map(v -> hosts.clue(Text.of(v.value()), pin))
            .orElse(Clue.NONE)
        : Clue.NONE;
  }

  /**
   * The clients among the arguments; for a store the embedding model counts, for others everything
   * but helpers.
   */
  private Clue delegates(List<Expr> args, JavaType made, Spot spot) {
    boolean embeds = Kinds.embeds(made);
    Clue out = Clue.NONE;
    for (Expr arg : args) {
      JavaType type = clientType(arg, spot);
      if (!carries(arg, spot) || !type.isKnown()) {
        continue;
      }
      boolean fits =
          embeds
              ? Kinds.embeds(type) || at.pin(type.name()).isPresent() || isApi(type)
              : SIDE.stream().noneMatch(s -> type.simpleName().contains(s));
      if (fits) {
        out = out.or(of(spot.at(arg)));
      }
    }
    return out;
  }

  /**
   * The type of an argument; of a chain whose result the catalogue does not know, the library type
   * in it.
   */
  private JavaType clientType(Expr arg, Spot spot) {
    JavaType type = at.typer().typeOf(arg, spot.code());
    return type.isKnown()
        ? type
        : Construction.of(spot.at(arg), at).types().stream()
            .filter(at::isAi)
            .findFirst()
            .orElse(JavaType.UNKNOWN);
  }

  private static boolean isApi(JavaType type) {
    return type.simpleName().endsWith("Api") || type.simpleName().endsWith("Client");
  }

  private Clue pinned(JavaType type) {
    return at.catalog().inProcess(type.name())
        ? Clue.IN_PROCESS
        : Clue.pinned(at.pin(type.name()), Evidence.DERIVED);
  }

  /** What a type of the tree, which implements a type of a library, holds. */
  Clue inside(JavaType type) {
    Clue cached = decorated.get(type.name());
    if (cached != null) {
      return cached;
    }
    if (!opened.add(type.name())) {
      cuts++;
      return Clue.NONE;
    }
    int before = cuts;
    Clue out = Clue.NONE;
    Optional<DeclaredType> declared = at.project().find(type);
    if (declared.isPresent()) {
      for (FieldDecl field : declared.get().decl().fields()) {
        out = out.or(held(new Variable.Field(field, declared.get())));
      }
      out =
          out.orElse(requested(declared.get()))
              .orElse(new WrittenHosts(at, texts).of(declared.get()));
      Optional<JavaType> base = at.implemented(type);
      out = out.orElse(base.map(this::pinned).orElse(Clue.NONE));
    }
    opened.remove(type.name());
    if (cuts == before) {
      decorated.put(type.name(), out);
    }
    return out;
  }

  /** The clients on which the code of a type makes requests itself. */
  private Clue requested(DeclaredType type) {
    List<Spot> receivers = new ArrayList<>();
    for (Code code : type.codes()) {
      Nodes.walk(
          code.root(),
          node -> {
            if (node instanceof Expr.Call call
                && call.scope().isPresent()
                && isRequest(call, code)) {
              receivers.add(Spot.of(call.scope().get(), code));
            }
          });
    }
    Clue out = Clue.NONE;
    for (Spot receiver : receivers) {
      out = out.or(of(receiver));
    }
    return out;
  }

  private boolean isRequest(Expr.Call call, Code code) {
    JavaType type = at.typer().typeOf(call.scope().orElseThrow(), code);
    return at.isAi(type)
        && at.project().find(type).isEmpty()
        && !at.catalog().calls(type.name(), call.name(), call.args().size()).isEmpty();
  }

  private Clue held(Variable.Field field) {
    JavaType type = at.typer().typeOf(field);
    boolean client = at.isAi(type) || type.arguments().stream().anyMatch(at::isAi);
    Optional<Code> code = field.owner().codes().stream().findFirst();
    if (!client || code.isEmpty()) {
      return Clue.NONE;
    }
    Expr use =
        new Expr.FieldAccess(
            new Expr.This(Optional.empty(), field.decl().span()),
            field.decl().name(),
            field.decl().span());
    return of(Spot.of(use, code.get()));
  }
}
