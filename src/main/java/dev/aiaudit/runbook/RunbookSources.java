package dev.aiaudit.runbook;

import dev.aiaudit.workspace.SkippedFileException;
import dev.aiaudit.workspace.SourceFile;
import dev.aiaudit.workspace.WalkOptions;
import dev.aiaudit.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What runbooks take from the tree beside the report.
 *
 * @param clues in the order of their files
 * @param owners from the files that name them
 * @param templates of the user
 */
public record RunbookSources(List<Clue> clues, Owners owners, Templates templates) {
  private static final int MOST_TEMPLATES = 100;
  private static final long LARGEST_TEMPLATE = 1L << 20;

  /** Copies the list. */
  public RunbookSources {
    clues = List.copyOf(clues);
  }

  /**
   * Reads a tree.
   *
   * @throws TemplateException when a template is wrong
   */
  public static RunbookSources read(Path root) throws IOException {
    return read(Workspace.open(root, WalkOptions.defaults()));
  }

  /**
   * Reads a tree that was listed with all that runbooks need, or as it was before. Templates are
   * those of today, as settings are.
   *
   * @throws TemplateException when a template is wrong
   */
  static RunbookSources read(Workspace workspace) throws IOException {
    ClueFinder finder = new ClueFinder();
    Map<String, String> owners = new HashMap<>();
    for (SourceFile file : workspace.files()) {
      boolean owner = Owners.FILES.contains(file.path()) || file.path().equals(Owners.COMPONENT);
      if (!owner && !ClueFinder.accepts(file.path())) {
        continue;
      }
      try {
        String text = workspace.readText(file).text();
        if (owner) {
          owners.put(file.path(), text);
        } else {
          finder.read(file.path(), text);
        }
      } catch (SkippedFileException unreadable) {
        // The scan has reported it already.
      }
    }
    return new RunbookSources(finder.clues(), Owners.of(owners), new Templates(templates(workspace.root())));
  }

  private static Map<String, String> templates(Path root) throws IOException {
    Path folder = root.resolve(Templates.FOLDER);
    Map<String, String> texts = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return texts;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().limit(MOST_TEMPLATES).toList()) {
        String name = file.getFileName().toString();
        boolean regular = Files.isRegularFile(file, java.nio.file.LinkOption.NOFOLLOW_LINKS);
        if (name.endsWith(".md") && regular && Files.size(file) <= LARGEST_TEMPLATE) {
          texts.put(name, Files.readString(file));
        }
      }
    }
    return texts;
  }
}
