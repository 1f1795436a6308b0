package dev.aiaudit.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a provider's documents say about its availability.
 *
 * @param percent the figure that holds for every account; empty when there is none, or only one for
 *     some tier or product
 * @param text the documents in short
 * @param evidence {@code official}, {@code quoted} or {@code unverified}
 * @param source the page it was read on
 * @param checkedOn ISO date
 */
public record Sla(
    Optional<BigDecimal> percent, String text, String evidence, String source, String checkedOn) {}
