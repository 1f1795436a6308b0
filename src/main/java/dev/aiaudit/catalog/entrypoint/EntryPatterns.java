package dev.aiaudit.catalog.entrypoint;

import dev.aiaudit.catalog.data.CatalogData;
import dev.aiaudit.catalog.data.DataNode;
import dev.aiaudit.catalog.entrypoint.EntryPattern.AnnotatedMethod;
import dev.aiaudit.catalog.entrypoint.EntryPattern.AnnotatedParameter;
import dev.aiaudit.catalog.entrypoint.EntryPattern.AnnotatedType;
import dev.aiaudit.catalog.entrypoint.EntryPattern.BeanMethod;
import dev.aiaudit.catalog.entrypoint.EntryPattern.MainMethod;
import dev.aiaudit.catalog.entrypoint.EntryPattern.PublicMethodsOf;
import dev.aiaudit.catalog.entrypoint.EntryPattern.Registration;
import dev.aiaudit.catalog.entrypoint.EntryPattern.SupertypeMethods;
import dev.aiaudit.catalog.entrypoint.EntryTraits.Flag;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** All entry patterns, with the questions that a search for entry points asks. Immutable. */
public final class EntryPatterns {
  /** The section of the catalogue that holds the patterns. */
  public static final String SECTION = "entrypoints";

  private final List<EntryPattern> all;
  private final Map<String, List<EntryPattern>> byMethodAnnotation = new HashMap<>();
  private final Map<String, List<EntryPattern>> byClassAnnotation = new HashMap<>();
  private final Map<String, List<AnnotatedParameter>> byParameterAnnotation = new HashMap<>();
  private final Map<String, List<SupertypeMethods>> bySupertype = new HashMap<>();
  private final Map<String, List<SupertypeMethods>> byEnding = new LinkedHashMap<>();
  private final Map<String, List<Registration>> byMethod = new HashMap<>();

  private EntryPatterns(List<EntryPattern> all) {
    this.all = List.copyOf(all);
    this.all.forEach(this::index);
    freeze(byMethodAnnotation);
    freeze(byClassAnnotation);
    freeze(byParameterAnnotation);
    freeze(bySupertype);
    freeze(byEnding);
    freeze(byMethod);
  }

  /**
   * Reads the patterns from the catalogue.
   *
   * @throws dev.aiaudit.catalog.data.DataException when a pattern is not well-formed
   */
  public static EntryPatterns load(CatalogData data) {
    return load(data, List.of());
  }

  /**
   * The same with patterns of a user.
   *
   * @param added nodes in the form of an item of a file of {@code src/main/catalog/entrypoints}
   * @throws dev.aiaudit.catalog.data.DataException when a pattern is not well-formed
   */
  public static EntryPatterns load(CatalogData data, List<DataNode> added) {
    List<EntryPattern> patterns = new ArrayList<>();
    added.forEach(node -> patterns.add(EntryReader.read(node)));
    for (DataNode file : data.section(SECTION)) {
      file.allowOnly(Set.of("patterns"));
      file.items("patterns").forEach(node -> patterns.add(EntryReader.read(node)));
    }
    return new EntryPatterns(patterns);
  }

  /** Every pattern, in the order of the files. */
  public List<EntryPattern> all() {
    return all;
  }

  /** Patterns that an annotation on a method selects: annotated methods and bean methods. */
  public List<EntryPattern> forMethodAnnotation(String annotation) {
    return byMethodAnnotation.getOrDefault(annotation, List.of());
  }

  /** Patterns that an annotation on a type selects. */
  public List<EntryPattern> forClassAnnotation(String annotation) {
    return byClassAnnotation.getOrDefault(annotation, List.of());
  }

  /** Patterns that an annotation on a parameter selects. */
  public List<AnnotatedParameter> forParameterAnnotation(String annotation) {
    return byParameterAnnotation.getOrDefault(annotation, List.of());
  }

  /** Patterns for a supertype by its qualified name, or by its ending such as {@code ImplBase}. */
  public List<SupertypeMethods> forSupertype(String supertype) {
    List<SupertypeMethods> found = new ArrayList<>(bySupertype.getOrDefault(supertype, List.of()));
    byEnding.forEach(
        (ending, patterns) -> {
          if (supertype.endsWith(ending)) {
            found.addAll(patterns);
          }
        });
    return List.copyOf(found);
  }

  /** Registrations by a method of this type; the caller asks for supertypes itself. */
  public List<Registration> registration(String type, String method) {
    return registrations(method).stream().filter(found -> found.types().contains(type)).toList();
  }

  /** Registrations by a method of this name, whatever the type. */
  public List<Registration> registrations(String method) {
    return byMethod.getOrDefault(method, List.of());
  }

  /** The pattern for main methods. */
  public MainMethod mainMethod() {
    return of(MainMethod.class).get(0);
  }

  /** Every pattern of one form. */
  public <P extends EntryPattern> List<P> of(Class<P> form) {
    return all.stream().filter(form::isInstance).map(form::cast).toList();
  }

  /** Simple names of all annotations that select or mark entries, to skip files without any. */
  public Set<String> annotationSimpleNames() {
    Set<String> names = new TreeSet<>();
    byMethodAnnotation.keySet().forEach(name -> names.add(simple(name)));
    byClassAnnotation.keySet().forEach(name -> names.add(simple(name)));
    byParameterAnnotation.keySet().forEach(name -> names.add(simple(name)));
    return Collections.unmodifiableSet(names);
  }

  /** Simple names of all supertypes that are given in full, to skip files without any. */
  public Set<String> supertypeSimpleNames() {
    Set<String> names = new TreeSet<>();
    bySupertype.keySet().forEach(name -> names.add(simple(name)));
    return Collections.unmodifiableSet(names);
  }

  /** Endings of supertype names that select entries, such as {@code ImplBase}. */
  public Set<String> supertypeEndings() {
    return Collections.unmodifiableSet(new TreeSet<>(byEnding.keySet()));
  }

  /** Names of all methods whose calls register entries, to skip files without any. */
  public Set<String> registrationMethods() {
    return Collections.unmodifiableSet(new TreeSet<>(byMethod.keySet()));
  }

  private void index(EntryPattern pattern) {
    if (pattern instanceof AnnotatedMethod method) {
      add(byMethodAnnotation, method.annotations(), pattern);
      if (pattern.traits().is(Flag.CLASS_TOO)) {
        add(byClassAnnotation, method.annotations(), pattern);
      }
    } else if (pattern instanceof BeanMethod bean) {
      add(byMethodAnnotation, bean.annotations(), pattern);
    } else if (pattern instanceof PublicMethodsOf type) {
      add(byClassAnnotation, type.annotations(), pattern);
    } else if (pattern instanceof AnnotatedType type) {
      add(byClassAnnotation, type.annotations(), pattern);
    } else if (pattern instanceof AnnotatedParameter parameter) {
      add(byParameterAnnotation, parameter.annotations(), parameter);
    } else if (pattern instanceof Registration call) {
      add(byMethod, call.methods(), call);
    } else if (pattern instanceof SupertypeMethods type) {
      indexSupertypes(type);
    }
  }

  private void indexSupertypes(SupertypeMethods pattern) {
    for (String supertype : pattern.supertypes()) {
      boolean ending = supertype.startsWith("*");
      String key = ending ? supertype.substring(1) : supertype;
      add(ending ? byEnding : bySupertype, List.of(key), pattern);
    }
  }

  private static <P> void add(Map<String, List<P>> index, List<String> keys, P pattern) {
    Function<String, List<P>> none = unused -> new ArrayList<>();
    keys.forEach(key -> index.computeIfAbsent(key, none).add(pattern));
  }

  private static <P> void freeze(Map<String, List<P>> index) {
    index.replaceAll((key, patterns) -> List.copyOf(patterns));
  }

  private static String simple(String qualified) {
    return qualified.substring(qualified.lastIndexOf('.') + 1);
  }
}
