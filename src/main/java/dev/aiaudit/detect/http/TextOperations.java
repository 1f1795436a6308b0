package dev.aiaudit.detect.http;

import dev.aiaudit.detect.Surroundings;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.syntax.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What methods of libraries do with texts, URIs and their builders. */
final class TextOperations {
  /** Methods after which the text is the same, as far as a URL goes. */
  private static final Set<String> SAME =
      Set.of(
          "toString",
          "trim",
          "strip",
          "stripTrailing",
          "stripLeading",
          "toLowerCase",
          "intern",
          "toURI",
          "toURL",
          "toUri",
          "toUriString",
          "toExternalForm",
          "toASCIIString",
          "build",
          "buildAndExpand",
          "expand",
          "encode",
          "normalize",
          "newBuilder",
          "get",
          "orElseThrow",
          "orElseGet",
          "block",
          "queryParam",
          "queryParams",
          "queryParamIfPresent",
          "addQueryParameter",
          "addParameter",
          "setParameter",
          "addEncodedQueryParameter",
          "query",
          "uriVariables",
          "orNull",
          "html",
          "build_",
          "scheme",
          "port",
          "resolveTemplate",
          "register",
          "property",
          "toUrl",
          "mutate");

  /** Static methods, and operators of an optional, whose first argument is the result. */
  private static final Set<String> FIRST =
      Set.of(
          "create",
          "valueOf",
          "requireNonNull",
          "ofNullable",
          "of",
          "parse",
          "fromHttpUrl",
          "fromUriString",
          "fromUri",
          "uri",
          "target",
          "removeEnd",
          "removeSuffix",
          "stripEnd",
          "trimToEmpty",
          "trimToNull",
          "stripTrailing",
          "requireNonNullElseGet",
          "fromPath",
          "toHttpUrl",
          "addSuffixIfNot",
          "appendIfMissing",
          "url",
          "checkNotNull",
          "notNull",
          "requireHasText",
          "str");

  /** Methods that give their first or, when that is empty, their second argument. */
  private static final Set<String> EITHER =
      Set.of(
          "requireNonNullElse",
          "defaultIfBlank",
          "defaultIfEmpty",
          "defaultString",
          "firstNonBlank",
          "firstNonEmpty",
          "defaultIfNull",
          "blankToDefault",
          "emptyToDefault",
          "firstNonNull",
          "nullToDefault");

  private static final Set<String> PATHS =
      Set.of(
          "path",
          "pathSegment",
          "addPathSegment",
          "addPathSegments",
          "addEncodedPathSegments",
          "setPath",
          "encodedPath",
          "appendPath",
          "appendPathSegments",
          "resolve",
          "pathSegments");

  private static final Set<String> FORMATS = Set.of("format", "formatted", "formatStr");
  private static final Pattern VERB =
      Pattern.compile("%(\\d{1,3}\\$)?[-#+ 0,(]*\\d*(\\.\\d+)?[a-zA-Z]|%%|%n|\\{\\d*\\}");
  private static final Pattern TRAILING = Pattern.compile("/+$");

  private final Surroundings at;
  private final TextValues texts;

  TextOperations(Surroundings at, TextValues texts) {
    this.at = at;
    this.texts = texts;
  }

  List<TextValue> of(Expr.Call call, JavaType receiver, Code code) {
    String name = call.name();
    boolean onType = call.scope().filter(s -> !isType(s, code)).isEmpty();
    if (FORMATS.contains(name)) {
      return format(call, onType, code);
    }
    if (name.equals("join") && onType && call.args().size() > 1) {
      return joined(call, code);
    }
    if (EITHER.contains(name) && call.args().size() >= 2) {
      return both(call.args().get(0), call.args().get(1), code);
    }
    if (onType) {
      return ofType(call, receiver, code);
    }
    return onValue(call, receiver, code);
  }

  private List<TextValue> ofType(Expr.Call call, JavaType receiver, Code code) {
    List<Expr> args = call.args();
    if (args.isEmpty()) {
      return List.of(TextValue.EMPTY);
    }
    int url = at.catalog().urlArgument(receiver.name(), call.name()).orElse(args.size());
    if (FIRST.contains(call.name()) || url < args.size()) {
      return texts.eval(args.get(url < args.size() ? url : 0), code);
    }
    return Texts.UNKNOWN;
  }

  private boolean isType(Expr scope, Code code) {
    return scope instanceof Expr.Name n && at.typer().variable(n.id(), n, code).isEmpty()
        || scope instanceof Expr.FieldAccess f
            && Character.isUpperCase(f.name().charAt(0))
            && !f.name().equals(f.name().toUpperCase(java.util.Locale.ROOT));
  }

  private List<TextValue> onValue(Expr.Call call, JavaType receiver, Code code) {
    Expr scope = call.scope().orElseThrow();
    String name = call.name();
    List<Expr> args = call.args();
    if (args.isEmpty() || SAME.contains(name)) {
      return SAME.contains(name) ? texts.eval(scope, code) : Texts.UNKNOWN;
    }
    if (name.equals("append") || name.equals("concat")) {
      return Texts.concat(texts.eval(scope, code), texts.eval(args.get(0), code));
    }
    if (PATHS.contains(name)) {
      return Texts.slash(texts.eval(scope, code), texts.eval(args.get(0), code));
    }
    if (name.equals("host") || name.equals("setHost")) {
      return Texts.map(texts.eval(args.get(0), code), h -> "https://" + h);
    }
    if (name.startsWith("replace")) {
      return replaced(call, code);
    }
    if (name.equals("orElse") || name.equals("or")) {
      return both(scope, args.get(0), code);
    }
    if (name.equals("substring")) {
      return Texts.map(texts.eval(scope, code), t -> args.size() == 2 ? trailing(t) : "{}");
    }
    boolean builds = name.equals("uri") || name.equals("url") || name.equals("target");
    return builds || receiver.simpleName().endsWith("UriBuilderFactory")
        ? texts.eval(args.get(0), code)
        : Texts.UNKNOWN;
  }

  private List<TextValue> both(Expr first, Expr second, Code code) {
    List<TextValue> out = new ArrayList<>(texts.eval(first, code));
    List<TextValue> fallback = texts.eval(second, code);
    if (out.stream().allMatch(TextValue::unknown)) {
      out.clear();
      out.addAll(fallback);
    } else {
      out.removeIf(TextValue::unknown);
    }
    return out;
  }

  private List<TextValue> replaced(Expr.Call call, Code code) {
    List<TextValue> scope = texts.eval(call.scope().orElseThrow(), code);
    if (call.args().size() != 2) {
      return scope;
    }
    Optional<String> from = only(call.args().get(0), code);
    Optional<String> to = only(call.args().get(1), code);
    if (from.isEmpty() || to.isEmpty()) {
      return scope;
    }
    boolean plain = call.name().equals("replace");
    return plain
        ? Texts.map(scope, t -> t.replace(from.get(), to.get()))
        : Texts.map(scope, t -> from.get().endsWith("$") && to.get().isEmpty() ? trailing(t) : t);
  }

  private static String trailing(String text) {
    return TRAILING.matcher(text).replaceFirst("");
  }

  private Optional<String> only(Expr e, Code code) {
    List<TextValue> values = texts.eval(e, code);
    return values.size() == 1 && !values.get(0).template().contains(TextValue.HOLE)
        ? Optional.of(values.get(0).template())
        : Optional.empty();
  }

  private List<TextValue> joined(Expr.Call call, Code code) {
    List<TextValue> separator = texts.eval(call.args().get(0), code);
    List<TextValue> out = texts.eval(call.args().get(1), code);
    for (Expr part : call.args().subList(2, call.args().size())) {
      out = Texts.concat(Texts.concat(out, separator), texts.eval(part, code));
    }
    return out;
  }

  /** {@code String.format(f, a)}, {@code f.formatted(a)}, and the forms with braces. */
  private List<TextValue> format(Expr.Call call, boolean onType, Code code) {
    List<Expr> args = new ArrayList<>(call.args());
    if (onType
        && !args.isEmpty()
        && at.typer().typeOf(args.get(0), code).simpleName().equals("Locale")) {
      args.remove(0);
    }
    if (onType && args.isEmpty()) {
      return Texts.UNKNOWN;
    }
    Expr pattern = onType ? args.remove(0) : call.scope().orElseThrow();
    List<TextValue> out = new ArrayList<>();
    for (TextValue p : texts.eval(pattern, code)) {
      out.addAll(filled(p, args, code));
    }
    return out;
  }

  private List<TextValue> filled(TextValue pattern, List<Expr> args, Code code) {
    var verb = VERB.matcher(pattern.template());
    List<TextValue> out = List.of(pattern.with(t -> ""));
    int from = 0;
    int next = 0;
    while (verb.find()) {
      out =
          Texts.concat(
              out, List.of(TextValue.literal(pattern.template().substring(from, verb.start()))));
      from = verb.end();
      if (verb.group().equals("%%") || verb.group().equals("%n")) {
        out = Texts.concat(out, List.of(TextValue.literal("%")));
      } else {
        int position =
            verb.group(1) != null
                ? Integer.parseInt(verb.group(1).substring(0, verb.group(1).length() - 1)) - 1
                : next++;
        out =
            Texts.concat(
                out,
                position >= 0 && position < args.size()
                    ? texts.eval(args.get(position), code)
                    : Texts.UNKNOWN);
      }
    }
    return Texts.concat(out, List.of(TextValue.literal(pattern.template().substring(from))));
  }
}
