package dev.aiaudit.trace.entry;

import dev.aiaudit.catalog.entrypoint.EntryPattern;
import java.util.Optional;

/**
 * A pattern that selects a method.
 *
 * @param pattern the pattern
 * @param route as a person writes it
 * @param waits whether somebody outside waits
 */
record Found(EntryPattern pattern, Optional<String> route, boolean waits) {}
