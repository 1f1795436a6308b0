package dev.aiaudit.configsource;

import dev.aiaudit.escape.Redact;
import dev.aiaudit.escape.SecretSpan;
import dev.aiaudit.model.ConfigFact;
import dev.aiaudit.model.Evidence;
import dev.aiaudit.model.FactKind;
import dev.aiaudit.model.FactVerdict;
import dev.aiaudit.model.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keys of AI providers that stand in comments of settings files: they are as public as others. */
final class CommentKeys {

  private CommentKeys() {}

  static List<ConfigFact> find(AiNames names, ConfigFile file) {
    List<ConfigFact> facts = new ArrayList<>();
    String[] lines = Lines.of(file.text());
    for (int i = 0; i < lines.length; i++) {
      int start = comment(lines[i]);
      if (start < 0) {
        continue;
      }
      String text = lines[i].substring(start);
      for (SecretSpan span : Redact.find(text)) {
        Optional<String> provider =
            span.kind().equals("sk-")
                ? names.words(text.substring(0, span.start())).or(() -> Optional.of("unknown"))
                : Optional.of(span.provider()).filter(p -> !p.equals("unknown"));
        if (provider.isPresent() && Secrets.random(text.substring(span.start(), span.end()))) {
          facts.add(
              new ConfigFact(
                      Location.ofLine(file.path(), i + 1),
                      FactKind.API_KEY_REF,
                      provider.get(),
                      span.kind() + "*** in a comment",
                      Evidence.DECLARED)
                  .judged(FactVerdict.EXPOSED));
        }
      }
    }
    return facts;
  }

  /** Where the comment of a line starts; {@code #} within a value starts none. */
  private static int comment(String line) {
    String text = line.stripLeading();
    int indent = line.length() - text.length();
    boolean whole = text.startsWith("#") || text.startsWith("//") || text.startsWith("<!--");
    return whole ? indent : line.indexOf(" #");
  }
}
