package dev.aiaudit.resolve;

import dev.aiaudit.javasource.index.FileSet;
import dev.aiaudit.javasource.index.JavaIndex;
import dev.aiaudit.syntax.Modifier;
import dev.aiaudit.syntax.TypeDecl;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The types of the scanned tree by name, loaded on demand, and their place in the hierarchy. */
public final class Project {
  private static final int MANY_SUBTYPES = 30;

  private final SourceTree tree;
  private final Libraries libraries;
  private final NameResolver names;
  private final Map<String, List<DeclaredType>> byName = new HashMap<>();
  private final Map<String, List<DeclaredType>> subtypes = new HashMap<>();
  private final Map<String, Set<String>> declaring = new HashMap<>();
  private final Map<DeclaredType, List<JavaType>> direct = new IdentityHashMap<>();
  private final Map<JavaType, List<JavaType>> above = new HashMap<>();

  /** A project over a tree of sources. */
  public Project(SourceTree tree, Libraries libraries) {
    this.tree = tree;
    this.libraries = libraries;
    this.names = new NameResolver(this);
  }

  /** The files. */
  public SourceTree tree() {
    return tree;
  }

  /** The lexical index. */
  public JavaIndex index() {
    return tree.index();
  }

  /** What is known of library types. */
  public Libraries libraries() {
    return libraries;
  }

  /** Resolves names of types. */
  public NameResolver names() {
    return names;
  }

  /**
   * The declared type with that full name; of several files that declare it, as copied modules do,
   * main code goes before tests, a file in the folder of its package before others, then the first
   * in path order.
   */
  public Optional<DeclaredType> find(String name) {
    return declarations(name).stream().findFirst();
  }

  /** The declared type behind a type expression. */
  public Optional<DeclaredType> find(JavaType type) {
    return type.isKnown() && type.dimensions() == 0 ? find(type.name()) : Optional.empty();
  }

  /** As {@link #find(JavaType)}; of several declarations the one nearest to the code that asks. */
  public Optional<DeclaredType> find(JavaType type, DeclaredType near) {
    if (!type.isKnown() || type.dimensions() > 0) {
      return Optional.empty();
    }
    List<DeclaredType> all = declarations(type.name());
    if (all.size() < 2) {
      return all.stream().findFirst();
    }
    return all.stream()
        .max(
            Comparator.<DeclaredType>comparingInt(t -> Twins.shared(t.file(), near.file()))
                .thenComparing(Comparator.<DeclaredType>comparingInt(all::indexOf).reversed()));
  }

  private List<DeclaredType> declarations(String name) {
    List<DeclaredType> known = byName.get(name);
    if (known == null) {
      known = search(name);
      byName.put(name, known);
    }
    return known;
  }

  private List<DeclaredType> search(String name) {
    int unnamed = name.indexOf(".$");
    if (unnamed > 0) {
      // The index knows no anonymous types; the type around one does.
      return declarations(name.substring(0, unnamed)).stream()
          .flatMap(around -> around.file().type(name).stream())
          .toList();
    }
    int dot = name.lastIndexOf('.');
    String simple = name.substring(dot + 1);
    FileSet files = index().filesDeclaringType(simple);
    List<DeclaredType> found = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      int file = files.get(i);
      String packageName = index().packageOf(file).orElse("");
      if (packageName.isEmpty() || name.startsWith(packageName + ".")) {
        tree.load(file).flatMap(f -> f.type(name)).ifPresent(found::add);
      }
    }
    found.sort(Twins.ORDER);
    return List.copyOf(found);
  }

  /**
   * Whether the tree seems to declare a top-level or nested type of that simple name in a package.
   */
  boolean declaresInPackage(String packageName, String simpleName) {
    return declaring.computeIfAbsent(simpleName, this::packagesDeclaring).contains(packageName);
  }

  /** Whether any file of the tree seems to declare a type of that simple name. */
  public boolean declares(String simpleName) {
    return !declaring.computeIfAbsent(simpleName, this::packagesDeclaring).isEmpty();
  }

  private Set<String> packagesDeclaring(String simpleName) {
    Set<String> out = new HashSet<>();
    index().filesDeclaringType(simpleName).stream()
        .forEach(file -> out.add(index().packageOf(file).orElse("")));
    return out;
  }

  /** Direct supertypes of a declared type, as written and resolved in its place. */
  public List<JavaType> directSupertypes(DeclaredType type) {
    List<JavaType> known = direct.get(type);
    if (known == null) {
      List<JavaType> out = new ArrayList<>();
      type.decl().extended().forEach(t -> out.add(names.resolve(t, type)));
      type.decl().implemented().forEach(t -> out.add(names.resolve(t, type)));
      known = List.copyOf(out);
      direct.put(type, known);
    }
    return known;
  }

  /**
   * All supertypes with their type arguments, nearest first, without the type itself; library types
   * are included with what is known of their own supertypes.
   */
  public List<JavaType> supertypes(JavaType type) {
    List<JavaType> known = above.get(type);
    if (known == null) {
      known = searchSupertypes(type);
      above.put(type, known);
    }
    return known;
  }

  private List<JavaType> searchSupertypes(JavaType type) {
    Map<String, JavaType> seen = new LinkedHashMap<>();
    List<JavaType> open = new ArrayList<>(List.of(type));
    for (int i = 0; i < open.size() && i < 200; i++) {
      for (JavaType parent : parents(open.get(i))) {
        if (!parent.name().equals(type.name()) && seen.putIfAbsent(parent.name(), parent) == null) {
          open.add(parent);
        }
      }
    }
    return List.copyOf(seen.values());
  }

  private List<JavaType> parents(JavaType type) {
    Optional<DeclaredType> declared = find(type);
    if (declared.isEmpty()) {
      return type.isKnown()
          ? libraries.supertypes(type.name()).stream()
              .map(n -> JavaType.known(n, type.arguments()))
              .toList()
          : List.of();
    }
    Map<String, JavaType> variables = variables(declared.get(), type);
    return directSupertypes(declared.get()).stream().map(t -> t.substitute(variables)).toList();
  }

  /** The type parameters of a declaration with the arguments of a use of it. */
  static Map<String, JavaType> variables(DeclaredType declared, JavaType use) {
    if (use.arguments().size() != declared.decl().typeParams().size()) {
      return Map.of();
    }
    Map<String, JavaType> out = new HashMap<>();
    for (int i = 0; i < use.arguments().size(); i++) {
      out.put(declared.decl().typeParams().get(i).name(), use.arguments().get(i));
    }
    return out;
  }

  /** Whether a type is another one or has it as a supertype, as far as known. */
  public boolean isSubtype(JavaType type, String supertype) {
    return type.is(supertype)
        || (type.isKnown() && supertypes(type).stream().anyMatch(t -> t.is(supertype)));
  }

  /** Types of the tree that name the type as a direct supertype, in path order. */
  public List<DeclaredType> directSubtypes(String name) {
    List<DeclaredType> known = subtypes.get(name);
    if (known == null) {
      known = searchSubtypes(name);
      subtypes.put(name, known);
    }
    return known;
  }

  private List<DeclaredType> searchSubtypes(String name) {
    if (find(name).filter(Project::closed).isPresent()) {
      return List.of();
    }
    FileSet files = filesExtending(name);
    tree.loadAll(files);
    List<DeclaredType> out = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      tree.load(files.get(i)).stream()
          .flatMap(f -> f.types().stream())
          .filter(t -> directSupertypes(t).stream().anyMatch(s -> s.is(name)))
          .forEach(out::add);
    }
    return out;
  }

  /** Files that may declare a direct subtype, as far as tokens can tell. */
  private FileSet filesExtending(String name) {
    String simple = name.substring(name.lastIndexOf('.') + 1);
    FileSet named = index().filesExtending(simple).union(index().filesCreating(simple));
    String[] parts = name.split("\\.");
    return FileSet.of(
        named.stream().filter(f -> maySee(f, name) || mayQualify(f, parts)).toArray());
  }

  /**
   * Whether more files extend the type or create anonymous objects of it than can be told apart.
   */
  boolean isWidelyExtended(String name) {
    return !subtypes.containsKey(name)
        ? filesExtending(name).size() > MANY_SUBTYPES
        : subtypes.get(name).size() > MANY_SUBTYPES;
  }

  /** Whether nothing can extend the type. */
  private static boolean closed(DeclaredType type) {
    return type.decl().is(Modifier.FINAL) || type.decl().kind() == TypeDecl.Kind.RECORD;
  }

  /** Whether a file can mean that type by its simple name: by import, package or nesting. */
  private boolean maySee(int file, String name) {
    int dot = name.lastIndexOf('.');
    String packageName = dot < 0 ? "" : name.substring(0, dot);
    String own = index().packageOf(file).orElse("");
    return own.equals(packageName)
        || name.startsWith(own + ".")
        || index().importsOf(file).stream()
            .anyMatch(
                i ->
                    i.name().equals(name)
                        || (i.onDemand() && packageName.equals(i.name()))
                        || name.startsWith(i.name() + "."));
  }

  /** Whether a file may write the full name: every part of it occurs in it. */
  private boolean mayQualify(int file, String[] parts) {
    for (int i = parts.length - 2; i >= 0; i--) {
      if (!index().mentions(parts[i], file)) {
        return false;
      }
    }
    return parts.length > 1;
  }

  /** All types of the tree below a type, nearest first. */
  public List<DeclaredType> allSubtypes(String name) {
    Set<DeclaredType> out = new LinkedHashSet<>();
    List<String> open = new ArrayList<>(List.of(name));
    for (int i = 0; i < open.size() && i < 500; i++) {
      for (DeclaredType sub : directSubtypes(open.get(i))) {
        if (out.add(sub)) {
          open.add(sub.name());
        }
      }
    }
    return List.copyOf(out);
  }
}
