package dev.aiaudit.configsource;

import dev.aiaudit.model.Diagnostic;
import java.util.List;

/**
 * What a settings file says.
 *
 * @param entries in file order
 * @param images container images that it names, in file order
 * @param diagnostics what could not be read
 */
public record ConfigReading(
    List<ConfigEntry> entries, List<ContainerImage> images, List<Diagnostic> diagnostics) {

  /**
   * A container image.
   *
   * @param name as written
   * @param location where
   */
  public record ContainerImage(String name, dev.aiaudit.model.Location location) {}

  /** Keeps the parts unmodifiable. */
  public ConfigReading {
    entries = List.copyOf(entries);
    images = List.copyOf(images);
    diagnostics = List.copyOf(diagnostics);
  }

  static ConfigReading of(List<ConfigEntry> entries, List<Diagnostic> diagnostics) {
    return new ConfigReading(entries, List.of(), diagnostics);
  }
}
