package dev.aiaudit.configsource;

import dev.aiaudit.catalog.Catalog;
import dev.aiaudit.escape.Redact;
import dev.aiaudit.escape.SecretSpan;
import dev.aiaudit.model.ConfigFact;
import dev.aiaudit.model.Evidence;
import dev.aiaudit.model.FactKind;
import dev.aiaudit.model.FactVerdict;
import dev.aiaudit.model.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keys of AI providers that are written in the text literals of Java files, tests included: what is
 * committed is known, whoever reads it. The facts name the kind of a key and never the key.
 */
public final class JavaKeys {

  private static final Pattern URL = Pattern.compile("https?://[A-Za-z0-9._-]{3,200}");

  /** Keys that serve many purposes count where the file speaks of models. */
  private static final Map<String, List<String>> NEEDS =
      Map.of(
          "google", List.of("gemini", "generativelanguage", "vertex", "genai", "palm"),
          "bedrock", List.of("bedrock"),
          "github-models", List.of("models.github", "models.inference"));

  /** What every key issued by OpenAI until 2024 has in its middle. */
  private static final String OPENAI = "T3BlbkFJ";

  private final AiNames names;

  /** Knows the providers of a catalogue. */
  public JavaKeys(Catalog catalog) {
    this.names = new AiNames(catalog);
  }

  /**
   * The keys in a file.
   *
   * @param file a Java file that may hold some
   * @return a fact for each key, in order of lines
   */
  public List<ConfigFact> find(ConfigFile file) {
    List<ConfigFact> facts = new ArrayList<>();
    int number = 0;
    for (String line : JavaText.withoutComments(file.text()).lines().toList()) {
      number++;
      for (SecretSpan span : keys(line)) {
        if (Secrets.random(line.substring(span.start(), span.end()))) {
          Location location =
              new Location(file.path(), number, span.start() + 1, number, span.end());
          provider(file, line, span).ifPresent(p -> facts.add(fact(location, p, span.kind())));
        }
      }
    }
    return facts;
  }

  private static ConfigFact fact(Location location, String provider, String kind) {
    return new ConfigFact(
            location,
            FactKind.API_KEY_REF,
            provider,
            kind + "*** in a text literal",
            Evidence.DECLARED)
        .judged(FactVerdict.EXPOSED);
  }

  /** The keys of a line; behind the word {@code Bearer} stands one of another shape. */
  private static List<SecretSpan> keys(String line) {
    return Redact.find(line.replace("Bearer ", "       "));
  }

  private Optional<String> provider(ConfigFile file, String line, SecretSpan span) {
    if (span.kind().equals("sk-")) {
      return Optional.of(unnamed(file, line, span));
    }
    String text = file.text().toLowerCase(Locale.ROOT);
    return Optional.of(span.provider())
        .filter(p -> !p.equals("unknown"))
        .filter(p -> !NEEDS.containsKey(p) || NEEDS.get(p).stream().anyMatch(text::contains));
  }

  /** Several providers issue keys that begin with {@code sk-}. */
  private String unnamed(ConfigFile file, String line, SecretSpan span) {
    if (line.substring(span.start(), span.end()).contains(OPENAI)) {
      return "openai";
    }
    Set<String> hosts = new TreeSet<>();
    Matcher url = URL.matcher(file.text());
    while (url.find()) {
      names.host(url.group(), false).ifPresent(hosts::add);
    }
    String around = line.substring(0, span.start()) + " " + line.substring(span.end());
    Optional<String> only =
        hosts.size() == 1 ? Optional.of(hosts.iterator().next()) : Optional.empty();
    return only.or(() -> names.words(around)).or(() -> names.words(file.name())).orElse("unknown");
  }
}
