package dev.aiaudit.trace.entry;

import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.Members;
import dev.aiaudit.resolve.Project;
import dev.aiaudit.syntax.Modifier;
import dev.aiaudit.syntax.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a declared type extends and implements, anonymous ones included, and who can be an object.
 */
final class Hierarchy {
  private static final int MAX_TYPES = 200;

  private final Project project;
  private final Members members;
  private final KnownNames names;
  private final Map<DeclaredType, Above> above = new HashMap<>();

  /**
   * Everything above a type, nearest first.
   *
   * @param names full names of all supertypes, of the tree and of libraries
   * @param declared those of the tree
   */
  record Above(List<String> names, List<DeclaredType> declared) {}

  Hierarchy(Project project, Members members, KnownNames names) {
    this.project = project;
    this.members = members;
    this.names = names;
  }

  /** All supertypes without the type itself. */
  Above above(DeclaredType type) {
    Above known = above.get(type);
    if (known == null) {
      known = search(type);
      above.put(type, known);
    }
    return known;
  }

  private Above search(DeclaredType type) {
    Set<String> seen = new LinkedHashSet<>();
    List<DeclaredType> open = new ArrayList<>(List.of(type));
    for (int i = 0; i < open.size() && i < MAX_TYPES; i++) {
      for (String parent : parents(open.get(i))) {
        if (seen.add(parent)) {
          Optional<DeclaredType> declared = project.find(parent).filter(t -> !open.contains(t));
          declared.ifPresent(open::add);
          if (declared.isEmpty()) {
            seen.addAll(project.libraries().supertypes(parent));
          }
        }
      }
    }
    return new Above(List.copyOf(seen), List.copyOf(open.subList(1, open.size())));
  }

  private List<String> parents(DeclaredType type) {
    List<String> out = new ArrayList<>();
    for (TypeRef parent : type.decl().extended()) {
      out.add(names.qualify(parent, type));
    }
    for (TypeRef parent : type.decl().implemented()) {
      out.add(names.qualify(parent, type));
    }
    return out;
  }

  /** Declarations in the tree that a method overrides or implements, nearest first. */
  List<DeclaredMethod> overridden(DeclaredMethod method) {
    if (method.decl().isConstructor() || method.decl().is(Modifier.STATIC)) {
      return List.of();
    }
    List<DeclaredMethod> out = new ArrayList<>();
    for (DeclaredType parent : above(method.owner()).declared()) {
      parent.methods().stream().filter(base -> overrides(method, base)).forEach(out::add);
    }
    return out;
  }

  private boolean overrides(DeclaredMethod method, DeclaredMethod base) {
    if (!method.name().equals(base.name())) {
      return false;
    }
    // The project does not find anonymous types by name, and without overloads nothing is lost.
    return method.owner().anonymous()
        ? method.decl().params().size() == base.decl().params().size()
        : members.overrides(method, base);
  }

  /** Whether objects of exactly this type can exist. */
  static boolean concrete(DeclaredType type) {
    return !type.decl().isInterface() && !type.decl().is(Modifier.ABSTRACT);
  }

  /** The types below the owner whose objects run this very method. */
  List<DeclaredType> inheriting(DeclaredMethod method) {
    if (method.owner().anonymous() || method.decl().is(Modifier.PRIVATE)) {
      return List.of();
    }
    return project.allSubtypes(method.owner().name()).stream()
        .filter(Hierarchy::concrete)
        .filter(type -> type.methods().stream().noneMatch(m -> overrides(m, method)))
        .toList();
  }
}
