package dev.aiaudit.runbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who owns files, from CODEOWNERS and catalog-info.yaml. */
public final class Owners {
  /** Where code hosts look, in their order. */
  static final List<String> FILES =
      List.of(".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS");

  static final String COMPONENT = "catalog-info.yaml";

  private record Rule(String section, OwnerPattern pattern, List<String> owners) {}

  /** A heading of GitLab: {@code [Name]}, {@code ^[Name][2] @default-owner}. */
  private static final Pattern SECTION =
      Pattern.compile("\\^?\\[([^\\]]{1,100})\\](?:\\[\\d+\\])?\\s*(.*)");

  private final List<Rule> rules = new ArrayList<>();
  private final Optional<String> component;
  private final String source;
  private String sectionName = "";
  private List<String> sectionOwners = List.of();

  private Owners(String source, Optional<String> component) {
    this.source = source;
    this.component = component;
  }

  /** Reads the texts of files, by path. */
  public static Owners of(Map<String, String> texts) {
    Optional<String> component =
        Optional.ofNullable(texts.get(COMPONENT)).flatMap(Owners::componentOwner);
    Optional<String> file = FILES.stream().filter(texts::containsKey).findFirst();
    Owners owners = new Owners(file.orElse(""), component);
    file.map(texts::get).stream().flatMap(String::lines).forEach(owners::add);
    return owners;
  }

  private void add(String line) {
    String rule = line.replaceFirst("\\s#.*", "").strip();
    Matcher section = SECTION.matcher(rule);
    if (section.matches()) {
      sectionName = String.valueOf(section.group(1)).toLowerCase(Locale.ROOT);
      sectionOwners = words(String.valueOf(section.group(2)));
      return;
    }
    List<String> words = words(rule);
    if (words.isEmpty() || rule.startsWith("#")) {
      return;
    }
    List<String> own = words.subList(1, words.size());
    boolean out = words.get(0).startsWith("!");
    String pattern = out ? words.get(0).substring(1) : words.get(0);
    List<String> owners = out ? List.of() : own.isEmpty() ? sectionOwners : own;
    rules.add(new Rule(sectionName, new OwnerPattern(pattern), owners));
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
  }

  private static Optional<String> componentOwner(String text) {
    return text.lines()
        .filter(line -> line.matches("\\s+owner:\\s*[^\\s#].*"))
        .map(line -> line.replaceFirst("\\s+owner:\\s*", "").replaceAll("[\"']", "").strip())
        .findFirst();
  }

  /** The owners of these files with the file that says so, as {@code name (source)}. */
  public List<String> of(List<String> files) {
    TreeSet<String> found = new TreeSet<>();
    for (String file : files) {
      ownersOf(file).forEach(owner -> found.add(owner + " (" + source + ")"));
    }
    if (found.isEmpty()) {
      component.ifPresent(owner -> found.add(owner + " (" + COMPONENT + ")"));
    }
    return List.copyOf(found);
  }

  /** The last rule that matches counts, in each section for itself as GitLab has it. */
  private List<String> ownersOf(String file) {
    Map<String, List<String>> bySection = new LinkedHashMap<>();
    for (Rule rule : rules) {
      if (rule.pattern().matches(file)) {
        bySection.put(rule.section(), rule.owners());
      }
    }
    return bySection.values().stream().flatMap(List::stream).distinct().toList();
  }
}
