package dev.aiaudit.engine;

import dev.aiaudit.catalog.Catalog;
import dev.aiaudit.catalog.data.DataException;
import dev.aiaudit.catalog.data.DataPath;
import dev.aiaudit.rule.RuleInfo;
import dev.aiaudit.rule.Rules;
import dev.aiaudit.settings.KnownWords;
import dev.aiaudit.settings.Settings;
import dev.aiaudit.settings.SettingsReader;
import dev.aiaudit.workspace.SmallFile;
import dev.aiaudit.workspace.TextDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds and reads the settings of a tree. */
public final class SettingsFile {
  /** Where settings are looked for, relative to the scanned root. */
  public static final String NAME = ".ai-audit.yml";

  private static final long MAX_BYTES = 1L << 20;

  private SettingsFile() {}

  /**
   * The settings of a tree.
   *
   * @param root the scanned folder or file
   * @param chosen a file that the user named
   * @param catalog for the providers that the file may name
   * @throws DataException when the file is too large or anything in it is not understood
   * @throws IOException when it cannot be read
   */
  static Settings read(Path root, Optional<Path> chosen, Catalog catalog) throws IOException {
    Optional<Path> file = chosen.or(() -> in(root));
    if (file.isEmpty()) {
      return Settings.NONE;
    }
    String name = chosen.map(Path::toString).orElse(NAME);
    // A link at the place where everybody looks may lead anywhere; one that the user named is
    // meant.
    Path real = chosen.isPresent() ? file.get().toRealPath() : file.get();
    if (!SmallFile.isRegular(real)) {
      throw new DataException(DataPath.file(name), "is not a regular file");
    }
    byte[] bytes =
        SmallFile.read(real, MAX_BYTES)
            .orElseThrow(() -> new DataException(DataPath.file(name), "is larger than 1 MiB"));
    return new SettingsReader(words(catalog)).read(name, TextDecoder.decode(bytes).text());
  }

  /** The file in a folder, or beside a single file. */
  private static Optional<Path> in(Path root) {
    Path folder = Files.isDirectory(root) ? root : root.toAbsolutePath().resolveSibling("");
    return Optional.of(folder.resolve(NAME))
        .filter(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS));
  }

  /** The rules, and the providers of the catalogue. */
  static KnownWords words(Catalog catalog) {
    Map<String, String> rules = new HashMap<>();
    Rules.all()
        .forEach(
            rule -> {
              RuleInfo info = rule.info();
              rules.put(info.id().toLowerCase(Locale.ROOT), info.id());
              rules.put(info.name(), info.id());
            });
    return new KnownWords(rules, () -> catalog.providers().keySet());
  }
}
