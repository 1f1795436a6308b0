package dev.aiaudit.detect.http;

import dev.aiaudit.catalog.Catalog;
import dev.aiaudit.catalog.UrlPath;
import dev.aiaudit.catalog.data.DataNode;
import dev.aiaudit.model.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the path of a URL tells: whether a model is asked, by whom it is served, and for what. */
final class RequestPaths {
  /** Which part of a URL is its path is not asked: the patterns end where a path ends. */
  private record Rule(Pattern pattern, Operation operation) {}

  /** A path that needs a second sign, with the provider that alone serves it. */
  private record Weak(Pattern pattern, Optional<String> provider) {}

  private final Catalog catalog;
  private final List<Pattern> alone = new ArrayList<>();
  private final List<Weak> weak = new ArrayList<>();
  private final List<Rule> operations = new ArrayList<>();
  private final Set<String> shared = new HashSet<>();

  RequestPaths(Catalog catalog) {
    this.catalog = catalog;
    for (DataNode file : catalog.data().section("request-paths")) {
      file.texts("alone").forEach(p -> alone.add(Pattern.compile(p)));
      file.items("weak")
          .forEach(
              n -> weak.add(new Weak(Pattern.compile(n.text("path")), n.findText("provider"))));
      shared.addAll(file.texts("shared"));
      for (DataNode rule : file.items("operation")) {
        operations.add(
            new Rule(Pattern.compile(rule.text("path")), operation(rule.text("operation"))));
      }
    }
  }

  private static Operation operation(String word) {
    for (Operation o : Operation.values()) {
      if (o.word().equals(word)) {
        return o;
      }
    }
    throw new IllegalArgumentException("no operation " + word);
  }

  /** Whether the path alone says that a model is asked. */
  boolean alone(String path) {
    return alone.stream().anyMatch(p -> p.matcher(path).find());
  }

  /** Whether the path fits a request to a model, with a second sign. */
  boolean fits(String path) {
    return catalog.urlPathHint(path).isPresent()
        || weak.stream().anyMatch(w -> w.pattern.matcher(path).find());
  }

  /** The provider that alone serves such a path. */
  Optional<String> provider(String path) {
    Optional<String> listed =
        catalog.urlPathHint(path).map(UrlPath::provider).filter(p -> !shared.contains(p));
    return listed.or(
        () ->
            weak.stream()
                .filter(w -> w.pattern.matcher(path).find())
                .flatMap(w -> w.provider.stream())
                .findFirst());
  }

  /** What is asked for. */
  Optional<Operation> operationOf(String path) {
    Optional<Operation> refined =
        operations.stream()
            .filter(r -> r.pattern.matcher(path).find())
            .map(Rule::operation)
            .findFirst();
    return refined.or(() -> catalog.urlPathHint(path).map(UrlPath::operation));
  }
}
