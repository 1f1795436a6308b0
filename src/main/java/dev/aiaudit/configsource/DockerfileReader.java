package dev.aiaudit.configsource;

import dev.aiaudit.configsource.ConfigReading.ContainerImage;
import dev.aiaudit.model.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads base images and {@code ENV} and {@code ARG} of a Dockerfile. */
final class DockerfileReader {

  private DockerfileReader() {}

  static ConfigReading read(ConfigFile file) {
    EntryCollector collector = new EntryCollector(file, file.dir());
    List<ContainerImage> images = new ArrayList<>();
    String[] lines = Lines.of(file.text());
    boolean environment = false;
    for (int i = 0; i < lines.length; i++) {
      String[] words = lines[i].strip().split("[ \t]+");
      String instruction = words[0].toUpperCase(java.util.Locale.ROOT);
      boolean continued = i > 0 && lines[i - 1].endsWith("\\");
      environment =
          continued ? environment : instruction.equals("ENV") || instruction.equals("ARG");
      if (!continued && instruction.equals("FROM") && words.length > 1) {
        String image = words[1].startsWith("--") && words.length > 2 ? words[2] : words[1];
        images.add(new ContainerImage(image, Location.ofLine(file.path(), i + 1)));
      } else if (environment) {
        assignments(collector, words, i + 1);
      }
    }
    return new ConfigReading(collector.entries(), images, List.of());
  }

  private static void assignments(EntryCollector collector, String[] words, int line) {
    if (words.length == 3 && words[0].equals("ENV") && words[1].indexOf('=') < 0) {
      add(collector, words[1], words[2], line);
      return;
    }
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals > 0) {
        add(collector, word.substring(0, equals), Quotes.strip(word.substring(equals + 1)), line);
      }
    }
  }

  private static void add(EntryCollector collector, String name, String value, int line) {
    collector.add(EntrySource.DOCKERFILE, name, value, Optional.empty(), false, line, 1);
  }
}
