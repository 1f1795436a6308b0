package dev.aiaudit.detect.http;

import dev.aiaudit.configsource.AiNames;
import dev.aiaudit.configsource.ConfigEntry;
import dev.aiaudit.configsource.Modules;
import dev.aiaudit.detect.Surroundings;
import dev.aiaudit.javasource.index.FileSet;
import dev.aiaudit.javasource.index.JavaIndex;
import dev.aiaudit.resolve.DeclaredType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Settings of the tree whose value is the URL of an AI provider, and the files that can read them.
 */
final class AiSettings {
  private static final Pattern FALLBACK = Pattern.compile("\\$\\{[^:}]+:-?([^}]+)\\}");
  private static final Pattern ADDRESS =
      Pattern.compile(".*(url|uri|endpoint|host|base|address|domain)$");
  private static final int MAX_GROUPS = 200;

  private final Surroundings at;
  private final AiUrls urls;
  private final AiNames names;
  private final Set<String> scopes = new LinkedHashSet<>();
  private final Set<String> keys = new LinkedHashSet<>();

  AiSettings(Surroundings at, AiUrls urls) {
    this.at = at;
    this.urls = urls;
    this.names = new AiNames(at.catalog());
    for (ConfigEntry entry : at.config().configuration().entries()) {
      if (!entry.test() && isAiUrl(entry)) {
        scopes.add(entry.scope());
        keys.add(entry.canonicalKey());
      }
    }
  }

  private boolean isAiUrl(ConfigEntry entry) {
    String value = entry.value().strip();
    Matcher fallback = FALLBACK.matcher(value);
    String text = fallback.find() ? fallback.replaceFirst("$1") : value;
    boolean address = ADDRESS.matcher(entry.key().toLowerCase(Locale.ROOT)).matches();
    return urls.tells(text)
        || address && names.words(entry.key()).isPresent() && !framework(entry.key());
  }

  /**
   * Whether a literal refers to a setting that must be the address of an AI provider; its value may
   * stand outside of the tree.
   */
  boolean refersToUrl(String literal) {
    if (!literal.startsWith("${")) {
      return false;
    }
    String key = literal.substring(2).split("[:}]", 2)[0];
    return ADDRESS.matcher(key.toLowerCase(Locale.ROOT)).matches()
        && names.words(key).isPresent()
        && !framework(key);
  }

  /** Keys that an AI framework reads itself. */
  private static boolean framework(String key) {
    String lower = key.toLowerCase(Locale.ROOT).replace('_', '.');
    return lower.startsWith("spring.ai.") || lower.contains("langchain4j.");
  }

  boolean isEmpty() {
    return scopes.isEmpty();
  }

  /** Of the files, those that may read a setting of an AI URL. */
  FileSet users(FileSet clients) {
    if (isEmpty()) {
      return FileSet.none();
    }
    JavaIndex index = at.project().index();
    FileSet reading = FileSet.none();
    for (String annotation : List.of("Value", "ConfigProperty", "Property")) {
      reading = reading.union(index.filesAnnotated(annotation));
    }
    for (String method :
        List.of("getProperty", "getRequiredProperty", "getenv", "getOptionalValue")) {
      reading = reading.union(index.filesCalling(method));
    }
    for (String group : groups(index)) {
      reading = reading.union(index.filesMentioning(group));
    }
    int[] near = reading.intersect(clients).stream().filter(this::near).toArray();
    return FileSet.of(near);
  }

  /** Names of types that hold a group of settings with an AI URL among them. */
  private Set<String> groups(JavaIndex index) {
    FileSet files =
        index
            .filesAnnotated("ConfigurationProperties")
            .union(index.filesAnnotated("ConfigMapping"));
    Set<String> out = new LinkedHashSet<>();
    for (int file : files.stream().filter(this::near).limit(MAX_GROUPS).toArray()) {
      at.project().tree().load(file).stream()
          .flatMap(f -> f.types().stream())
          .map(DeclaredType::decl)
          .forEach(d -> out.add(d.name()));
    }
    return out;
  }

  private boolean near(int file) {
    Modules modules = at.config().modules();
    String dir = modules.dirOf(at.project().tree().path(file));
    return scopes.stream()
        .anyMatch(
            s ->
                s.equals(dir)
                    || s.isEmpty()
                    || dir.startsWith(s + "/")
                    || s.startsWith(dir + "/")
                    || dir.isEmpty()
                    || modules.dependentsOf(dir).contains(s)
                    || modules.dependenciesOf(dir).contains(s));
  }
}
