package dev.aiaudit.resolve;

import dev.aiaudit.syntax.FieldDecl;
import dev.aiaudit.syntax.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds fields and methods of declared types, their own and the inherited ones. */
public final class Members {
  private final Project project;
  private final Map<DeclaredMethod, List<DeclaredMethod>> overriding = new IdentityHashMap<>();
  private final Map<DeclaredMethod, Set<DeclaredMethod>> above = new IdentityHashMap<>();

  Members(Project project) {
    this.project = project;
  }

  /** A field by name, of the type or the nearest supertype of the tree. */
  public Optional<Variable.Field> field(String name, DeclaredType type) {
    Optional<Variable.Field> own = ownField(name, type);
    if (own.isPresent()
        || type.decl().extended().isEmpty() && type.decl().implemented().isEmpty()) {
      return own;
    }
    return project.supertypes(type.type()).stream()
        .flatMap(t -> project.find(t, type).stream())
        .flatMap(t -> ownField(name, t).stream())
        .findFirst();
  }

  private static Optional<Variable.Field> ownField(String name, DeclaredType type) {
    for (FieldDecl field : type.decl().fields()) {
      if (field.name().equals(name)) {
        return Optional.of(new Variable.Field(field, type));
      }
    }
    return Optional.empty();
  }

  /**
   * The methods that a call may mean by name and number of arguments, of the type or the nearest
   * supertype that has one. A constructor is not inherited.
   */
  public List<DeclaredMethod> methods(DeclaredType type, String name, int arguments) {
    List<DeclaredMethod> own = own(type, name, arguments);
    if (!own.isEmpty() || name.equals("<init>")) {
      return own;
    }
    for (JavaType parent : project.supertypes(type.type())) {
      Optional<DeclaredType> declared = project.find(parent, type);
      if (declared.isPresent()) {
        List<DeclaredMethod> found = own(declared.get(), name, arguments);
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return List.of();
  }

  /** The methods with that name that the type itself declares. */
  public static List<DeclaredMethod> own(DeclaredType type, String name, int arguments) {
    List<DeclaredMethod> out = new ArrayList<>();
    for (DeclaredMethod m : type.methods()) {
      if (m.name().equals(name) && m.decl().acceptsArity(arguments)) {
        out.add(m);
      }
    }
    return out;
  }

  /**
   * Whether a method takes the place of another one: same name and parameters by simple type name,
   * in a subtype. Type parameters of the overridden method match anything.
   */
  public boolean overrides(DeclaredMethod method, DeclaredMethod base) {
    if (!method.name().equals(base.name())) {
      return false;
    }
    return above.computeIfAbsent(method, m -> new HashSet<>(overridden(m))).contains(base);
  }

  private boolean takesThePlaceOf(DeclaredMethod method, DeclaredMethod base) {
    return method.name().equals(base.name())
        && !method.decl().isConstructor()
        && !method.decl().is(Modifier.STATIC)
        && !base.decl().is(Modifier.PRIVATE)
        && sameParameters(method, base)
        && project.isSubtype(method.owner().type(), base.owner().name());
  }

  private boolean sameParameters(DeclaredMethod method, DeclaredMethod base) {
    int count = base.decl().params().size();
    if (method.decl().params().size() != count) {
      return false;
    }
    for (int i = 0; i < count; i++) {
      String theirs = base.decl().params().get(i).type().simpleName();
      String ours = method.decl().params().get(i).type().simpleName();
      if (!theirs.equals(ours) && !isVariable(base, i)) {
        return false;
      }
    }
    return true;
  }

  private boolean isVariable(DeclaredMethod method, int parameter) {
    JavaType type =
        project
            .names()
            .resolve(
                method.decl().params().get(parameter).type(),
                method.owner(),
                Optional.of(method.decl()));
    return type.kind() == JavaType.Kind.VARIABLE;
  }

  /** The declarations in the tree that a method overrides or implements, nearest first. */
  public List<DeclaredMethod> overridden(DeclaredMethod method) {
    if (method.decl().isConstructor() || method.decl().is(Modifier.STATIC)) {
      return List.of();
    }
    List<DeclaredMethod> out = new ArrayList<>();
    for (JavaType parent : project.supertypes(method.owner().type())) {
      project.find(parent, method.owner()).stream()
          .flatMap(t -> t.methods().stream())
          .filter(m -> takesThePlaceOf(method, m))
          .forEach(out::add);
    }
    return out;
  }

  /** The methods of the tree that override or implement a method. */
  public List<DeclaredMethod> overriding(DeclaredMethod method) {
    List<DeclaredMethod> known = overriding.get(method);
    if (known == null) {
      known = searchOverriding(method);
      overriding.put(method, known);
    }
    return known;
  }

  /**
   * As {@link #overriding}, but none where so many types extend the owner that all of them together
   * say nothing about the one at hand.
   */
  public List<DeclaredMethod> fewOverriding(DeclaredMethod method) {
    return project.isWidelyExtended(method.owner().name()) ? List.of() : overriding(method);
  }

  private List<DeclaredMethod> searchOverriding(DeclaredMethod method) {
    if (method.decl().isConstructor()
        || method.decl().is(Modifier.STATIC)
        || !namedElsewhere(method)) {
      return List.of();
    }
    List<DeclaredMethod> out = new ArrayList<>();
    for (DeclaredType sub : project.allSubtypes(method.owner().name())) {
      sub.methods().stream().filter(m -> overrides(m, method)).forEach(out::add);
    }
    return out;
  }

  /** Whether another file, or another type of this one, can declare a method of the name. */
  private boolean namedElsewhere(DeclaredMethod method) {
    return project.index().filesDeclaringMethod(method.name()).size() > 1
        || method.owner().file().types().size() > 1;
  }

  /** The one abstract method of an interface of the tree, if it has just one. */
  public Optional<DeclaredMethod> functionalMethod(DeclaredType type) {
    List<DeclaredMethod> open = type.methods().stream().filter(DeclaredMethod::isAbstract).toList();
    return type.decl().isInterface() && open.size() == 1
        ? Optional.of(open.get(0))
        : Optional.empty();
  }
}
