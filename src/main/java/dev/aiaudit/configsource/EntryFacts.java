package dev.aiaudit.configsource;

import dev.aiaudit.model.ConfigFact;
import dev.aiaudit.model.Evidence;
import dev.aiaudit.model.FactKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The AI facts among the settings of a tree. A setting counts if its framework, its name, the host
 * or the model id in it says so, or if it stands beside one that does.
 */
final class EntryFacts {

  private final AiNames names;
  private final Configuration configuration;
  private final Map<String, String> hostOfGroup = new HashMap<>();
  private final Map<String, String> wordOfGroup = new HashMap<>();
  private final Set<String> aiScopes = new HashSet<>();

  EntryFacts(AiNames names, Configuration configuration) {
    this.names = names;
    this.configuration = configuration;
  }

  List<ConfigFact> find() {
    List<ConfigEntry> entries = configuration.entries().stream()
        .filter(e -> !e.test() && e.profile().filter(p -> p.equals("test")).isEmpty())
        .toList();
    entries.forEach(this::learn);
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

  /** Notes which groups of keys are about AI, and which host a base URL in a group names. */
  private void learn(ConfigEntry entry) {
    if (KeyMeaning.beside(entry.key()) || KeyMeaning.of(entry.key()).isEmpty()) {
      return;
    }
    boolean url = KeyMeaning.of(entry.key()).get() == FactKind.BASE_URL;
    Optional<String> word = names.words(entry.key());
    Optional<String> host =
        url ? host(entry, word.isPresent() || KeyMeaning.framework(entry.key()))
            : Optional.empty();
    String group = group(entry);
    host.ifPresent(p -> hostOfGroup.putIfAbsent(group, p));
    if (entry.source().environment() || depth(entry.key()) < 2) {
      return;
    }
    Optional<String> strong = host.or(() -> word).or(() -> model(entry));
    strong.ifPresent(p -> wordOfGroup.putIfAbsent(group, p));
  }

  private String text(ConfigEntry entry) {
    return Placeholders.resolve(
        entry.value(),
        n -> configuration.variable(entry.scope(), n).map(ConfigValue::value)
            .filter(v -> !v.contains("${"))).text();
  }

  /** Who serves the URL of an entry; a host inside the deployment is the team's own. */
  private Optional<String> host(ConfigEntry entry, boolean related) {
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
    Optional<String> named = names.words(host);
    if (named.isPresent()) {
      return named;
    }
    return Optional.of(inside(host) ? "self-hosted" : "unknown");
  }

  private static boolean inside(String host) {
    return host.indexOf('.') < 0 || host.endsWith(".local") || host.endsWith(".svc")
        || host.contains(".svc.") || host.endsWith(".internal") || host.startsWith("10.")
        || host.startsWith("192.168.") || host.startsWith("127.") || host.startsWith("172.");
  }

  private Optional<String> model(ConfigEntry entry) {
    return KeyMeaning.of(entry.key()).filter(k -> k == FactKind.MODEL).isPresent()
        ? names.model(text(entry)) : Optional.empty();
  }

  private Optional<ConfigFact> fact(ConfigEntry entry) {
    Optional<FactKind> kind = KeyMeaning.of(entry.key());
    if (kind.isEmpty() || KeyMeaning.beside(entry.key()) || selectsNothing(entry)) {
      return Optional.empty();
    }
    boolean framework = KeyMeaning.framework(entry.key());
    Optional<String> word = names.words(entry.key());
    Optional<String> host =
        kind.get() == FactKind.BASE_URL ? host(entry, framework || word.isPresent())
            : Optional.empty();
    Optional<String> grouped = inherited(entry, hostOfGroup);
    Optional<String> sibling =
        entry.source().environment() ? Optional.empty() : inherited(entry, wordOfGroup);
    Optional<String> provider =
        host.or(() -> kind.get() == FactKind.MODEL && entry.key().endsWith("provider")
                ? names.words(entry.value()) : Optional.empty())
            .or(() -> grouped).or(() -> selected(entry)).or(() -> word).or(() -> model(entry))
            .or(() -> sibling);
    if (provider.isEmpty() && !framework) {
      return Optional.empty();
    }
    aiScopes.add(entry.scope());
    return Optional.of(
        new ConfigFact(
            entry.location(), kind.get(), provider.orElse("configured"), detail(entry, kind.get()),
            entry.evidence()));
  }

  /** {@code spring.ai.model.chat=ollama} names a provider in its value. */
  private Optional<String> selected(ConfigEntry entry) {
    return ConfigKey.canonical(entry.key()).startsWith("spring.ai.model.")
        ? names.words(text(entry)) : Optional.empty();
  }

  private static boolean selectsNothing(ConfigEntry entry) {
    boolean kindOfKey = KeyMeaning.of(entry.key())
        .filter(k -> k == FactKind.API_KEY_REF || k == FactKind.BASE_URL).isPresent();
    return !kindOfKey && entry.value().isBlank();
  }

  private static String group(ConfigEntry entry) {
    return entry.location().file() + "|" + entry.profile().orElse("") + "|"
        + parent(family(entry));
  }

  /** Variables have no dots; their group is the name up to the kind of setting. */
  private static String family(ConfigEntry entry) {
    return entry.source().environment()
        ? entry.key().replace('_', '.') : ConfigKey.canonical(entry.key());
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

  private Optional<ConfigFact> guard(ConfigEntry entry) {
    Optional<FactKind> kind = KeyMeaning.guard(entry.key());
    return kind.filter(k -> aiScopes.contains(entry.scope()))
        .map(k -> new ConfigFact(
            entry.location(), k, names.words(entry.key()).orElse("unknown"),
            detail(entry, k), entry.evidence()));
  }

  private static String detail(ConfigEntry entry, FactKind kind) {
    StringBuilder out = new StringBuilder(entry.key());
    String value = entry.value();
    if (kind == FactKind.API_KEY_REF) {
      out.append(value.contains("${") ? " from " + value
          : entry.exposed() ? " written in the file"
          : value.isBlank() ? " is empty" : " is a placeholder");
    } else {
      out.append(" = ").append(value.length() > 200 ? value.substring(0, 200) + "…" : value);
    }
    entry.profile().ifPresent(p -> out.append(" (profile ").append(p).append(')'));
    return out.append(entry.evidence() == Evidence.ASSUMED ? " (recovered file)" : "").toString();
  }
}
