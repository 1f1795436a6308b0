package dev.aiaudit.trace.entry;

import dev.aiaudit.catalog.entrypoint.RoutePart;
import dev.aiaudit.javasource.index.FileSet;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.Project;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Path prefixes that hold for a whole application, such as {@code @ApplicationPath}. */
final class Applications {
  private final Project project;
  private final Marks marks;
  private final Constants constants;
  private final Map<String, List<Prefix>> found = new HashMap<>();

  private record Prefix(String file, String path) {}

  Applications(Project project, Marks marks, Constants constants) {
    this.project = project;
    this.marks = marks;
    this.constants = constants;
  }

  /** The prefix for a type: of several applications, the one nearest in the folders. */
  Optional<String> prefix(RoutePart part, DeclaredType type) {
    String annotation = part.annotation().orElseThrow();
    List<Prefix> known = found.get(annotation);
    if (known == null) {
      known = search(annotation, part);
      found.put(annotation, known);
    }
    String home = type.file().path();
    return known.stream()
        .max(Comparator.comparingInt(prefix -> common(prefix.file(), home)))
        .map(Prefix::path);
  }

  private List<Prefix> search(String annotation, RoutePart part) {
    List<Prefix> out = new ArrayList<>();
    FileSet files = project.index().filesAnnotated(KnownNames.simple(annotation));
    for (int i = 0; i < files.size(); i++) {
      if (project.tree().isTest(files.get(i))) {
        continue;
      }
      project.tree().load(files.get(i)).stream()
          .flatMap(file -> file.types().stream())
          .forEach(type -> read(type, annotation, part, out));
    }
    return out;
  }

  private void read(DeclaredType type, String annotation, RoutePart part, List<Prefix> out) {
    for (Mark mark : marks.on(type)) {
      if (mark.name().equals(annotation)) {
        part.members().stream()
            .flatMap(member -> mark.member(member).stream())
            .flatMap(value -> constants.text(value.expr(), value.at()).stream())
            .forEach(path -> out.add(new Prefix(type.file().path(), path)));
      }
    }
  }

  private static int common(String one, String other) {
    int i = 0;
    while (i < one.length() && i < other.length() && one.charAt(i) == other.charAt(i)) {
      i++;
    }
    return i;
  }
}
