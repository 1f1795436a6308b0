package dev.aiaudit.configsource;

import dev.aiaudit.model.ConfigFact;
import dev.aiaudit.model.Evidence;
import dev.aiaudit.model.FactKind;
import dev.aiaudit.model.FactVerdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The AI facts among the settings of a tree. A setting counts if its framework, its name, the host
 * or the model id in it says so, or if it stands beside one that does.
 */
final class EntryFacts {

  private static final Pattern VARIABLE_END =
      Pattern.compile(
          "(^|_)(API_KEY|ACCESS_KEY|SECRET_KEY|KEY|TOKEN|BASE_URL|API_URL|API_BASE|URL|ENDPOINT|"
              + "HOST|MODEL|MODEL_NAME|MODEL_ID|TIMEOUT|MAX_RETRIES)$");

  private static final Set<String> OWN_SERVERS =
      Set.of("ollama", "litellm", "portkey", "jlama", "self-hosted");

  /** Providers whose protocol other servers speak, too. */
  private static final Set<String> SPOKEN_BY_OTHERS =
      Set.of("openai", "anthropic", "deepseek", "mistral", "ollama", "litellm", "google");

  private final AiNames names;
  private final Configuration configuration;
  private final Map<String, String> hostOfGroup = new HashMap<>();
  private final Map<String, String> wordOfGroup = new HashMap<>();
  private final Map<String, String> wordOfChild = new HashMap<>();
  private final Map<String, Set<String>> providersOfFile = new HashMap<>();
  private final Set<String> guardsSeen = new HashSet<>();
  private final Set<String> aiScopes = new HashSet<>();

  EntryFacts(AiNames names, Configuration configuration) {
    this.names = names;
    this.configuration = configuration;
  }

  List<ConfigFact> find() {
    List<ConfigEntry> entries =
        configuration.entries().stream()
            .filter(e -> !e.test() && e.profile().filter(p -> p.equals("test")).isEmpty())
            .toList();
    entries.forEach(this::learn);
    entries.forEach(this::learnHost);
    List<ConfigFact> facts = new ArrayList<>();
    for (ConfigEntry entry : entries) {
      fact(entry).ifPresent(facts::add);
    }
    for (ConfigEntry entry : entries) {
      guard(entry).ifPresent(facts::add);
    }
    facts.sort(Comparator.comparing(ConfigFact::location));
    return facts;
  }

  /** Notes which groups of keys are about AI. */
  private void learn(ConfigEntry entry) {
    Optional<FactKind> kind = KeyMeaning.of(entry.key());
    if (kind.isEmpty() || KeyMeaning.beside(entry.key())) {
      return;
    }
    Optional<String> word = words(entry);
    Optional<String> strong =
        (kind.get() == FactKind.BASE_URL ? host(entry, word.isPresent()) : Optional.<String>empty())
            .or(() -> word)
            .or(() -> model(entry));
    strong.ifPresent(
        p -> {
          providersOfFile.computeIfAbsent(entry.location().file(), f -> new TreeSet<>()).add(p);
          if (!group(entry).endsWith("|")) {
            wordOfGroup.putIfAbsent(group(entry), p);
            wordOfChild.putIfAbsent(above(entry), p);
          }
        });
  }

  /** Notes which host the base URL of a group names. */
  private void learnHost(ConfigEntry entry) {
    if (KeyMeaning.of(entry.key()).filter(k -> k == FactKind.BASE_URL).isPresent()
        && !KeyMeaning.beside(entry.key())) {
      host(entry, related(entry))
          .filter(p -> !p.equals("none"))
          .ifPresent(p -> hostOfGroup.putIfAbsent(group(entry), p));
    }
  }

  private boolean related(ConfigEntry entry) {
    return KeyMeaning.framework(entry.key())
        || words(entry).isPresent()
        || wordOfGroup.containsKey(group(entry));
  }

  /** The provider that the key names, or the variable behind it where the key names a protocol. */
  private Optional<String> words(ConfigEntry entry) {
    Optional<String> word = names.words(entry.key());
    int start = entry.value().indexOf("${");
    if (start < 0 || word.isPresent() && !word.get().equals("openai")) {
      return word;
    }
    String variable = entry.value().substring(start + 2).split("[:}]", 2)[0];
    return names.words(variable).or(() -> word);
  }

  private String text(ConfigEntry entry) {
    if (!entry.value().contains("${")) {
      return entry.value();
    }
    return Placeholders.resolve(
            entry.value(),
            n ->
                configuration
                    .variable(entry.scope(), n)
                    .map(ConfigValue::value)
                    .filter(v -> !v.contains("${")))
        .text();
  }

  /** Who serves the URL of an entry; a host inside the deployment is the team's own. */
  private Optional<String> host(ConfigEntry entry, boolean related) {
    if (entry.value().contains("wiremock") || entry.value().contains("mockserver")) {
      return Optional.of("none");
    }
    String url = text(entry).strip();
    Optional<String> known = names.host(url, related);
    if (known.isPresent() || !related || url.indexOf(' ') >= 0) {
      return known;
    }
    int scheme = url.indexOf("://");
    if (scheme < 0 || url.startsWith("${")) {
      return Optional.empty();
    }
    String host = url.substring(scheme + 3).split("[:/?#]", 2)[0];
    Optional<String> own = words(entry).filter(OWN_SERVERS::contains);
    return names
        .words(host)
        .or(() -> own)
        .or(() -> inside(host) ? Optional.of("self-hosted") : Optional.empty())
        .or(() -> words(entry).filter(w -> !SPOKEN_BY_OTHERS.contains(w)))
        .or(() -> Optional.of("unknown"));
  }

  private static boolean inside(String host) {
    return host.indexOf('.') < 0
        || host.endsWith(".local")
        || host.endsWith(".svc")
        || host.contains(".svc.")
        || host.endsWith(".internal")
        || host.startsWith("10.")
        || host.startsWith("192.168.")
        || host.startsWith("127.")
        || host.startsWith("172.");
  }

  private Optional<String> model(ConfigEntry entry) {
    return KeyMeaning.of(entry.key()).filter(k -> k == FactKind.MODEL).isPresent()
        ? names.model(text(entry))
        : Optional.empty();
  }

  private Optional<ConfigFact> fact(ConfigEntry entry) {
    Optional<FactKind> kind = KeyMeaning.of(entry.key());
    if (kind.isEmpty() || KeyMeaning.beside(entry.key()) || selectsNothing(entry)) {
      return Optional.empty();
    }
    Optional<String> provider = provider(entry, kind.get());
    if (provider.isEmpty()) {
      return Optional.empty();
    }
    if (kind.get() == FactKind.API_KEY_REF && dummyOfOwnServer(entry, provider.get())
        || kind.get() == FactKind.BASE_URL && noAddress(entry.value())) {
      return Optional.empty();
    }
    aiScopes.add(entry.scope());
    Optional<String> unread = unread(entry);
    FactKind shown = switchedOff(entry) ? FactKind.OTHER : kind.get();
    return Optional.of(
        new ConfigFact(
                entry.location(),
                shown,
                provider.get(),
                unread.orElseGet(() -> detail(entry, kind.get())),
                unread.isPresent() ? Evidence.DERIVED : entry.evidence())
            .judged(unread.isPresent() ? FactVerdict.INEFFECTIVE : verdict(entry, kind.get())));
  }

  /** A place to listen at, a path without a host, or the address of a database or a queue. */
  private static boolean noAddress(String value) {
    int scheme = value.indexOf("://");
    return value.startsWith("0.0.0.0")
        || value.startsWith("/")
        || scheme > 0
            && value
                .substring(0, scheme)
                .chars()
                .allMatch(c -> c == ':' || c == '+' || Character.isLetter(c))
            && !value.startsWith("http")
            && !value.startsWith("ws")
            && !value.startsWith("grpc");
  }

  /** A reason why no library reads a key that looks as if one did. */
  private Optional<String> unread(ConfigEntry entry) {
    return entry.source().environment()
        ? Optional.empty()
        : names.unread(entry.key()).map(reason -> entry.key() + ": " + reason);
  }

  private static boolean dummyOfOwnServer(ConfigEntry entry, String provider) {
    return entry.value().equals(Secrets.MASK)
        && !entry.exposed()
        && (provider.equals("self-hosted") || OWN_SERVERS.contains(provider));
  }

  private static FactVerdict verdict(ConfigEntry entry, FactKind kind) {
    if (kind == FactKind.API_KEY_REF && entry.exposed()) {
      return FactVerdict.EXPOSED;
    }
    if (entry.profile().filter(p -> !p.contains("!")).isPresent()
        || entry.source() == EntrySource.EXAMPLE) {
      return FactVerdict.INACTIVE;
    }
    if (kind == FactKind.API_KEY_REF) {
      boolean literal =
          !entry.value().contains("${")
              && !entry.value().contains("{{")
              && !entry.value().isBlank();
      boolean masked = entry.value().contains(Secrets.MASK);
      boolean passed = entry.source().environment();
      return literal || masked
          ? FactVerdict.PLACEHOLDER
          : passed ? FactVerdict.NONE : FactVerdict.EFFECTIVE;
    }
    return kind == FactKind.RETRY ? FactVerdict.SAME_PROVIDER : FactVerdict.EFFECTIVE;
  }

  private boolean switchedOff(ConfigEntry entry) {
    return ConfigKey.canonical(entry.key()).contains("spring.ai.model.")
        && text(entry).equals("none");
  }

  private Optional<String> provider(ConfigEntry entry, FactKind kind) {
    if (ConfigKey.canonical(entry.key()).startsWith("spring.ai.model.")) {
      return selected(entry).or(() -> Optional.of("configured"));
    }
    Optional<String> host =
        kind == FactKind.BASE_URL ? host(entry, related(entry)) : Optional.empty();
    Optional<String> named =
        kind == FactKind.MODEL && entry.key().endsWith("provider")
            ? names.words(entry.value())
            : Optional.empty();
    return host.or(() -> named)
        .or(() -> inherited(entry, hostOfGroup))
        .or(() -> words(entry))
        .or(() -> model(entry))
        .or(() -> beside(entry, kind))
        .or(
            () ->
                KeyMeaning.frameworkWide(entry.key())
                    ? Optional.of("configured")
                    : Optional.empty());
  }

  /** What stands beside the entry: in its group, in a group below, or anywhere in its file. */
  private Optional<String> beside(ConfigEntry entry, FactKind kind) {
    Optional<String> grouped = inherited(entry, wordOfGroup);
    if (grouped.isPresent() || entry.source().environment()) {
      return grouped;
    }
    Optional<String> child = Optional.ofNullable(wordOfChild.get(group(entry)));
    if (kind == FactKind.API_KEY_REF && child.isPresent()) {
      return child;
    }
    Set<String> inFile = providersOfFile.getOrDefault(entry.location().file(), Set.of());
    if (inFile.isEmpty() || kind == FactKind.BASE_URL || !KeyMeaning.aboutModels(entry.key())) {
      return Optional.empty();
    }
    return Optional.of(inFile.size() == 1 ? inFile.iterator().next() : "configured");
  }

  /** {@code spring.ai.model.chat=ollama} names a provider in its value. */
  private Optional<String> selected(ConfigEntry entry) {
    return names.words(text(entry));
  }

  private static boolean selectsNothing(ConfigEntry entry) {
    boolean kindOfKey =
        KeyMeaning.of(entry.key())
            .filter(k -> k == FactKind.API_KEY_REF || k == FactKind.BASE_URL)
            .isPresent();
    return !kindOfKey && entry.value().isBlank();
  }

  private static String group(ConfigEntry entry) {
    return entry.location().file() + "|" + entry.profile().orElse("") + "|" + parent(family(entry));
  }

  private static String above(ConfigEntry entry) {
    return entry.location().file()
        + "|"
        + entry.profile().orElse("")
        + "|"
        + parent(parent(family(entry)));
  }

  /** Variables have no dots; their group is the name up to the kind of setting. */
  private static String family(ConfigEntry entry) {
    return entry.source().environment()
        ? VARIABLE_END.matcher(entry.key()).replaceFirst("") + ".x"
        : ConfigKey.canonical(entry.key());
  }

  private static String parent(String key) {
    int dot = key.lastIndexOf('.');
    return dot < 0 ? "" : key.substring(0, dot);
  }

  private static int depth(String key) {
    return key.split("\\.").length;
  }

  /** Looks the group and, for framework keys, the groups above up. */
  private static Optional<String> inherited(ConfigEntry entry, Map<String, String> byGroup) {
    String start = entry.location().file() + "|" + entry.profile().orElse("") + "|";
    String key = parent(family(entry));
    boolean climb = KeyMeaning.framework(entry.key()) && !entry.source().environment();
    while (!key.isEmpty()) {
      String provider = byGroup.get(start + key);
      if (provider != null) {
        return Optional.of(provider);
      }
      if (!climb || depth(key) <= 3) {
        return Optional.empty();
      }
      key = parent(key);
    }
    return Optional.empty();
  }

  /** One fact for each configured instance, at its first key. */
  private Optional<ConfigFact> guard(ConfigEntry entry) {
    Optional<FactKind> kind = KeyMeaning.guard(entry.key());
    return kind.filter(k -> aiScopes.contains(entry.scope()) && guardsSeen.add(k + group(entry)))
        .map(
            k ->
                new ConfigFact(
                    entry.location(),
                    k,
                    names.words(entry.key()).orElse("unknown"),
                    detail(entry, k),
                    entry.evidence()));
  }

  private static String detail(ConfigEntry entry, FactKind kind) {
    StringBuilder out = new StringBuilder(entry.key());
    String value = entry.value();
    if (kind == FactKind.API_KEY_REF) {
      out.append(
          value.contains("${") || value.contains("{{")
              ? " from " + value
              : entry.exposed()
                  ? " written in the file"
                  : value.isBlank() ? " is empty" : " is a placeholder");
    } else {
      out.append(" = ").append(value.length() > 200 ? value.substring(0, 200) + "…" : value);
    }
    entry.profile().ifPresent(p -> out.append(" (profile ").append(p).append(')'));
    return out.append(entry.evidence() == Evidence.ASSUMED ? " (recovered file)" : "").toString();
  }
}
