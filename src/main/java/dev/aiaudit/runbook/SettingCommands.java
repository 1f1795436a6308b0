package dev.aiaudit.runbook;

import dev.aiaudit.model.ConfigFact;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes of settings to copy, as environment variables with the value that holds now. */
final class SettingCommands {
  private static final Pattern FILE =
      Pattern.compile("(?:.*/)?application[\\w.-]*\\.(?:properties|ya?ml)");
  private static final Pattern KEY = Pattern.compile("[\\w-]+(?:\\.[\\w-]+)+");
  private static final Pattern VALUE = Pattern.compile(" = (\\S+)");

  private final Map<String, String> notes = new LinkedHashMap<>();
  private final boolean microProfile;

  /**
   * Only what Spring Boot or MicroProfile Config can take from the environment is used.
   *
   * @param unset keys that stand in no file
   * @param microProfile whether names follow MicroProfile Config and not Spring Boot
   */
  SettingCommands(List<ConfigFact> facts, List<String> unset, boolean microProfile) {
    this.microProfile = microProfile;
    for (ConfigFact fact : facts) {
      if (isApplicationSetting(fact)) {
        notes.putIfAbsent(key(fact), note(fact));
      }
    }
    unset.forEach(key -> notes.putIfAbsent(key, "# was not set; 1 is one attempt"));
  }

  /** The key of {@code key = value} or {@code key from VARIABLE}. */
  static String key(ConfigFact fact) {
    return fact.detail().split(" (?:=|from) ", 2)[0].strip();
  }

  /** Whether a fact is a key of the application's own settings files. */
  static boolean isApplicationSetting(ConfigFact fact) {
    return FILE.matcher(fact.location().file()).matches() && KEY.matcher(key(fact)).matches();
  }

  void write(MarkdownPage page) {
    StringBuilder exports = new StringBuilder();
    notes.forEach(
        (key, note) ->
            SafeWord.environment(key, microProfile)
                .ifPresent(
                    name ->
                        exports.append(note).append("\nexport ").append(name).append("='NEW'\n")));
    if (exports.isEmpty()) {
      return;
    }
    page.paragraph(
        "To copy: replace each `NEW`, leave out the lines that you do not need. As environment"
            + " variables they win over the files at the next start of an instance; what profiles"
            + " and the platform set elsewhere is not seen here. How to roll out: `TODO(owner)`.");
    page.fence("sh", exports.toString());
  }

  /** The value before, for Recover, unless it holds anything that a shell could take up. */
  private static String note(ConfigFact fact) {
    Matcher value = VALUE.matcher(fact.detail());
    Optional<String> before = value.find() ? safe(value.group(1)) : Optional.empty();
    return before.map(v -> "# was " + v).orElse("# its value now: see above");
  }

  private static Optional<String> safe(String value) {
    return SafeWord.url(value).or(() -> SafeWord.name(value));
  }
}
