package dev.aiaudit.flow.wait;

import dev.aiaudit.catalog.Catalog;
import dev.aiaudit.catalog.Sdk;
import dev.aiaudit.catalog.SdkDefaults;
import dev.aiaudit.configsource.Module;
import dev.aiaudit.configsource.ProjectConfig;
import dev.aiaudit.detect.RequestSite;
import dev.aiaudit.flow.wait.Retries.Backoff;
import dev.aiaudit.model.Mode;
import dev.aiaudit.syntax.Import;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an SDK does when nobody configures it, by its version where that is known. */
final class SdkBudgets {
  private static final Backoff VENDOR = new Backoff(0.5, 2, 8);
  private static final Backoff SPRING_AI = new Backoff(2, 5, 180);

  /** Modules of Spring AI 2 that sit on Spring's HTTP clients and its retry template. */
  private static final Set<String> TEMPLATE_MODULES =
      Set.of("mistral", "deepseek", "ollama", "google-gemini", "google", "vertex-ai");

  private final Catalog catalog;
  private final ProjectConfig config;

  SdkBudgets(Catalog catalog, ProjectConfig config) {
    this.catalog = catalog;
    this.config = config;
  }

  Budget of(RequestSite site) {
    Optional<Module> module = config.modules().of(site.code().owner().file().path());
    if (site.sdk().startsWith("http:")) {
      return http(site.sdk().substring("http:".length()), module);
    }
    boolean answersWhole = site.mode() == Mode.BLOCKING || site.mode() == Mode.FUTURE;
    if (site.sdk().equals("spring-ai")) {
      return springAi(site.provider().provider(), module, answersWhole);
    }
    if (site.sdk().endsWith("langchain4j")) {
      return langChain4j(site, module, answersWhole);
    }
    return imported(site)
        .or(() -> sdk(site.sdk(), module))
        .map(s -> ofCatalog(s, true))
        .orElse(unknown(site.sdk()));
  }

  private static Budget unknown(String sdk) {
    Limit limit = Limit.unknown("what " + sdk + " does by default is not known");
    return new Budget(limit, Retries.NONE, Optional.empty(), Backoff.NONE);
  }

  /** Of several generations of a library, the one that the file imports. */
  private Optional<Sdk> imported(RequestSite site) {
    List<Import> imports = site.code().owner().file().syntax().imports();
    return catalog.sdks().stream()
        .filter(s -> s.family().equals(site.sdk()))
        .filter(
            s ->
                s.packages().stream()
                    .anyMatch(p -> imports.stream().anyMatch(i -> i.name().startsWith(p))))
        .findFirst();
  }

  /** The catalogue entry by id, else the one of a family that the build uses. */
  private Optional<Sdk> sdk(String name, Optional<Module> module) {
    Optional<Sdk> exact = catalog.sdk(name);
    if (exact.isPresent()) {
      return exact;
    }
    List<Sdk> family = catalog.sdks().stream().filter(s -> s.family().equals(name)).toList();
    return family.stream()
        .filter(
            s ->
                module.isPresent()
                    && s.artifacts().keySet().stream().anyMatch(a -> uses(module.get(), a)))
        .findFirst()
        .or(() -> family.stream().max(Comparator.comparing(Sdk::id)));
  }

  private static boolean uses(Module module, String coordinates) {
    return module.dependencies().stream().anyMatch(d -> d.coordinates().equals(coordinates));
  }

  private static Budget ofCatalog(Sdk sdk, boolean retries) {
    SdkDefaults d = sdk.defaults();
    Backoff backoff =
        new Backoff(
            d.backoff().orElse(0.0),
            d.backoffFactor().orElse(1.0),
            d.backoffCap().orElse(86_400.0));
    Retries tries =
        retries
            ? Retries.byDefault(d.attempts().orElse(1), backoff, "default of " + sdk.name())
            : Retries.NONE;
    return new Budget(limit(sdk), tries, Optional.empty(), backoff);
  }

  private static Limit limit(Sdk sdk) {
    SdkDefaults d = sdk.defaults();
    Optional<Double> limit =
        d.requestTimeout().filter(s -> s > 0).or(() -> d.readTimeout().filter(s -> s > 0));
    if (limit.isPresent()) {
      return Limit.byDefault(seconds(limit.get()), "timeout, the default of " + sdk.name());
    }
    return d.requestTimeout().isPresent() || d.readTimeout().isPresent()
        ? Limit.none("the answer: " + sdk.name() + " sets no time limit by default")
        : Limit.unknown("what " + sdk.name() + " does by default is not known");
  }

  private static Duration seconds(double s) {
    return Duration.ofMillis(Math.round(s * 1000));
  }

  /** Plain clients send a POST once; only Feign without Spring Cloud tries again. */
  private Budget http(String name, Optional<Module> module) {
    Optional<Sdk> sdk = sdk(name, module).or(() -> sdk("http:" + name, module));
    if (sdk.isEmpty()) {
      return unknown(name);
    }
    boolean feign =
        name.contains("feign")
            && module.filter(m -> m.has("spring-cloud-starter-openfeign")).isEmpty();
    Budget budget = ofCatalog(sdk.get(), feign);
    boolean quarkus = module.filter(m -> m.hasGroup("io.quarkus")).isPresent();
    return name.equals("microprofile-rest-client") && quarkus
        ? budget.withAttempt(
            Limit.byDefault(Duration.ofSeconds(30), "read timeout, the default of Quarkus"))
        : budget;
  }

  private Budget langChain4j(RequestSite site, Optional<Module> module, boolean whole) {
    boolean quarkus = module.filter(m -> m.hasGroup("io.quarkiverse.langchain4j")).isPresent();
    if (quarkus) {
      return catalog.sdk("quarkus-langchain4j").map(s -> ofCatalog(s, false)).orElseThrow();
    }
    boolean old =
        generation(module, "dev.langchain4j", "")
            .map(v -> v.startsWith("0."))
            .orElse(site.callee().startsWith("ChatLanguageModel"));
    return catalog
        .sdk(old ? "langchain4j-0" : "langchain4j-1")
        .map(s -> ofCatalog(s, whole))
        .orElse(unknown("LangChain4j"));
  }

  /** Whether LangChain4j counts attempts where later versions count retries. */
  boolean countsAttempts(RequestSite site) {
    return site.sdk().endsWith("langchain4j")
        && generation(config.modules().of(site.code().owner().file().path()), "dev.langchain4j", "")
            .filter(v -> v.startsWith("0."))
            .isPresent();
  }

  /** The version of the first dependency of a group that has one. */
  private static Optional<String> generation(
      Optional<Module> module, String group, String artifactPrefix) {
    return module.stream()
        .flatMap(m -> m.dependencies().stream())
        .filter(d -> d.group().equals(group) && d.artifact().startsWith(artifactPrefix))
        .flatMap(d -> d.version().stream())
        .findFirst();
  }

  /** Whether the module is on Spring AI 2. */
  boolean springAi2(Optional<Module> module) {
    return generation(module, "org.springframework.ai", "")
        .filter(v -> v.startsWith("2."))
        .isPresent();
  }

  private Budget springAi(String provider, Optional<Module> module, boolean whole) {
    if (provider.startsWith("azure")) {
      return sdk("azure-ai-openai", module).map(s -> ofCatalog(s, true)).orElse(unknown("Azure"));
    }
    if (provider.contains("bedrock")) {
      return bedrock(module);
    }
    if (provider.equals("dashscope")) {
      return unknown("Spring AI Alibaba");
    }
    boolean second = springAi2(module);
    if (second && !TEMPLATE_MODULES.contains(provider)) {
      return ofVendor(provider);
    }
    String name = second ? "Spring AI 2" : "Spring AI 1";
    Retries retries =
        whole ? Retries.byDefault(second ? 11 : 10, SPRING_AI, "default of " + name) : Retries.NONE;
    return new Budget(
        Limit.none("the answer: " + name + " sets no time limit by default"),
        retries,
        Optional.empty(),
        SPRING_AI);
  }

  private static Budget ofVendor(String provider) {
    int attempts = provider.equals("openai") ? 4 : 3;
    if (!provider.equals("openai") && !provider.equals("anthropic")) {
      return unknown("the Spring AI 2 module for " + provider);
    }
    return new Budget(
        Limit.byDefault(Duration.ofSeconds(60), "timeout, the default of Spring AI 2"),
        Retries.byDefault(attempts, VENDOR, "default of Spring AI 2"),
        Optional.empty(),
        VENDOR);
  }

  private Budget bedrock(Optional<Module> module) {
    Limit overall =
        Limit.byDefault(Duration.ofMinutes(5), "timeout of spring.ai.bedrock.aws, the default");
    return sdk("aws-bedrock-v2", module)
        .map(s -> ofCatalog(s, true).withOverall(overall))
        .orElse(unknown("Bedrock"));
  }
}
