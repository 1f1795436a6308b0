package dev.aiaudit.detect.provider;

import dev.aiaudit.model.Evidence;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.FieldDecl;
import dev.aiaudit.syntax.Nodes;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The providers whose hosts a type of the tree writes down or reads from its settings: one that
 * implements a library's model with a plain HTTP client depends on them.
 */
final class WrittenHosts {
  private final Basis at;
  private final Texts texts;

  WrittenHosts(Basis at, Texts texts) {
    this.at = at;
    this.texts = texts;
  }

  /** The providers of the URLs in the code and the text fields of a type. */
  Clue of(DeclaredType type) {
    Set<String> urls = new TreeSet<>();
    for (Code code : type.codes()) {
      Nodes.walk(
          code.root(),
          node -> {
            if (node instanceof Expr.Literal l && l.value().startsWith("http")) {
              urls.add(l.value());
            }
          });
    }
    type.codes().stream()
        .findFirst()
        .ifPresent(c -> type.decl().fields().forEach(f -> urls.addAll(values(f, c))));
    Clue out = Clue.NONE;
    for (String url : urls) {
      out = out.or(provider(url));
    }
    return out;
  }

  private Set<String> values(FieldDecl field, Code code) {
    return field.type().simpleName().equals("String")
        ? texts.of(Spot.of(new Expr.Name(field.name(), field.span()), code)).values()
        : Set.of();
  }

  private Clue provider(String url) {
    Optional<String> provider =
        url.startsWith("http")
            ? at.catalog().host(url).filter(h -> !h.weak()).map(h -> h.provider())
            : Optional.empty();
    return Clue.pinned(provider.filter(at::servesModels), Evidence.DERIVED);
  }
}
