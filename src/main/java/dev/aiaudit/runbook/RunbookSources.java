package dev.aiaudit.runbook;

import dev.aiaudit.catalog.Catalog;
import dev.aiaudit.catalog.data.DataNode;
import dev.aiaudit.catalog.data.YamlForm;
import dev.aiaudit.catalog.facts.ProviderFacts;
import dev.aiaudit.catalog.facts.ProviderFactsReader;
import dev.aiaudit.workspace.SkippedFileException;
import dev.aiaudit.workspace.SourceFile;
import dev.aiaudit.workspace.WalkOptions;
import dev.aiaudit.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
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
 * @param facts what is known about each provider; the user's word replaces the catalogue's
 */
public record RunbookSources(
    List<Clue> clues, Owners owners, Templates templates, Map<String, ProviderFacts> facts) {
  /** Where users say what they know about providers, below the scanned root. */
  public static final String FACTS = ".ai-audit/provider-facts";

  private static final int MOST_FILES = 100;
  private static final long LARGEST_FILE = 1L << 20;

  /** Copies the collections. */
  public RunbookSources {
    clues = List.copyOf(clues);
    facts = Map.copyOf(facts);
  }

  /**
   * Reads a tree.
   *
   * @throws TemplateException when a template is wrong
   * @throws dev.aiaudit.catalog.data.DataException when a file of provider facts is wrong
   */
  public static RunbookSources read(Path root) throws IOException {
    return read(Workspace.open(root, WalkOptions.defaults()));
  }

  /**
   * Reads a tree that was listed with all that runbooks need, or as it was before. Templates are
   * those of today, as settings are.
   *
   * @throws TemplateException when a template is wrong
   * @throws dev.aiaudit.catalog.data.DataException when a file of provider facts is wrong
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
    return new RunbookSources(
        finder.clues(), Owners.of(owners), templates(workspace.root()), facts(workspace.root()));
  }

  private static Templates templates(Path root) throws IOException {
    return new Templates(texts(root.resolve(Templates.FOLDER), ".md"));
  }

  private static Map<String, ProviderFacts> facts(Path root) throws IOException {
    List<DataNode> added = new ArrayList<>();
    texts(root.resolve(FACTS), ".yaml")
        .forEach((name, text) -> added.add(YamlForm.read(FACTS + "/" + name, text)));
    return ProviderFactsReader.with(Catalog.load().data(), added);
  }

  /** Names and texts of the regular files of a folder; none when there is no folder. */
  private static Map<String, String> texts(Path folder, String ending) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return texts;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().limit(MOST_FILES).toList()) {
        String name = file.getFileName().toString();
        boolean regular = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
        if (name.endsWith(ending) && regular && Files.size(file) <= LARGEST_FILE) {
          texts.put(name, Files.readString(file));
        }
      }
    }
    return texts;
  }
}
