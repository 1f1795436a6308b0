package dev.aiaudit.cli;

/**
 * One library of the catalogue as {@code ai-audit catalog} lists it.
 *
 * @param id catalogue id, such as {@code openai-java}
 * @param name name as people write it
 * @param category such as {@code provider-sdk}
 * @param provider provider id, or {@code configured}
 */
public record CatalogRow(String id, String name, String category, String provider) {}
