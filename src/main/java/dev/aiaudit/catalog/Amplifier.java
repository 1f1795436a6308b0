package dev.aiaudit.catalog;

/**
 * A type that, once plugged into a client or service, adds requests to each of its calls.
 *
 * @param sdk id of the catalogue entry
 * @param type full name
 * @param adds an operation word, {@code rag}, {@code mcp}, {@code search} or {@code none}
 */
public record Amplifier(String sdk, String type, String adds) {}
