package dev.aiaudit.detect.http;

import dev.aiaudit.configsource.AiNames;
import dev.aiaudit.detect.Surroundings;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Nodes;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the signs of an AI request from literals and names in the code that builds it. */
final class SignReader {
  /** A header of one API key for all services of a vendor. */
  private static final Set<String> SHARED = Set.of("x-goog-api-key");

  /** How many parts of a full name, counted from the end, say what a type is about. */
  private static final int NEAR = 3;

  private final Surroundings at;
  private final AiNames names;
  private final Map<DeclaredType, Set<String>> literals = new IdentityHashMap<>();

  SignReader(Surroundings at) {
    this.at = at;
    this.names = new AiNames(at.catalog());
  }

  Signs of(RequestFacts facts, List<TextValue> urls) {
    Set<String> texts = new HashSet<>();
    facts.codes().forEach(c -> texts.addAll(literals(c.owner())));
    Optional<String> header = Optional.empty();
    Optional<String> shared = Optional.empty();
    boolean model = false;
    for (String text : texts.stream().sorted().toList()) {
      Optional<String> provider = at.catalog().providerOfHeader(text);
      if (provider.isPresent() && SHARED.contains(text.toLowerCase(java.util.Locale.ROOT))) {
        shared = provider;
      } else if (provider.isPresent()) {
        header = provider;
      }
      model |=
          text.length() > 4
              && text.indexOf('-') > 0
              && text.indexOf(' ') < 0
              && text.indexOf('/') < 0
              && at.catalog().providerOfModel(text).isPresent();
    }
    String all = String.join("\n", texts);
    boolean dialogue = key(texts, all, "messages") && key(texts, all, "role");
    return new Signs(
        header, shared, model, prompt(texts, all), dialogue, words(urls), named(facts));
  }

  /** The simple name of a type and the innermost of its packages. */
  private Optional<String> named(RequestFacts facts) {
    return facts.codes().stream()
        .map(c -> c.owner().name().split("\\."))
        .map(n -> String.join(".", List.of(n).subList(Math.max(0, n.length - NEAR), n.length)))
        .flatMap(n -> names.words(n).stream())
        .findFirst();
  }

  private static boolean prompt(Set<String> texts, String all) {
    boolean messages = key(texts, all, "messages") || key(texts, all, "prompt");
    return messages && key(texts, all, "model");
  }

  private static boolean key(Set<String> texts, String all, String key) {
    return texts.contains(key) || all.contains("\"" + key + "\"");
  }

  private Optional<String> words(List<TextValue> urls) {
    return urls.stream()
        .flatMap(u -> u.keys().stream().sorted())
        .flatMap(k -> names.words(k).stream())
        .findFirst();
  }

  private Set<String> literals(DeclaredType type) {
    return literals.computeIfAbsent(type, SignReader::read);
  }

  private static Set<String> read(DeclaredType type) {
    Set<String> out = new HashSet<>();
    for (Code code : type.codes()) {
      Nodes.walk(
          code.root(),
          n -> {
            if (n instanceof Expr.Literal l && l.is(Expr.Literal.Kind.STRING)) {
              out.add(l.value());
            }
          });
    }
    return out;
  }
}
