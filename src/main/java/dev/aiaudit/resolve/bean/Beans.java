package dev.aiaudit.resolve.bean;

import dev.aiaudit.javasource.index.FileSet;
import dev.aiaudit.javasource.index.JavaIndex;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.resolve.Project;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Beans that main code of the tree makes: by factory methods and as annotated classes. */
public final class Beans {
  private static final int MAX_FILES = 60;

  private final Project project;
  private final Collection<String> libraries;
  private final Map<String, List<Bean>> byType = new HashMap<>();
  private Optional<FileSet> importing = Optional.empty();

  /**
   * Beans of a project.
   *
   * @param libraries packages of the libraries that have subtypes of a wanted library type; only
   *     files that import one of them, or name the type, can make such a bean
   */
  public Beans(Project project, Collection<String> libraries) {
    this.project = project;
    this.libraries = List.copyOf(libraries);
  }

  /** All beans of a type, those of factory methods first, in the order of the files. */
  public List<Bean> of(JavaType type) {
    if (!type.isKnown()) {
      return List.of();
    }
    List<Bean> known = byType.get(type.name());
    if (known == null) {
      known = List.copyOf(search(type));
      byType.put(type.name(), known);
    }
    return known;
  }

  private List<Bean> search(JavaType type) {
    List<Bean> out = new ArrayList<>();
    FileSet files = factories(type);
    for (int i = 0, read = 0; i < files.size() && read < MAX_FILES; i++) {
      if (!project.tree().isTest(files.get(i))) {
        read++;
        project.tree().load(files.get(i)).stream()
            .flatMap(f -> f.types().stream())
            .flatMap(t -> t.methods().stream())
            .filter(Managed::produces)
            .filter(m -> project.isSubtype(typeOf(m), type.name()))
            .forEach(m -> out.add(Bean.made(m, typeOf(m))));
      }
    }
    List<DeclaredType> classes = new ArrayList<>(project.allSubtypes(type.name()));
    project.find(type).ifPresent(classes::add);
    classes.stream()
        .filter(t -> !t.file().test() && Managed.objectsOf(t) && !t.decl().isInterface())
        .forEach(t -> out.add(Bean.annotated(t)));
    return out;
  }

  /**
   * Files with factory methods that can make the type: they name it or a subtype, or a library type
   * that may be one.
   */
  private FileSet factories(JavaType type) {
    JavaIndex index = project.index();
    FileSet factories =
        index
            .filesAnnotated("Bean")
            .union(index.filesAnnotated("Produces"))
            .union(index.filesAnnotated("Factory"));
    FileSet mentioning = index.filesMentioning(type.simpleName());
    if (project.find(type).isEmpty()) {
      mentioning = mentioning.union(importingLibraries());
    } else {
      for (DeclaredType subtype : project.allSubtypes(type.name())) {
        mentioning = mentioning.union(index.filesMentioning(subtype.decl().name()));
      }
    }
    return factories.intersect(mentioning);
  }

  private FileSet importingLibraries() {
    if (importing.isEmpty()) {
      importing = Optional.of(project.index().filesImportingUnder(libraries));
    }
    return importing.get();
  }

  private JavaType typeOf(DeclaredMethod m) {
    return project.names().resolve(m.decl().returnType(), m.owner(), Optional.of(m.decl()));
  }
}
