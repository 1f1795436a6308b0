package dev.aiaudit.detect.http;

import dev.aiaudit.catalog.Catalog;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Nodes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The model that a plain HTTP request asks for: in the path of its URL, in the body that the code
 * around it writes, or the only id in that code.
 */
final class HttpModels {
  private static final Pattern IN_PATH =
      Pattern.compile(
          "/models/([^/:?{}]+):|/openai/deployments/([^/?{}]+)/"
              + "|/model/([^/?{}]+)/(?:invoke|converse)"
              + "|/(?:models|v1/deployments)/([^/:?{}]+/[^/:?{}]+)(?:/predictions)?$");
  private static final Pattern IN_BODY = Pattern.compile("\"model\"\\s*:\\s*\"([^\"\\s{}%$]+)\"");

  private static final Set<String> KEYS = Set.of("model", "modelId", "model_id", "model_name");

  private final TextValues texts;
  private final Catalog catalog;

  HttpModels(TextValues texts, Catalog catalog) {
    this.texts = texts;
    this.catalog = catalog;
  }

  /** The one model of a request; empty when there is none or more than one. */
  Optional<String> of(RequestFacts facts, List<TextValue> urls) {
    Set<String> found = inPath(urls);
    if (found.isEmpty()) {
      facts.codes().forEach(c -> inBody(c, found));
    }
    if (found.isEmpty()) {
      facts.codes().forEach(c -> alone(c, found));
    }
    return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
  }

  private static Set<String> inPath(List<TextValue> urls) {
    Set<String> out = new TreeSet<>();
    for (TextValue url : urls) {
      Matcher m = IN_PATH.matcher(url.template().split("[?#]", 2)[0]);
      while (m.find()) {
        for (int i = 1; i <= m.groupCount(); i++) {
          Optional.ofNullable(m.group(i)).ifPresent(out::add);
        }
      }
    }
    return out;
  }

  private void inBody(Code code, Set<String> out) {
    Nodes.walk(
        code.root(),
        node -> {
          if (node instanceof Expr.Literal l && l.is(Expr.Literal.Kind.STRING)) {
            Matcher m = IN_BODY.matcher(l.value());
            while (m.find()) {
              out.add(m.group(1));
            }
          } else if (node instanceof Expr.Call call) {
            paired(call.args(), code, out);
          }
        });
  }

  /** The value after the key: {@code put("model", id)}, {@code Map.of("model", id, ..)}. */
  private void paired(List<Expr> args, Code code, Set<String> out) {
    for (int i = 0; i + 1 < args.size(); i++) {
      if (args.get(i) instanceof Expr.Literal key && KEYS.contains(key.value())) {
        for (TextValue value : texts.of(args.get(i + 1), code)) {
          if (isId(value.template())) {
            out.add(value.template());
          }
        }
      }
    }
  }

  private static boolean isId(String text) {
    return !text.isBlank()
        && !text.contains(TextValue.HOLE)
        && text.chars().noneMatch(Character::isWhitespace);
  }

  /** Ids of known models among the texts of the class. */
  private void alone(Code code, Set<String> out) {
    for (Code of : code.owner().codes()) {
      Literals.of(of).stream()
          .filter(t -> t.length() > 4 && t.indexOf('-') > 0 && isId(t) && t.indexOf('/') < 0)
          .filter(catalog::isModel)
          .forEach(out::add);
    }
  }
}
