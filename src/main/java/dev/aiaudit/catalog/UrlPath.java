package dev.aiaudit.catalog;

import dev.aiaudit.model.Operation;

/**
 * What the path of a URL says when the host is not known.
 *
 * @param provider provider id; {@code openai-compatible} when many vendors serve this path
 * @param operation what is asked for
 * @param weak whether applications use such a path for APIs of their own, so that it needs a second
 *     sign
 */
public record UrlPath(String provider, Operation operation, boolean weak) {}
