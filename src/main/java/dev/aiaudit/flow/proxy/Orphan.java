package dev.aiaudit.flow.proxy;

import dev.aiaudit.model.Location;

/**
 * A fallback that nothing runs.
 *
 * @param location its annotation
 * @param library whose annotation it is
 * @param reason why nothing runs it
 */
public record Orphan(Location location, String library, String reason) {}
