package dev.aiaudit.detect.provider;

import dev.aiaudit.catalog.ArtifactEntry;
import dev.aiaudit.configsource.Dependency;
import dev.aiaudit.configsource.Module;
import dev.aiaudit.model.Evidence;
import dev.aiaudit.model.Operation;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Models that a framework configures by itself, from the starters and extensions on the class path
 * and the settings that select and point them.
 */
final class Starters {
  private static final String LOCAL = "local";

  /** Providers whose starters bring no embedding model. */
  private static final Set<String> NO_EMBEDDING =
      Set.of("anthropic", "deepseek", "moonshot", "perplexity", "groq", "xai", "elevenlabs");

  /** Providers whose starters bring no chat model. */
  private static final Set<String> NO_CHAT =
      Set.of("stability", "elevenlabs", "jina", "voyage", "nomic", "postgresml");

  /** Providers whose starters bring a model that ranks passages; for Google only Vertex does. */
  private static final Set<String> RANKS =
      Set.of("cohere", "jina", "voyage", "watsonx", "xinference", "nvidia", "dashscope");

  private final Basis at;
  private final ModelSettings settings;
  private final Map<Wanted, Set<String>> collected = new HashMap<>();

  private record Wanted(String dir, Operation operation, boolean classes) {}

  Starters(Basis at, Hosts hosts) {
    this.at = at;
    this.settings = new ModelSettings(at, hosts);
  }

  /**
   * The model that is configured.
   *
   * @param module folder of the module
   * @param operation what the model is for
   * @param hint name of the bean or of the model, empty when it does not matter
   */
  Clue clue(String module, Operation operation, String hint) {
    return clue(module, operation, hint, pins(module, operation, false));
  }

  /** The same from everything on the class path, for a model of which only the module is known. */
  Clue any(String module, Operation operation) {
    return clue(module, operation, "", pins(module, operation, true));
  }

  private Clue clue(String module, Operation operation, String hint, Set<String> pins) {
    Optional<String> selected = settings.selected(module, operation, hint);
    if (selected.isPresent()) {
      return selected.get().equals(LOCAL)
          ? Clue.IN_PROCESS
          : settings.clue(module, operation, selected.get(), hint).atMost(Evidence.DERIVED);
    }
    if (pins.size() > 1) {
      Optional<String> named = at.names().words(hint).filter(pins::contains);
      if (named.isPresent()) {
        return settings.clue(module, operation, named.get(), hint);
      }
    }
    Clue out = Clue.NONE;
    for (String pin : pins) {
      out =
          out.or(pin.equals(LOCAL) ? Clue.IN_PROCESS : settings.clue(module, operation, pin, hint));
    }
    return out;
  }

  /** The settings of one provider's model, whether or not there is a starter. */
  Clue of(String module, Operation operation, String provider) {
    return settings.clue(module, operation, provider, "");
  }

  private Set<String> pins(String module, Operation operation, boolean classes) {
    Set<String> own = new TreeSet<>(collect(module, operation, classes));
    for (String other : at.config().modules().dependentsOf(module)) {
      if (!own.isEmpty()) {
        break;
      }
      own.addAll(collect(other, operation, classes));
    }
    own.removeIf(p -> settings.disabled(module, operation, p));
    return own;
  }

  private Set<String> collect(String dir, Operation operation, boolean classes) {
    return collected.computeIfAbsent(
        new Wanted(dir, operation, classes), w -> search(w.dir(), w.operation(), w.classes()));
  }

  private Set<String> search(String dir, Operation operation, boolean classes) {
    Optional<Module> module =
        at.config().modules().all().stream().filter(m -> m.dir().equals(dir)).findFirst();
    Set<String> starters = new LinkedHashSet<>();
    Set<String> others = new LinkedHashSet<>();
    for (Dependency d : module.map(Module::dependencies).orElse(List.of())) {
      if (d.effective()) {
        pin(d)
            .filter(p -> serves(d, p, operation))
            .ifPresent(p -> (configures(d) || classes ? starters : others).add(p));
      }
    }
    return starters.isEmpty() ? others : starters;
  }

  /** Whether the artifact makes beans by itself and not only offers classes. */
  private static boolean configures(Dependency d) {
    return d.artifact().contains("starter")
        || d.artifact().startsWith("quarkus-")
        || d.artifact().startsWith("micronaut-");
  }

  private Optional<String> pin(Dependency d) {
    Optional<ArtifactEntry> entry = at.catalog().artifact(d.group(), d.artifact());
    Optional<String> listed = entry.flatMap(ArtifactEntry::provider).filter(p -> !p.isEmpty());
    boolean framework =
        entry
            .flatMap(e -> at.catalog().sdk(e.sdk()))
            .filter(s -> s.category().equals("framework"))
            .isPresent();
    return !framework && !isFramework(d)
        ? Optional.empty()
        : listed
            .or(() -> configures(d) ? at.names().words(d.artifact()) : Optional.empty())
            .filter(p -> !p.equals("configured") && !d.artifact().contains("mcp"))
            .filter(at::servesModels);
  }

  private static boolean isFramework(Dependency d) {
    return d.artifact().contains("spring-ai") || d.artifact().contains("langchain4j");
  }

  private static boolean serves(Dependency d, String provider, Operation operation) {
    boolean embeddingOnly =
        d.artifact().contains("embedding") || d.artifact().contains("transformers");
    if (operation == Operation.RERANK) {
      return RANKS.contains(provider)
          || provider.equals("google") && d.artifact().contains("vertex")
          || d.artifact().contains("scoring");
    }
    return operation == Operation.EMBEDDING
        ? !NO_EMBEDDING.contains(provider)
        : !embeddingOnly && !(operation == Operation.CHAT && NO_CHAT.contains(provider));
  }
}
