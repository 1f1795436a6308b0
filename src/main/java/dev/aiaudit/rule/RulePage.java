package dev.aiaudit.rule;

import dev.aiaudit.model.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The Markdown page of a rule: documentation, {@code explain} text and test cases in one.
 *
 * @param id such as {@code AIA001}
 * @param name kebab-case
 * @param severity of its findings
 * @param title one line
 * @param since first version that has the rule
 * @param markdown the page without its front matter
 * @param sections in the order of the page, headings of level two and three
 */
public record RulePage(
    String id,
    String name,
    Severity severity,
    String title,
    String since,
    String markdown,
    List<Section> sections) {

  /** Copies the sections. */
  public RulePage {
    sections = List.copyOf(sections);
  }

  /**
   * A heading with what stands under it, down to the next heading.
   *
   * @param level 2 or 3
   * @param heading without the hashes
   * @param body the Markdown below the heading, fences included
   * @param fences its code fences
   */
  public record Section(int level, String heading, String body, List<Fence> fences) {

    /** Copies the fences. */
    public Section {
      fences = List.copyOf(fences);
    }
  }

  /**
   * A code fence.
   *
   * @param language the word after the backticks, such as {@code java}; may be empty
   * @param text its lines, each ended by a line feed
   */
  public record Fence(String language, String text) {}

  /** The section with that heading, whatever its level. */
  public Optional<Section> section(String heading) {
    return sections.stream().filter(section -> section.heading().equals(heading)).findFirst();
  }

  /**
   * The page of a rule, from the class path.
   *
   * @throws IllegalArgumentException when there is no such page or it is malformed
   */
  public static RulePage load(RuleInfo rule) {
    String resource = "/dev/aiaudit/rules/" + rule.id().toLowerCase(Locale.ROOT) + ".md";
    try (InputStream in = RulePage.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException("no page " + resource);
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a page.
   *
   * @param page front matter between two lines of three hyphens, then Markdown
   * @throws IllegalArgumentException when a key is missing or a fence is left open
   */
  public static RulePage parse(String page) {
    String text = page.replace("\r\n", "\n");
    int end = text.indexOf("\n---\n", 3);
    if (!text.startsWith("---\n") || end < 0) {
      throw new IllegalArgumentException("the page does not start with front matter");
    }
    Map<String, String> front = PageReader.frontMatter(text.substring(4, end));
    String markdown = text.substring(end + 5);
    return new RulePage(
        required(front, "id"),
        required(front, "name"),
        Severity.valueOf(required(front, "severity").toUpperCase(Locale.ROOT)),
        required(front, "title"),
        required(front, "since"),
        markdown,
        PageReader.sections(markdown));
  }

  private static String required(Map<String, String> front, String key) {
    return Optional.ofNullable(front.get(key))
        .filter(value -> !value.isBlank())
        .orElseThrow(() -> new IllegalArgumentException("front matter lacks " + key));
  }
}
