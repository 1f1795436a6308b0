package dev.aiaudit.runbook;

import dev.aiaudit.model.ConfigFact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes of settings to copy: as environment variables, and as lines of the project's files. */
final class SettingCommands {
  private static final Pattern FILE = Pattern.compile("(?:.*/)?application[\\w.-]*\\.(\\w+)");
  private static final Pattern VALUE = Pattern.compile(" = (\\S+)");
  private static final Pattern INDEXED = Pattern.compile("\\[\\d");

  private final Map<String, ConfigFact> byKey = new LinkedHashMap<>();

  /** Only what Spring Boot or MicroProfile Config can take from the environment is used. */
  SettingCommands(List<ConfigFact> facts) {
    for (ConfigFact fact : facts) {
      String key = ActionSections.key(fact);
      boolean file = FILE.matcher(fact.location().file()).matches();
      boolean plain = key.indexOf('.') > 0 && !INDEXED.matcher(key).find();
      if (file && plain && SafeWord.name(key).isPresent()) {
        byKey.putIfAbsent(key, fact);
      }
    }
  }

  void write(MarkdownPage page) {
    if (byKey.isEmpty()) {
      return;
    }
    page.paragraph(
        "Replace each `NEW`, leave out the lines that you do not need. As environment variables"
            + " they win over the files at the next start of an instance; what profiles and the"
            + " platform set elsewhere is not seen here. How to roll out: `TODO(owner)`.");
    StringBuilder exports = new StringBuilder();
    byKey.forEach(
        (key, fact) ->
            SafeWord.environment(key)
                .ifPresent(
                    name ->
                        exports
                            .append("export ")
                            .append(name)
                            .append("='NEW'")
                            .append(note(fact))));
    page.fence("sh", exports.toString());
    page.paragraph("Or in the file itself:");
    Map<String, StringBuilder> files = new LinkedHashMap<>();
    byKey.forEach(
        (key, fact) ->
            files
                .computeIfAbsent(format(fact), f -> new StringBuilder())
                .append(note(fact).strip())
                .append('\n')
                .append(key)
                .append(format(fact).equals("yaml") ? ": 'NEW'\n" : "=NEW\n"));
    files.forEach((format, lines) -> page.fence(format, lines.toString()));
  }

  private static String format(ConfigFact fact) {
    return fact.location().file().endsWith(".properties") ? "properties" : "yaml";
  }

  /** The value before, for Recover, unless it holds anything that a shell could take up. */
  private static String note(ConfigFact fact) {
    List<String> words = new ArrayList<>();
    Matcher value = VALUE.matcher(fact.detail());
    if (value.find()) {
      safe(value.group(1)).map(v -> "was " + v).ifPresent(words::add);
    }
    SafeWord.place(fact.location().toString()).ifPresent(words::add);
    return words.isEmpty() ? "\n" : "  # " + String.join(", ", words) + "\n";
  }

  private static Optional<String> safe(String value) {
    return SafeWord.url(value).or(() -> SafeWord.name(value));
  }
}
