package dev.aiaudit.catalog.facts;

import java.util.Optional;

/**
 * An answer by which a provider can be recognised as down, or the account as exhausted.
 *
 * @param code HTTP status, or a word such as {@code refused}
 * @param sign text in the answer that tells it from others with the same status
 * @param meaning what it means, with its source
 */
public record AnswerShape(String code, Optional<String> sign, SourcedFact meaning) {}
