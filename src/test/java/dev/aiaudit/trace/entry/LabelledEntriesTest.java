package dev.aiaudit.trace.entry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aiaudit.catalog.Catalog;
import dev.aiaudit.catalog.data.CatalogData;
import dev.aiaudit.catalog.entrypoint.EntryPatterns;
import dev.aiaudit.catalog.type.LibraryTypes;
import dev.aiaudit.detect.CatalogLibraries;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.ParsedFile;
import dev.aiaudit.resolve.Project;
import dev.aiaudit.resolve.Typer;
import dev.aiaudit.trace.EntryHit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Asks for the entries that people labelled in real repositories. For development only: {@code
 * -Dlabels=<folder of label files> -Dclones=<folder of the repositories>}; the result is in {@code
 * target/labelled-entries.txt}.
 */
@EnabledIfSystemProperty(named = "labels", matches = ".+")
class LabelledEntriesTest {
  private final EntryPatterns patterns = EntryPatterns.load(CatalogData.load());
  private final CatalogLibraries libraries =
      new CatalogLibraries(Catalog.load(), LibraryTypes.load(CatalogData.load()));
  private final List<String> lines = new ArrayList<>();
  private int asked;
  private int right;

  @Test
  void finds_the_labelled_entry_methods() throws IOException {
    Path folder = Path.of(System.getProperty("labels"));
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        repository(file);
      }
    }
    lines.add(0, right + " of " + asked);
    Files.write(Path.of("target/labelled-entries.txt"), lines);
    assertThat(right).as("see target/labelled-entries.txt").isGreaterThan(asked * 9 / 10);
  }

  private void repository(Path labels) throws IOException {
    JsonNode label = new ObjectMapper().readTree(labels.toFile());
    String name = labels.getFileName().toString().replace(".json", "");
    Path root = Path.of(System.getProperty("clones"), name);
    TextTree tree = new TextTree(sources(root));
    Project project = new Project(tree, libraries);
    CatalogEntryPoints entries =
        new CatalogEntryPoints(project, new Typer(project), patterns, Optional.empty());
    Set<String> done = new TreeSet<>();
    for (JsonNode site : label.get("call_sites")) {
      for (JsonNode entry : site.get("entries")) {
        if (done.add(entry.get("kind") + entry.get("file").asText() + entry.get("name"))) {
          ask(name, entry, tree, entries);
        }
      }
    }
  }

  private void ask(String repository, JsonNode entry, TextTree tree, CatalogEntryPoints entries) {
    String path = entry.get("file").asText();
    String kind = entry.get("kind").asText();
    String label = entry.get("name").asText();
    String method = label.substring(label.lastIndexOf('.') + 1).replaceFirst("[(/ ].*", "");
    List<EntryHit> hits = new ArrayList<>();
    tree.file(path).map(ParsedFile::types).orElse(List.of()).stream()
        .map(DeclaredType::methods)
        .flatMap(List::stream)
        .filter(m -> m.name().equals(method))
        .forEach(m -> hits.addAll(entries.of(m)));
    boolean found = hits.stream().anyMatch(hit -> same(kind, hit.kind().word()));
    asked++;
    right += found ? 1 : 0;
    String got =
        hits.stream().map(h -> h.kind().word() + " " + h.route().orElse("-")).toList() + "";
    lines.add((found ? "ok   " : "MISS ") + repository + " " + kind + " " + label + " " + got);
  }

  /** The labels know no chat bots, and a task that a timer runs counts there as asynchronous. */
  private static boolean same(String label, String hit) {
    return label.equals(hit)
        || label.equals("ui") && hit.equals("chatbot")
        || label.equals("cli") && hit.equals("main")
        || label.equals("async") && hit.equals("scheduled");
  }

  private static Map<String, String> sources(Path root) throws IOException {
    Map<String, String> out = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        out.put(root.relativize(file).toString(), text);
      }
    }
    return out;
  }
}
