package dev.aiaudit.detect.provider;

import dev.aiaudit.configsource.ConfigValue;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.Variable;
import dev.aiaudit.resolve.bean.InjectionPoint;
import dev.aiaudit.syntax.Annotation;
import dev.aiaudit.syntax.FieldDecl;
import java.util.List;
import java.util.Optional;

/**
 * Values of types that a framework fills from settings: configuration properties and configuration
 * mappings.
 */
final class Properties {
  private static final int MAX_NESTING = 5;

  private final Basis at;

  Properties(Basis at) {
    this.at = at;
  }

  /** The value of a field of such a type; empty if its type is none. */
  Optional<Text> field(Variable.Field field) {
    return prefix(field.owner(), 0).map(p -> value(p + "." + field.name(), field.owner()));
  }

  /** The value of a method of a configuration mapping; empty if its type is none. */
  Optional<Text> mapped(DeclaredMethod method) {
    if (!method.isAbstract()) {
      return Optional.empty();
    }
    return prefix(method.owner(), 0)
        .map(
            p -> {
              Text value = value(p + "." + key(method), method.owner());
              return value.values().isEmpty() ? withDefault(method).orElse(value) : value;
            });
  }

  private static String key(DeclaredMethod method) {
    return member(method.decl().annotations(), "WithName").orElse(method.name());
  }

  private static Optional<Text> withDefault(DeclaredMethod method) {
    return member(method.decl().annotations(), "WithDefault").map(Text::of);
  }

  private Text value(String key, DeclaredType owner) {
    return at.setting(at.moduleOf(owner), key).map(Properties::text).orElse(Text.OPEN);
  }

  /** The text of a setting; what an open placeholder leaves still counts when it shows a host. */
  static Text text(ConfigValue value) {
    if (value.known()) {
      return Text.of(value.value());
    }
    return value.value().startsWith("http") ? Text.of(value.value()) : Text.OPEN;
  }

  /** The key under which a type is bound; a nested one is below the field or method that has it. */
  private Optional<String> prefix(DeclaredType type, int depth) {
    Optional<String> own =
        member(type.decl().annotations(), "ConfigurationProperties")
            .or(() -> member(type.decl().annotations(), "ConfigMapping"));
    if (own.isPresent() || depth >= MAX_NESTING || type.outer().isEmpty()) {
      return own;
    }
    DeclaredType outer = type.outer().get();
    Optional<String> step =
        outer.decl().fields().stream()
            .filter(f -> f.type().simpleName().equals(type.decl().name()))
            .map(FieldDecl::name)
            .findFirst()
            .or(
                () ->
                    outer.methods().stream()
                        .filter(m -> m.decl().returnType().simpleName().equals(type.decl().name()))
                        .map(Properties::key)
                        .findFirst());
    return step.flatMap(s -> prefix(outer, depth + 1).map(p -> p + "." + s));
  }

  private static Optional<String> member(List<Annotation> annotations, String name) {
    return annotations.stream()
        .filter(a -> a.simpleName().equals(name))
        .flatMap(a -> a.member("prefix").or(() -> a.member("value")).stream())
        .flatMap(v -> InjectionPoint.literal(v).stream())
        .findFirst();
  }
}
