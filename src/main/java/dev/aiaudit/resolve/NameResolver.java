package dev.aiaudit.resolve;

import dev.aiaudit.syntax.Import;
import dev.aiaudit.syntax.MethodDecl;
import dev.aiaudit.syntax.TypeParam;
import dev.aiaudit.syntax.TypeRef;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the full names of types from the names as written. */
public final class NameResolver {

  private static final Set<String> PRIMITIVES =
      Set.of("int", "long", "double", "float", "boolean", "char", "byte", "short", "void");

  private final Project project;
  private final Map<String, JavaType> parsed = new HashMap<>();
  private final Map<DeclaredType, Map<String, Optional<JavaType>>> byType = new IdentityHashMap<>();
  private final Map<ParsedFile, Map<String, Optional<JavaType>>> byFile = new IdentityHashMap<>();

  NameResolver(Project project) {
    this.project = project;
  }

  /** The type that a reference means inside a declared type. */
  public JavaType resolve(TypeRef ref, DeclaredType in) {
    return resolve(ref, in, Optional.empty());
  }

  /** The type that a reference means inside a method, whose type parameters count too. */
  public JavaType resolve(TypeRef ref, DeclaredType in, Optional<MethodDecl> method) {
    JavaType raw = resolveName(ref.name(), in, method);
    List<JavaType> args = ref.arguments().stream().map(a -> resolve(a, in, method)).toList();
    return new JavaType(raw.name(), args, ref.dimensions(), raw.kind());
  }

  private JavaType resolveName(String name, DeclaredType in, Optional<MethodDecl> method) {
    if (PRIMITIVES.contains(name)) {
      return JavaType.known(name);
    }
    if (name.equals("?")) {
      return JavaType.known("java.lang.Object");
    }
    if (name.equals("var")) {
      return JavaType.UNKNOWN;
    }
    int dot = name.indexOf('.');
    if (dot < 0) {
      return simple(name, in, method).orElseGet(() -> JavaType.unknown(name));
    }
    Optional<JavaType> head = simple(name.substring(0, dot), in, Optional.empty());
    return head.filter(JavaType::isKnown)
        .map(t -> JavaType.known(t.name() + name.substring(dot)))
        .orElseGet(
            () ->
                Character.isLowerCase(name.charAt(0))
                    ? JavaType.known(name)
                    : JavaType.unknown(name));
  }

  /** The type that a simple name means, if it means one. */
  public Optional<JavaType> simple(String name, DeclaredType in, Optional<MethodDecl> method) {
    if (method.isPresent() && isParam(name, method.get().typeParams())) {
      return Optional.of(new JavaType(name, List.of(), 0, JavaType.Kind.VARIABLE));
    }
    for (Optional<DeclaredType> t = Optional.of(in); t.isPresent(); t = t.get().outer()) {
      Optional<JavaType> found = inType(name, t.get());
      if (found.isPresent()) {
        return found;
      }
    }
    return inFile(name, in.file());
  }

  private Optional<JavaType> inType(String name, DeclaredType type) {
    Map<String, Optional<JavaType>> known = byType.computeIfAbsent(type, t -> new HashMap<>());
    Optional<JavaType> found = known.get(name);
    if (found == null) {
      found = searchType(name, type);
      known.put(name, found);
    }
    return found;
  }

  private Optional<JavaType> searchType(String name, DeclaredType type) {
    if (isParam(name, type.decl().typeParams())) {
      return Optional.of(new JavaType(name, List.of(), 0, JavaType.Kind.VARIABLE));
    }
    if (type.decl().name().equals(name)) {
      return Optional.of(type.type());
    }
    String nested = type.name() + "." + name;
    if (type.file().type(nested).isPresent()) {
      return Optional.of(JavaType.known(nested));
    }
    return inherited(name, type);
  }

  /**
   * A member type of a superclass; only looked for where the supertypes can be named without it.
   */
  private Optional<JavaType> inherited(String name, DeclaredType type) {
    if (!project.declares(name)) {
      return Optional.empty();
    }
    for (TypeRef parent : type.decl().extended()) {
      if (parent.simpleName().equals(name)) {
        continue;
      }
      Optional<JavaType> base = inFile(parent.name(), type.file());
      Optional<DeclaredType> declared = base.flatMap(project::find);
      if (declared.isPresent() && declared.get() != type) {
        String nested = declared.get().name() + "." + name;
        if (declared.get().file().type(nested).isPresent()) {
          return Optional.of(JavaType.known(nested));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isParam(String name, List<TypeParam> params) {
    return params.stream().anyMatch(p -> p.name().equals(name));
  }

  private Optional<JavaType> inFile(String name, ParsedFile file) {
    Map<String, Optional<JavaType>> known = byFile.computeIfAbsent(file, f -> new HashMap<>());
    Optional<JavaType> found = known.get(name);
    if (found == null) {
      found = searchFile(name, file);
      known.put(name, found);
    }
    return found;
  }

  private Optional<JavaType> searchFile(String name, ParsedFile file) {
    String packageName = file.syntax().packageName();
    String here = packageName.isEmpty() ? name : packageName + "." + name;
    if (file.type(here).isPresent()) {
      return Optional.of(JavaType.known(here));
    }
    for (Import i : file.syntax().imports()) {
      if (!i.onDemand() && !i.isStatic() && i.simpleName().equals(name)) {
        return Optional.of(JavaType.known(i.name()));
      }
    }
    if (project.declaresInPackage(packageName, name)) {
      return Optional.of(JavaType.known(here));
    }
    return onDemand(name, file).or(() -> staticImport(name, file)).or(() -> javaLang(name));
  }

  private Optional<JavaType> onDemand(String name, ParsedFile file) {
    for (Import i : file.syntax().imports()) {
      if (!i.onDemand()) {
        continue;
      }
      Optional<String> library = project.libraries().typeInPackage(i.name(), name);
      if (library.isPresent()) {
        return library.map(JavaType::known);
      }
      if (project.declaresInPackage(i.name(), name)
          || project.find(i.name() + "." + name).isPresent()) {
        return Optional.of(JavaType.known(i.name() + "." + name));
      }
    }
    return Optional.empty();
  }

  /** A nested type may be imported statically as well. */
  private Optional<JavaType> staticImport(String name, ParsedFile file) {
    for (Import i : file.syntax().imports()) {
      if (i.isStatic()
          && !i.onDemand()
          && i.simpleName().equals(name)
          && Character.isUpperCase(name.charAt(0))
          && project.find(i.name()).isPresent()) {
        return Optional.of(JavaType.known(i.name()));
      }
    }
    return Optional.empty();
  }

  private Optional<JavaType> javaLang(String name) {
    return JavaLang.has(name)
        ? Optional.of(JavaType.known("java.lang." + name))
        : project.libraries().typeInPackage("java.lang", name).map(JavaType::known);
  }

  /** A type from generic text with full names, such as {@code java.util.List<java.lang.String>}. */
  public JavaType parse(String text) {
    return parsed.computeIfAbsent(text, TypeText::parse);
  }
}
