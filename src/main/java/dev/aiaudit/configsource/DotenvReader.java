package dev.aiaudit.configsource;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code NAME=value} lines of environment files. */
final class DotenvReader {

  private DotenvReader() {}

  static ConfigReading read(ConfigFile file) {
    EntryCollector collector = new EntryCollector(file, file.dir());
    String name = file.name().toLowerCase(Locale.ROOT);
    boolean example =
        name.contains("example")
            || name.contains("sample")
            || name.contains("template")
            || name.contains("dist")
            || name.contains("default");
    EntrySource source = example ? EntrySource.EXAMPLE : EntrySource.DOTENV;
    String[] lines = Lines.of(file.text());
    for (int i = 0; i < lines.length; i++) {
      int line = i + 1;
      String text = lines[i].strip();
      String body = text.startsWith("export ") ? text.substring(7).strip() : text;
      int equals = body.indexOf('=');
      if (equals > 0 && !body.startsWith("#") && name(body.substring(0, equals).strip())) {
        String value = value(body.substring(equals + 1).strip());
        int column = lines[i].indexOf(body) + 1;
        collector.add(
            source,
            body.substring(0, equals).strip(),
            value,
            Optional.empty(),
            false,
            line,
            column);
      }
    }
    return ConfigReading.of(collector.entries(), List.of());
  }

  private static boolean name(String text) {
    return !text.isEmpty()
        && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || "_.-".indexOf(c) >= 0);
  }

  private static String value(String written) {
    if (written.startsWith("\"") || written.startsWith("'")) {
      return written.substring(1, Math.max(1, Quotes.end(written, 0)));
    }
    int comment = written.indexOf(" #");
    return comment < 0 ? written : written.substring(0, comment).strip();
  }
}
