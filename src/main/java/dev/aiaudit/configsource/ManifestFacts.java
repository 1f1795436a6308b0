package dev.aiaudit.configsource;

import dev.aiaudit.model.ConfigFact;
import dev.aiaudit.model.Evidence;
import dev.aiaudit.model.FactKind;
import dev.aiaudit.model.FactVerdict;
import dev.aiaudit.model.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The AI SDKs that manifests of other languages name; read line by line. */
final class ManifestFacts {

  private final AiNames names;

  ManifestFacts(AiNames names) {
    this.names = names;
  }

  List<ConfigFact> find(ConfigFile file) {
    String name = file.name().toLowerCase(Locale.ROOT);
    List<ConfigFact> facts = new ArrayList<>();
    String[] lines = Lines.of(file.text());
    String section = "";
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      section = section(name, line, section);
      String found =
          name.equals("package.json")
              ? npm(line, section)
              : name.equals("go.mod") ? go(line) : python(name, line, section);
      String ecosystem =
          name.equals("package.json") ? "npm" : name.equals("go.mod") ? "go" : "pypi";
      Optional<String> provider =
          found.isEmpty() ? Optional.empty() : names.foreign(ecosystem, found);
      if (provider.isPresent()) {
        facts.add(fact(file, i + 1, found, provider.get(), section));
      }
    }
    return facts;
  }

  private static ConfigFact fact(
      ConfigFile file, int line, String found, String provider, String section) {
    boolean optional = section.contains("optional") || section.startsWith("dev");
    return new ConfigFact(
            Location.ofLine(file.path(), line),
            FactKind.DEPENDENCY,
            provider,
            found + (optional ? " (" + section + ")" : ""),
            Evidence.DECLARED)
        .judged(section.contains("optional") ? FactVerdict.INACTIVE : FactVerdict.NONE);
  }

  private static String section(String name, String line, String current) {
    if (name.equals("package.json")) {
      boolean opens = line.endsWith("{") && line.startsWith("\"");
      return opens
          ? line.substring(1, Math.max(1, line.indexOf('"', 1)))
          : line.startsWith("}") ? "" : current;
    }
    boolean header = line.startsWith("[") && line.endsWith("]") && !line.contains("\"");
    return header
        ? line.replace("[", "").replace("]", "")
        : name.endsWith(".toml") && line.matches("[a-z-]{1,40}\\s{0,3}=\\s{0,3}\\[.{0,2000}")
            ? current.replaceFirst("#.*", "") + "#" + line.substring(0, line.indexOf('=')).strip()
            : current;
  }

  private static String npm(String line, String section) {
    boolean dependencies = section.toLowerCase(Locale.ROOT).endsWith("dependencies");
    int end = line.indexOf('"', 1);
    return dependencies && line.startsWith("\"") && end > 0 ? line.substring(1, end) : "";
  }

  private static String go(String line) {
    String[] words = line.replaceFirst("^require\\s+", "").split("\\s+");
    if (words.length < 2 || !words[1].startsWith("v") || line.contains("// indirect")) {
      return "";
    }
    return words[0].replaceFirst("/v\\d{1,3}$", "");
  }

  private static String python(String file, String line, String section) {
    boolean toml = file.endsWith(".toml");
    if (line.startsWith("#") || toml && !section.contains("dependenc")) {
      return "";
    }
    String start =
        line.startsWith("\"") || line.startsWith("'") || line.startsWith("- ")
            ? line.replaceFirst("^[\"'-]\\s*", "")
            : line;
    int end = 0;
    while (end < start.length() && "[]=<>~!; \"',@".indexOf(start.charAt(end)) < 0) {
      end++;
    }
    return start.substring(0, end).toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
