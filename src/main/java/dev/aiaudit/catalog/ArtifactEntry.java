package dev.aiaudit.catalog;

import java.util.Optional;

/**
 * A build dependency that brings an AI library.
 *
 * @param sdk id of the catalogue entry
 * @param family the id that reports use
 * @param provider the provider that the artifact pins, when it pins one
 */
public record ArtifactEntry(String sdk, String family, Optional<String> provider) {}
