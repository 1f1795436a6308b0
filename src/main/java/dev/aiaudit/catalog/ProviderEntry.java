package dev.aiaudit.catalog;

/**
 * A provider that the catalogue knows.
 *
 * @param id provider id
 * @param name name as people write it
 * @param kind {@code provider}, {@code gateway}, {@code cloud}, {@code vector-store}, {@code local}
 *     or {@code marker} (for {@code configured} and the like)
 */
public record ProviderEntry(String id, String name, String kind) {}
