package dev.aiaudit.detect.http;

import dev.aiaudit.detect.Surroundings;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.Variable;
import dev.aiaudit.syntax.Annotation;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Node;
import dev.aiaudit.syntax.Param;
import dev.aiaudit.syntax.TypeDecl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The texts that variables can have: locals, parameters, fields, injected settings. */
final class TextVariables {
  private final Map<Code, Map<String, List<Change>>> changes = new IdentityHashMap<>();
  private static final int MAX_HOPS = 3;

  private final Surroundings at;
  private final TextValues texts;
  private final Callers callers;
  private final InjectedSettings injected;

  /** Of an enum whose constant is known, the constant. */
  private final Map<DeclaredType, String> constants = new HashMap<>();

  private int hops;

  TextVariables(Surroundings at, TextValues texts, Settings settings, Callers callers) {
    this.at = at;
    this.texts = texts;
    this.callers = callers;
    this.injected = new InjectedSettings(at, settings, texts);
  }

  List<TextValue> named(Expr.Name name, Code code) {
    return at.typer()
        .variable(name.id(), name, code)
        .map(v -> of(v, name, code))
        .orElse(Texts.UNKNOWN);
  }

  List<TextValue> field(Expr.FieldAccess access, Code code) {
    return at.project()
        .find(at.typer().typeOf(access.scope(), code))
        .flatMap(t -> at.typer().members().field(access.name(), t))
        .map(f -> Texts.derived(field(f)))
        .orElse(Texts.UNKNOWN);
  }

  private List<TextValue> of(Variable variable, Expr.Name use, Code code) {
    if (variable instanceof Variable.Local local) {
      return Texts.derived(local(local, use, code));
    }
    if (variable instanceof Variable.Field field) {
      return Texts.derived(field(field));
    }
    if (variable instanceof Variable.Parameter parameter) {
      return Texts.derived(parameter(parameter));
    }
    if (variable instanceof Variable.Element element) {
      return texts.eval(element.loop().iterable(), element.code());
    }
    if (variable instanceof Variable.LambdaParam p && isUriBuilder(p)) {
      // The lambda of `uri(b -> b.path(..))` starts from the base URL, which is joined later.
      return List.of(TextValue.EMPTY);
    }
    return Texts.UNKNOWN;
  }

  private static boolean isUriBuilder(Variable.LambdaParam p) {
    return p.code().parent(p.lambda()).stream()
        .anyMatch(n -> n instanceof Expr.Call call && call.name().equals("uri"));
  }

  private List<TextValue> local(Variable.Local local, Expr.Name use, Code code) {
    if (!texts.enter(local.decl())) {
      return local.decl().init().map(i -> texts.eval(i, local.code())).orElse(Texts.UNKNOWN);
    }
    try {
      List<TextValue> now = new ArrayList<>();
      local.decl().init().ifPresent(i -> now.addAll(texts.eval(i, local.code())));
      for (Change change : Change.of(local.name(), local.code())) {
        boolean means =
            at.typer()
                .variable(local.name(), change.target(), local.code())
                .filter(v -> v instanceof Variable.Local l && l.decl() == local.decl())
                .isPresent();
        if (means && (code != local.code() || change.before(use))) {
          apply(change, use, local.code(), now);
        }
      }
      return now;
    } finally {
      texts.leave(local.decl());
    }
  }

  /**
   * A change of a variable brings another value, a longer one, or, on the only way to the use, the
   * only one.
   */
  private void apply(Change change, Node use, Code code, List<TextValue> now) {
    List<TextValue> value = texts.eval(change.value(), code);
    if (change.appends()) {
      List<TextValue> longer = Texts.concat(now, value);
      if (change.dominates(use, code)) {
        now.clear();
      }
      now.addAll(longer);
    } else {
      if (change.dominates(use, code)) {
        now.clear();
      }
      now.addAll(value);
    }
  }

  /** The texts of a field: what it is set to, or what a container injects. */
  List<TextValue> field(Variable.Field field) {
    if (!texts.enter(field.decl())) {
      return Texts.UNKNOWN;
    }
    try {
      List<TextValue> start = new ArrayList<>();
      field
          .decl()
          .init()
          .ifPresent(
              i -> field.code().ifPresent(c -> start.addAll(texts.within(Optional.empty(), i, c))));
      Optional<List<TextValue>> outside = injected.field(field, start);
      if (outside.isPresent()) {
        return outside.get();
      }
      start.addAll(assigned(field));
      if (field.owner().decl().kind() == TypeDecl.Kind.RECORD) {
        start.addAll(component(field));
      }
      return start.isEmpty() ? Texts.UNKNOWN : Texts.distinct(start);
    } finally {
      texts.leave(field.decl());
    }
  }

  private List<TextValue> assigned(Variable.Field field) {
    List<TextValue> out = new ArrayList<>();
    for (DeclaredType type : field.owner().file().types()) {
      for (Code code : type.codes()) {
        for (Change change : changes(code).getOrDefault(field.name(), List.of())) {
          if (change.meansField(field, at.typer(), code)) {
            out.addAll(texts.within(texts.frame(), change.value(), code));
          }
        }
      }
    }
    return out;
  }

  private Map<String, List<Change>> changes(Code code) {
    return changes.computeIfAbsent(code, Change::byName);
  }

  private List<TextValue> component(Variable.Field field) {
    int position = field.owner().decl().fields().indexOf(field.decl());
    return fromCallers(callers.creating(field.owner()), position, field.owner());
  }

  List<TextValue> parameter(Variable.Parameter p) {
    Optional<Frame> call = Frame.of(p.method(), texts.frame());
    if (call.isPresent() && p.position() < call.get().args().size()) {
      Expr arg = call.get().args().get(p.position());
      return texts.within(call.get().outer(), arg, call.get().code());
    }
    Optional<List<TextValue>> setting = injected.parameter(p);
    return setting.isPresent()
        ? setting.get()
        : fromCallers(callers.of(p.method()), p.position(), p.method().owner());
  }

  private List<TextValue> fromCallers(
      List<Callers.Caller> found, int position, DeclaredType owner) {
    String constant = constants.getOrDefault(owner, "");
    List<TextValue> out = new ArrayList<>();
    for (Callers.Caller caller : found) {
      if (position < caller.args().size()
          && (constant.isEmpty() || caller.constant().equals(constant))) {
        out.addAll(argument(caller, position, owner));
      }
    }
    return out.isEmpty() ? Texts.UNKNOWN : Texts.distinct(out);
  }

  /** One constructor calling another of the same type is no hop. */
  private List<TextValue> argument(Callers.Caller caller, int position, DeclaredType owner) {
    int hop = caller.code().owner() == owner ? 0 : 1;
    if (hops + hop > MAX_HOPS) {
      return Texts.UNKNOWN;
    }
    hops += hop;
    try {
      return texts.within(Optional.empty(), caller.args().get(position), caller.code());
    } finally {
      hops -= hop;
    }
  }

  /** The text of a property that a generated accessor reads. */
  Optional<List<TextValue>> property(DeclaredType type, String accessor) {
    String name = accessor;
    for (String prefix : List.of("get", "is")) {
      if (accessor.startsWith(prefix) && accessor.length() > prefix.length()) {
        String rest = accessor.substring(prefix.length());
        name = Character.toLowerCase(rest.charAt(0)) + rest.substring(1);
      }
    }
    return at.typer().members().field(name, type).map(f -> Texts.derived(field(f)));
  }

  /** What a chain of accessors reads from a group of settings. */
  Optional<List<TextValue>> chain(Expr.Call call, Code code) {
    return injected.chain(call, code);
  }

  /** The value of a method of an interface whose values a container reads from settings. */
  Optional<List<TextValue>> mapped(dev.aiaudit.resolve.DeclaredMethod method) {
    return injected.mapped(method);
  }

  /** Notes, while a question is answered, which constant of an enum is meant. */
  void assume(DeclaredType type, String constant) {
    if (constant.isEmpty()) {
      constants.remove(type);
    } else {
      constants.put(type, constant);
    }
  }

  static Optional<Annotation> annotation(Param param, List<String> names) {
    return param.annotations().stream().filter(a -> names.contains(a.simpleName())).findFirst();
  }
}
