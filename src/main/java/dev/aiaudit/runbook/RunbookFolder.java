package dev.aiaudit.runbook;

import dev.aiaudit.workspace.AtomicFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A folder with runbooks: compares it with what the scan says, and writes what differs. */
public final class RunbookFolder {
  private static final long LARGEST = 8L << 20;

  /** What a page needs. */
  public enum State {
    UP_TO_DATE,
    MISSING,
    STALE
  }

  /**
   * What is to be done about one page.
   *
   * @param name relative to the folder
   * @param text the page as it must be
   * @param kept blocks in which people had written
   */
  public record Plan(String name, State state, String text, List<String> kept) {
    /** Copies the list. */
    public Plan {
      kept = List.copyOf(kept);
    }
  }

  private final Path folder;

  /** The folder need not exist. */
  public RunbookFolder(Path folder) {
    this.folder = folder;
  }

  /** All pages of these books: the index, then page and drill cards of each provider. */
  public static Map<String, List<Block>> pages(List<Runbook> books, RunbookWriter writer) {
    Map<String, List<Block>> pages = new LinkedHashMap<>();
    pages.put(RunbookNames.INDEX, writer.index(books));
    for (Runbook book : books) {
      pages.put(RunbookNames.page(book.provider().id()), writer.page(book));
      pages.put(RunbookNames.drill(book.provider().id()), writer.drills(book));
    }
    return pages;
  }

  /**
   * What is to be done, page by page; nothing is written.
   *
   * @throws IOException when a file is unreadable, no UTF-8, or was not written by this tool
   */
  public List<Plan> plan(Map<String, List<Block>> pages) throws IOException {
    List<Plan> plans = new ArrayList<>();
    for (Map.Entry<String, List<Block>> page : pages.entrySet()) {
      plans.add(plan(page.getKey(), page.getValue()));
    }
    return plans;
  }

  private Plan plan(String name, List<Block> blocks) throws IOException {
    Optional<String> old = read(name);
    if (old.isEmpty()) {
      return new Plan(name, State.MISSING, Regeneration.fresh(blocks).text(), List.of());
    }
    if (!old.get().isBlank() && !Regeneration.isOurs(old.get())) {
      throw new IOException(
          folder.resolve(name)
              + " was not written by ai-audit: choose another folder with -o, or put the line"
              + " <!-- ai-audit:runbook --> into it to let generated blocks be added");
    }
    Regeneration made = Regeneration.of(old.get(), blocks);
    State state = made.text().equals(old.get()) ? State.UP_TO_DATE : State.STALE;
    return new Plan(name, state, made.text(), made.kept());
  }

  /** Writes the pages that are missing or stale, each at once or not at all. */
  public void write(List<Plan> plans) throws IOException {
    for (Plan plan : plans) {
      if (plan.state() != State.UP_TO_DATE) {
        Path file = folder.resolve(plan.name());
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
          Files.createDirectories(parent);
        }
        AtomicFile.write(file, plan.text().getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  /** A link is refused: it may lead out of the tree. */
  private Optional<String> read(String name) throws IOException {
    Path file = folder.resolve(name);
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LARGEST) {
      throw new IOException(file + " is no regular file, or too large for a runbook");
    }
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
              .toString());
    } catch (CharacterCodingException damaged) {
      throw new IOException(file + " is not UTF-8; nothing was written", damaged);
    }
  }
}
