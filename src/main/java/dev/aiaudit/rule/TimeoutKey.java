package dev.aiaudit.rule;

import dev.aiaudit.model.ConfigFact;
import dev.aiaudit.model.FactVerdict;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells timeouts in settings that something reads from those that only an application could read:
 * what its code does with such a key is seen at the call site.
 */
final class TimeoutKey {

  private static final List<String> LIBRARIES =
      List.of("spring.", "quarkus.", "langchain4j.", "micronaut.", "azure.request.");

  /** As the files of gateways write it, without any prefix. */
  private static final Set<String> GATEWAYS =
      Set.of("timeout", "request_timeout", "requesttimeout");

  private static final Set<FactVerdict> NOT_IN_FORCE =
      Set.of(FactVerdict.INEFFECTIVE, FactVerdict.INACTIVE, FactVerdict.PLACEHOLDER);

  private TimeoutKey() {}

  /** Whether a library or a gateway reads the timeout of a fact, whose detail begins with a key. */
  static boolean read(ConfigFact fact) {
    if (fact.verdict().filter(NOT_IN_FORCE::contains).isPresent()) {
      return false;
    }
    String key = fact.detail().split(" =|: ", 2)[0].strip().toLowerCase(Locale.ROOT);
    String dotted = key.replaceFirst("^%[a-z]+\\.", "").replace('_', '.') + ".";
    return GATEWAYS.contains(key) || LIBRARIES.stream().anyMatch(dotted::startsWith);
  }
}
