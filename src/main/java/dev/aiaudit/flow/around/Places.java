package dev.aiaudit.flow.around;

import dev.aiaudit.javasource.index.FileSet;
import dev.aiaudit.model.Frame;
import dev.aiaudit.model.Location;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.ParsedFile;
import dev.aiaudit.resolve.Project;
import dev.aiaudit.syntax.Node;
import dev.aiaudit.syntax.Nodes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the source of frames. */
final class Places {
  private final Project project;
  private final Map<String, Integer> files = new HashMap<>();
  private final Map<Location, Optional<Place>> known = new HashMap<>();

  Places(Project project) {
    this.project = project;
    for (int i = 0; i < project.index().fileCount(); i++) {
      files.put(project.tree().path(i), i);
    }
  }

  /** The source of a frame; empty when it cannot be found again. */
  Optional<Place> of(Frame frame) {
    return known.computeIfAbsent(frame.location(), l -> find(frame));
  }

  private Optional<Place> find(Frame frame) {
    Integer file = files.get(frame.location().file());
    Optional<ParsedFile> parsed =
        file == null ? Optional.empty() : project.tree().load(file.intValue());
    return parsed.stream()
        .flatMap(f -> f.types().stream())
        .flatMap(t -> t.codes().stream())
        .filter(c -> c.signature().equals(frame.method()))
        .flatMap(c -> at(c, frame.location()).stream())
        .findFirst();
  }

  private static Optional<Place> at(Code code, Location location) {
    Node[] found = new Node[1];
    Nodes.walk(
        code.root(),
        n -> {
          if (found[0] == null && code.location(n).equals(location)) {
            found[0] = n;
          }
        });
    return Optional.ofNullable(found[0]).map(n -> new Place(code, n));
  }

  /** Whether a file of the main code is among them. */
  boolean anyMain(FileSet set) {
    for (int i = 0; i < set.size(); i++) {
      if (!project.tree().isTest(set.get(i))) {
        return true;
      }
    }
    return false;
  }
}
