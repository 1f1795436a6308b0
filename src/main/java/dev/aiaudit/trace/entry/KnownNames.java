package dev.aiaudit.trace.entry;

import dev.aiaudit.catalog.entrypoint.EntryPattern;
import dev.aiaudit.catalog.entrypoint.EntryPattern.AnnotatedMethod;
import dev.aiaudit.catalog.entrypoint.EntryPattern.AnnotatedParameter;
import dev.aiaudit.catalog.entrypoint.EntryPattern.AnnotatedType;
import dev.aiaudit.catalog.entrypoint.EntryPattern.BeanMethod;
import dev.aiaudit.catalog.entrypoint.EntryPattern.PublicMethodsOf;
import dev.aiaudit.catalog.entrypoint.EntryPattern.Registration;
import dev.aiaudit.catalog.entrypoint.EntryPattern.SupertypeMethods;
import dev.aiaudit.catalog.entrypoint.EntryPatterns;
import dev.aiaudit.catalog.entrypoint.HttpClientPattern;
import dev.aiaudit.catalog.entrypoint.HttpClientPatterns;
import dev.aiaudit.catalog.entrypoint.RoutePart;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.resolve.NameResolver;
import dev.aiaudit.syntax.Import;
import dev.aiaudit.syntax.TypeRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Full names of types as written in the source. An import of a whole package says nothing about
 * which of its types a name means; here the types that entry patterns name answer that.
 */
final class KnownNames {
  private final NameResolver names;
  private final Map<String, Collection<String>> bySimpleName = new HashMap<>();

  KnownNames(NameResolver names, EntryPatterns patterns, HttpClientPatterns clients) {
    this.names = names;
    patterns.all().forEach(this::addAll);
    for (HttpClientPattern client : clients.clients()) {
      add(client.on());
      add(client.annotations());
      client.route().parts().forEach(part -> add(part.annotation().stream().toList()));
    }
  }

  private void addAll(EntryPattern pattern) {
    add(pattern.traits().waiting().byParameter().keySet());
    add(pattern.traits().waiting().yesWith());
    for (RoutePart part : pattern.route().parts()) {
      add(part.annotation().stream().toList());
    }
    if (pattern instanceof AnnotatedMethod method) {
      add(method.annotations());
      add(method.in());
      add(method.notIn());
      add(method.parameterTypes());
    } else if (pattern instanceof SupertypeMethods type) {
      add(type.supertypes());
      add(type.returns());
    } else if (pattern instanceof PublicMethodsOf type) {
      add(type.annotations());
    } else if (pattern instanceof AnnotatedType type) {
      add(type.annotations());
    } else if (pattern instanceof AnnotatedParameter parameter) {
      add(parameter.annotations());
      add(parameter.parameterTypes());
    } else if (pattern instanceof BeanMethod bean) {
      add(bean.annotations());
      add(bean.alsoOn());
      add(bean.returns());
    } else if (pattern instanceof Registration call) {
      add(call.types());
    }
  }

  private void add(Collection<String> qualified) {
    for (String name : qualified) {
      bySimpleName.computeIfAbsent(simple(name), key -> new TreeSet<>()).add(name);
    }
  }

  /** Whether a pattern names a type with that simple name. */
  boolean mentions(String simpleName) {
    return bySimpleName.containsKey(simpleName);
  }

  /**
   * The full name of a type as written in a declared type; the written name when it is not known.
   */
  String qualify(TypeRef written, DeclaredType in) {
    return qualify(names.resolve(written, in), in);
  }

  /** The full name of a resolved type; tries whole-package imports of the place when unknown. */
  String qualify(JavaType type, DeclaredType in) {
    return type.kind() == JavaType.Kind.UNKNOWN && !type.name().isEmpty()
        ? imported(type.name(), in)
        : type.name();
  }

  private String imported(String written, DeclaredType in) {
    for (String known : bySimpleName.getOrDefault(simple(written), List.of())) {
      if (!known.endsWith("." + written)) {
        continue;
      }
      String home = known.substring(0, known.length() - written.length() - 1);
      for (Import i : in.file().syntax().imports()) {
        if (i.onDemand() && i.name().equals(home)) {
          return known;
        }
      }
    }
    return written;
  }

  static String simple(String qualified) {
    return qualified.substring(qualified.lastIndexOf('.') + 1);
  }

  /** The first parts of the package of a type, by which libraries are told apart. */
  static String parts(String type, int most) {
    List<String> out = new ArrayList<>();
    for (String part : type.split("\\.")) {
      if (out.size() == most || part.isEmpty() || Character.isUpperCase(part.charAt(0))) {
        break;
      }
      out.add(part);
    }
    return String.join(".", out);
  }
}
