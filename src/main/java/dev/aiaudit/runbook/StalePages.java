package dev.aiaudit.runbook;

import dev.aiaudit.catalog.data.DataException;
import dev.aiaudit.model.Policy;
import dev.aiaudit.model.Report;
import dev.aiaudit.workspace.SkippedFileException;
import dev.aiaudit.workspace.SourceFile;
import dev.aiaudit.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds the runbooks of a tree that no longer say what a report says. */
public final class StalePages {
  /** What the runbook command takes when nobody says otherwise; costs on a page depend on it. */
  public static final Duration USUAL_LENGTH = Duration.ofMinutes(20);

  private static final String FOLDER = "runbooks/";

  /** Lists the tree that a report is about. */
  @FunctionalInterface
  public interface Tree {
    /** Is asked only when the tree has a runbook. */
    Workspace list() throws IOException;
  }

  private StalePages() {}

  /**
   * Paths of the stale pages. Only pages with blocks of this tool are judged: what people write
   * nobody can compare. A wrong file of the user leaves all pages unjudged; the runbook command
   * says where it is wrong.
   *
   * @throws UncheckedIOException when the tree cannot be listed
   */
  public static Set<String> of(Report report, Tree tree) {
    Map<String, String> pages = pages(report);
    if (pages.isEmpty()) {
      return Set.of();
    }
    try {
      return stale(report, pages, tree.list());
    } catch (TemplateException | DataException wrong) {
      return Set.of();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Providers with a page in the tree, and the page. */
  private static Map<String, String> pages(Report report) {
    Set<String> known = report.inventory().pages().orElse(Set.of());
    Map<String, String> pages = new LinkedHashMap<>();
    report
        .providers()
        .forEach(
            provider -> {
              String page = page(report.inventory().policy(), provider.id());
              if (known.contains(page)) {
                pages.put(provider.id(), page);
              }
            });
    return pages;
  }

  private static String page(Policy policy, String provider) {
    return policy
        .declared(provider)
        .flatMap(Policy.Declared::runbook)
        .map(named -> named.replaceFirst("^\\./", ""))
        .orElse(FOLDER + RunbookNames.page(provider));
  }

  private static Set<String> stale(Report report, Map<String, String> pages, Workspace tree)
      throws IOException {
    RunbookSources sources = RunbookSources.read(tree);
    Set<String> stale = new TreeSet<>();
    for (Runbook book : Runbook.all(report, sources, USUAL_LENGTH)) {
      String page = pages.get(book.provider().id());
      if (page != null && isStale(book, sources.templates(), page, tree)) {
        stale.add(page);
      }
    }
    return stale;
  }

  private static boolean isStale(Runbook book, Templates templates, String page, Workspace tree) {
    String toRoot = "../".repeat((int) page.chars().filter(c -> c == '/').count());
    List<Block> blocks = new RunbookWriter(templates, toRoot).page(book);
    return text(tree, page)
        .filter(Regeneration::isOurs)
        .filter(old -> !Regeneration.of(old, blocks).text().equals(old))
        .isPresent();
  }

  private static Optional<String> text(Workspace tree, String path) {
    try {
      SourceFile file = tree.find(path).orElse(null);
      return file == null ? Optional.empty() : Optional.of(tree.readText(file).text());
    } catch (SkippedFileException unreadable) {
      return Optional.empty();
    }
  }
}
