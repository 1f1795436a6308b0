package dev.aiaudit.catalog.facts;

/**
 * One statement about a provider and where it comes from.
 *
 * @param text the statement, a name or a URL
 * @param evidence {@code official}, {@code quoted} (a third party quotes the provider) or {@code
 *     unverified}
 * @param source the page it was read on
 */
public record SourcedFact(String text, String evidence, String source) {}
