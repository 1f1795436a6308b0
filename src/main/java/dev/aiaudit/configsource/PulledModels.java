package dev.aiaudit.configsource;

import dev.aiaudit.model.ConfigFact;
import dev.aiaudit.model.Evidence;
import dev.aiaudit.model.FactKind;
import dev.aiaudit.model.FactVerdict;
import dev.aiaudit.model.Location;
import java.util.ArrayList;
import java.util.List;

/** The models that commands of containers pull: {@code ollama pull llama3}. */
final class PulledModels {

  private static final List<String> COMMANDS = List.of("ollama pull ", "ollama run ");

  private PulledModels() {}

  static List<ConfigFact> find(ConfigFile file) {
    List<ConfigFact> facts = new ArrayList<>();
    if (!file.text().contains("ollama ")) {
      return facts;
    }
    String[] lines = Lines.of(file.text());
    for (int i = 0; i < lines.length; i++) {
      for (String command : COMMANDS) {
        int at = lines[i].indexOf(command);
        if (at >= 0 && !lines[i].strip().startsWith("#")) {
          String model = lines[i].substring(at + command.length()).strip().split("[\\s\"';&|]")[0];
          facts.add(
              new ConfigFact(
                      Location.ofLine(file.path(), i + 1),
                      FactKind.MODEL,
                      "ollama",
                      command.strip() + " " + model,
                      Evidence.DECLARED)
                  .judged(FactVerdict.EFFECTIVE));
        }
      }
    }
    return facts;
  }
}
