package dev.aiaudit.detect.http;

import dev.aiaudit.detect.Surroundings;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.Variable;
import dev.aiaudit.syntax.Annotation;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.FieldDecl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Settings that a container puts into fields and parameters, or answers through an interface. */
final class InjectedSettings {
  private static final List<String> VALUE =
      List.of("Value", "ConfigProperty", "Property", "Inject");
  private static final List<String> GROUPS =
      List.of("ConfigurationProperties", "ConfigMapping", "ConfigProperties");
  private static final int MAX_NESTING = 4;

  private final Surroundings at;
  private final Settings settings;
  private final TextValues texts;

  InjectedSettings(Surroundings at, Settings settings, TextValues texts) {
    this.at = at;
    this.settings = settings;
    this.texts = texts;
  }

  /**
   * What a container writes into a field.
   *
   * @param initial the texts that its initializer gives
   * @return empty when no setting is bound to it
   */
  Optional<List<TextValue>> field(Variable.Field field, List<TextValue> initial) {
    DeclaredType in = field.owner();
    Optional<List<TextValue>> annotated = annotated(field.decl().annotations(), initial, in);
    return annotated.isPresent()
        ? annotated
        : prefix(field.owner(), MAX_NESTING)
            .map(p -> settings.key(p + "." + field.name(), fallback(field, initial), in));
  }

  private static List<TextValue> fallback(Variable.Field field, List<TextValue> initial) {
    return field.decl().annotations().stream()
        .filter(a -> a.simpleName().equals("DefaultValue"))
        .flatMap(a -> a.member("value").stream())
        .filter(Expr.Literal.class::isInstance)
        .map(e -> TextValue.literal(((Expr.Literal) e).value()))
        .findFirst()
        .map(List::of)
        .orElse(initial);
  }

  /** What a container passes for a parameter. */
  Optional<List<TextValue>> parameter(Variable.Parameter p) {
    DeclaredType in = p.method().owner();
    Optional<List<TextValue>> annotated =
        annotated(p.param().annotations(), List.of(), in).or(() -> setter(p));
    return annotated.isPresent() || !p.method().decl().isConstructor()
        ? annotated
        : prefix(in, MAX_NESTING).map(x -> settings.key(x + "." + p.name(), List.of(), in));
  }

  /** A setter may carry the annotation instead of its parameter. */
  private Optional<List<TextValue>> setter(Variable.Parameter p) {
    boolean only = p.method().decl().params().size() == 1 && !p.method().decl().isConstructor();
    return only
        ? annotated(p.method().decl().annotations(), List.of(), p.method().owner())
        : Optional.empty();
  }

  /**
   * What accessors read one after another from a group of settings: {@code
   * settings.getLlm().getUrl()}; empty when no file sets it.
   */
  Optional<List<TextValue>> chain(Expr.Call call, Code code) {
    String path = "";
    Expr e = call;
    while (e instanceof Expr.Call link && link.args().isEmpty() && link.scope().isPresent()) {
      Expr holder = link.scope().get();
      boolean direct = path.isEmpty();
      path = property(link.name()) + (direct ? "" : "." + path);
      Optional<DeclaredType> group =
          at.project().find(at.typer().typeOf(holder, code)).filter(InjectedSettings::isGroup);
      if (group.isPresent()) {
        return direct ? Optional.empty() : set(group.get(), path);
      }
      e =
          at.typer()
              .variable(holder, code)
              .filter(v -> v instanceof Variable.Local l && l.code() == code)
              .flatMap(v -> ((Variable.Local) v).decl().init())
              .orElse(holder);
    }
    return Optional.empty();
  }

  private Optional<List<TextValue>> set(DeclaredType group, String path) {
    return prefix(group, 0)
        .map(p -> settings.key(p + "." + path, List.of(), group))
        .filter(found -> found.stream().noneMatch(TextValue::unknown));
  }

  private static String property(String accessor) {
    for (String prefix : List.of("get", "is")) {
      if (accessor.startsWith(prefix) && accessor.length() > prefix.length()) {
        String rest = accessor.substring(prefix.length());
        return Character.toLowerCase(rest.charAt(0)) + rest.substring(1);
      }
    }
    return accessor;
  }

  /** What a method of an interface that stands for a group of settings answers. */
  Optional<List<TextValue>> mapped(DeclaredMethod method) {
    if (!method.isAbstract()) {
      return Optional.empty();
    }
    DeclaredType in = method.owner();
    List<Annotation> annotations = method.decl().annotations();
    String name = member(annotations, "WithName").orElse(method.name());
    List<TextValue> fallback =
        member(annotations, "WithDefault").map(d -> settings.placeholders(d, in)).orElse(List.of());
    return prefix(method.owner(), MAX_NESTING).map(p -> settings.key(p + "." + name, fallback, in));
  }

  private static Optional<String> member(List<Annotation> annotations, String simpleName) {
    return annotations.stream()
        .filter(a -> a.simpleName().equals(simpleName))
        .flatMap(a -> a.member("value").stream())
        .filter(Expr.Literal.class::isInstance)
        .map(e -> ((Expr.Literal) e).value())
        .findFirst();
  }

  private Optional<List<TextValue>> annotated(
      List<Annotation> annotations, List<TextValue> initial, DeclaredType in) {
    for (Annotation a : annotations) {
      if (VALUE.contains(a.simpleName())) {
        Optional<Expr> value = a.member("value");
        Optional<Expr> name = a.member("name");
        if (name.isPresent()) {
          return Optional.of(keyed(name.get(), a.member("defaultValue"), initial, in));
        }
        if (value.isPresent() && !a.simpleName().equals("Inject")) {
          return Optional.of(placeholders(value.get(), in));
        }
      }
    }
    return Optional.empty();
  }

  private List<TextValue> keyed(
      Expr name, Optional<Expr> fallback, List<TextValue> initial, DeclaredType in) {
    List<TextValue> otherwise = fallback.map(f -> written(f, in)).orElse(initial);
    List<TextValue> out = new ArrayList<>();
    for (TextValue key : written(name, in)) {
      out.addAll(settings.key(key.template(), otherwise, in));
    }
    return out;
  }

  private List<TextValue> placeholders(Expr value, DeclaredType in) {
    List<TextValue> out = new ArrayList<>();
    for (TextValue v : written(value, in)) {
      out.addAll(settings.placeholders(v.template(), in));
    }
    return out;
  }

  /** The key under which the values of a type are, also of one nested in another such type. */
  private Optional<String> prefix(DeclaredType type, int nesting) {
    for (Annotation a : type.decl().annotations()) {
      if (GROUPS.contains(a.simpleName())) {
        return a.member("prefix")
            .or(() -> a.member("value"))
            .map(e -> written(e, type))
            .flatMap(v -> v.stream().findFirst())
            .map(TextValue::template);
      }
    }
    return nesting == 0 ? Optional.empty() : throughHolder(type, nesting);
  }

  private Optional<String> throughHolder(DeclaredType type, int nesting) {
    for (DeclaredType holder : type.file().types()) {
      if (holder != type && isGroup(holder)) {
        Optional<String> path = pathTo(type, holder, nesting);
        if (path.isPresent()) {
          return prefix(holder, 0).map(p -> p + "." + path.get());
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isGroup(DeclaredType type) {
    return type.decl().annotations().stream().anyMatch(a -> GROUPS.contains(a.simpleName()));
  }

  /** The names of the fields or methods that lead from a group to a type inside it. */
  private Optional<String> pathTo(DeclaredType type, DeclaredType holder, int nesting) {
    if (nesting == 0) {
      return Optional.empty();
    }
    for (FieldDecl f : holder.decl().fields()) {
      Optional<String> path = step(f.name(), f.type(), type, holder, nesting);
      if (path.isPresent()) {
        return path;
      }
    }
    for (DeclaredMethod m : holder.methods()) {
      if (m.isAbstract()) {
        Optional<String> path = step(m.name(), m.decl().returnType(), type, holder, nesting);
        if (path.isPresent()) {
          return path;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> step(
      String name,
      dev.aiaudit.syntax.TypeRef ref,
      DeclaredType wanted,
      DeclaredType holder,
      int nesting) {
    Optional<DeclaredType> next = at.project().find(at.project().names().resolve(ref, holder));
    if (next.isEmpty() || next.get() == holder) {
      return Optional.empty();
    }
    return next.get() == wanted
        ? Optional.of(name)
        : next.get().file() == holder.file()
            ? pathTo(wanted, next.get(), nesting - 1).map(p -> name + "." + p)
            : Optional.empty();
  }

  private List<TextValue> written(Expr member, DeclaredType in) {
    return texts.within(Optional.empty(), member, Code.ofAnnotation(in, member));
  }
}
