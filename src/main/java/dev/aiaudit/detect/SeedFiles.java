package dev.aiaudit.detect;

import dev.aiaudit.catalog.Catalog;
import dev.aiaudit.javasource.index.FileSet;
import dev.aiaudit.javasource.index.JavaIndex;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.resolve.ParsedFile;
import dev.aiaudit.resolve.Project;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides from the index alone which files can hold a request, so that only those are parsed. */
final class SeedFiles {
  private final JavaIndex index;
  private final Catalog catalog;

  SeedFiles(JavaIndex index, Catalog catalog) {
    this.index = index;
    this.catalog = catalog;
  }

  /** Files that import a package of an AI library. */
  FileSet importing() {
    return index.filesImportingUnder(catalog.seedPackages());
  }

  /** Files that mention a service interface. */
  FileSet mentioning(Collection<String> services) {
    FileSet out = FileSet.none();
    for (String service : services) {
      out = out.union(index.filesMentioning(service.substring(service.lastIndexOf('.') + 1)));
    }
    return out;
  }

  /**
   * Files that can reach a client of a library through a type of the tree which holds one, without
   * an import of their own: subclasses that use an inherited field, callers of a getter.
   */
  FileSet throughHolders(
      Collection<ParsedFile> seeds, Collection<String> services, Project project) {
    Set<String> holders = new LinkedHashSet<>();
    for (ParsedFile file : seeds) {
      for (DeclaredType type : file.types()) {
        if (holdsClient(type, services, project)) {
          holders.add(type.decl().name());
        }
      }
    }
    FileSet calling = FileSet.none();
    for (String name : catalog.callNames()) {
      calling = calling.union(index.filesCalling(name));
    }
    for (String service : services) {
      for (DeclaredMethod m : project.find(service).map(DeclaredType::methods).orElse(List.of())) {
        calling = calling.union(index.filesCalling(m.name()));
      }
    }
    FileSet out = FileSet.none();
    for (String holder : holders) {
      out = out.union(index.filesMentioning(holder).intersect(calling));
    }
    return out;
  }

  private boolean holdsClient(DeclaredType type, Collection<String> services, Project project) {
    boolean field =
        type.decl().fields().stream()
            .map(f -> project.names().resolve(f.type(), type))
            .anyMatch(t -> isClient(t, services));
    return field
        || type.methods().stream()
            .map(m -> project.names().resolve(m.decl().returnType(), type, Optional.of(m.decl())))
            .anyMatch(t -> isClient(t, services));
  }

  private boolean isClient(JavaType type, Collection<String> services) {
    List<JavaType> inside = type.arguments();
    return services.contains(type.name())
        || (type.isKnown() && catalog.knows(type.name()) && isOfAiLibrary(type))
        || inside.stream().anyMatch(t -> isClient(t, services));
  }

  private boolean isOfAiLibrary(JavaType type) {
    return catalog.sdkOfType(type.name()).filter(s -> !s.http()).isPresent();
  }
}
