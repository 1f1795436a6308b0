package dev.aiaudit.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Who owns files, from CODEOWNERS and catalog-info.yaml. */
public final class Owners {
  /** Where code hosts look, in their order. */
  static final List<String> FILES =
      List.of(".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS");

  static final String COMPONENT = "catalog-info.yaml";

  private record Rule(String pattern, List<String> owners) {}

  private final List<Rule> rules = new ArrayList<>();
  private final Optional<String> component;
  private final String source;

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
    if (!rule.isEmpty() && !rule.startsWith("#") && !rule.startsWith("[")) {
      String[] words = rule.split("\\s+");
      rules.add(new Rule(words[0], List.of(words).subList(1, words.length)));
    }
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

  /** The last rule that matches counts. */
  private List<String> ownersOf(String file) {
    List<String> owners = List.of();
    for (Rule rule : rules) {
      if (matches(rule.pattern(), file)) {
        owners = rule.owners();
      }
    }
    return owners;
  }

  /** The patterns that are in use: everything, a folder, an extension, a path. */
  private static boolean matches(String pattern, String file) {
    boolean anchored = pattern.startsWith("/");
    String plain = anchored ? pattern.substring(1) : pattern;
    if (plain.equals("*") || plain.equals("**") || plain.isEmpty()) {
      return true;
    }
    if (plain.startsWith("*.")) {
      return file.endsWith(plain.substring(1));
    }
    String folder = plain.replaceFirst("/?\\*{0,2}$", "");
    if (folder.indexOf('*') >= 0 || folder.isEmpty()) {
      return false;
    }
    boolean rooted = anchored || folder.indexOf('/') >= 0;
    String path = "/" + file + "/";
    return rooted ? path.startsWith("/" + folder + "/") : path.contains("/" + folder + "/");
  }
}
