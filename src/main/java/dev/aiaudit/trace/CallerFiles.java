package dev.aiaudit.trace;

import dev.aiaudit.javasource.index.FileSet;
import dev.aiaudit.javasource.index.JavaIndex;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.resolve.Members;
import dev.aiaudit.resolve.ParsedFile;
import dev.aiaudit.resolve.Project;
import dev.aiaudit.resolve.SourceTree;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Decides from the index which files can hold a call of a method. A file must use the method's name
 * and see a type through which the call can be made; otherwise a common name like {@code get} would
 * make every file a candidate.
 */
final class CallerFiles {
  /** More files than this mention a type that is everywhere; holders of it are not looked for. */
  private static final int MAX_HOLDER_FILES = 60;

  private final Project project;
  private final Members members;

  CallerFiles(Project project, Members members) {
    this.project = project;
    this.members = members;
  }

  FileSet of(DeclaredMethod method) {
    JavaIndex index = project.index();
    FileSet using =
        method.decl().isConstructor()
            ? index
                .filesCreating(method.owner().decl().name())
                .union(index.filesReferencing("new"))
                .union(index.filesExtending(method.owner().decl().name()))
            : index.filesCalling(method.name()).union(index.filesReferencing(method.name()));
    FileSet seeing = FileSet.none();
    Family family = family(method);
    for (String type : family.seenAs()) {
      seeing = seeing.union(index.filesMentioning(type));
    }
    FileSet out = using.intersect(seeing).union(own(method));
    out = out.union(using.intersect(throughHolders(family.names(), seeing.minus(out))));
    return withoutTests(out, method.owner().file().test());
  }

  private FileSet own(DeclaredMethod method) {
    FileSet files = project.index().filesDeclaringType(topLevel(method.owner()));
    SourceTree tree = project.tree();
    for (int i = 0; i < files.size(); i++) {
      if (tree.path(files.get(i)).equals(method.owner().file().path())) {
        return FileSet.of(files.get(i));
      }
    }
    return FileSet.none();
  }

  private static String topLevel(DeclaredType type) {
    DeclaredType top = type;
    while (top.outer().isPresent()) {
      top = top.outer().get();
    }
    return top.decl().name();
  }

  /**
   * The types that a receiver can have, those of a library that ask for the method among them.
   *
   * @param names simple names, as a field or a return type writes them
   * @param seenAs simple names of which a file must mention one to use such a type: for a nested
   *     type, which may be called {@code Builder} as many others are, that of the outermost one
   */
  private record Family(Set<String> names, Set<String> seenAs) {
    Family() {
      this(new LinkedHashSet<>(), new LinkedHashSet<>());
    }

    void add(DeclaredType type) {
      if (!type.anonymous()) {
        names.add(type.decl().name());
        seenAs.add(topLevel(type));
      }
    }

    void add(String library) {
      names.add(library);
      seenAs.add(library);
    }
  }

  private Family family(DeclaredMethod method) {
    Family out = new Family();
    out.add(method.owner());
    members.overridden(method).forEach(m -> out.add(m.owner()));
    project.allSubtypes(method.owner().name()).forEach(out::add);
    method.owner().outer().ifPresent(out::add);
    int arguments = method.decl().params().size();
    project.supertypes(method.owner().type()).stream()
        .filter(t -> library(t) && !t.name().startsWith("java."))
        .filter(t -> project.libraries().returnType(t.name(), method.name(), arguments).isPresent())
        .forEach(t -> out.add(t.simpleName()));
    return out;
  }

  /**
   * Files that name a type which holds one of the family in a field or returns it from a method.
   */
  private FileSet throughHolders(Set<String> family, FileSet mentioning) {
    FileSet main = withoutTests(mentioning, false);
    FileSet out = FileSet.none();
    if (main.size() > MAX_HOLDER_FILES) {
      return out;
    }
    project.tree().loadAll(main);
    for (int i = 0; i < main.size(); i++) {
      Optional<ParsedFile> file = project.tree().load(main.get(i));
      if (file.isPresent()) {
        for (DeclaredType type : file.get().types()) {
          if (!type.anonymous() && holds(type, family)) {
            out = out.union(project.index().filesMentioning(type.decl().name()));
          }
        }
      }
    }
    return out;
  }

  private static boolean holds(DeclaredType type, Set<String> family) {
    return type.decl().fields().stream().anyMatch(f -> mentions(f.type(), family))
        || type.methods().stream().anyMatch(m -> mentions(m.decl().returnType(), family));
  }

  private static boolean mentions(dev.aiaudit.syntax.TypeRef type, Set<String> family) {
    return family.contains(type.simpleName())
        || type.arguments().stream().anyMatch(a -> mentions(a, family));
  }

  private FileSet withoutTests(FileSet files, boolean keep) {
    return keep
        ? files
        : FileSet.of(files.stream().filter(f -> !project.tree().isTest(f)).toArray());
  }

  /** Whether a type is one of a library, as far as the tree can tell. */
  boolean library(JavaType type) {
    return type.isKnown() && project.find(type).isEmpty();
  }
}
