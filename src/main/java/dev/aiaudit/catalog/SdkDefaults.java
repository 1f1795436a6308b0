package dev.aiaudit.catalog;

import java.util.Optional;

/**
 * What an SDK does when nothing is configured. Times are in seconds; 0 means explicitly no limit,
 * empty means not set by this SDK or not known.
 *
 * @param connectTimeout seconds for the connection
 * @param readTimeout seconds without a byte
 * @param requestTimeout seconds for the whole request
 * @param attempts tries in all, the first included
 * @param backoff first pause in seconds
 * @param backoffFactor by which each pause grows
 * @param backoffCap longest pause in seconds
 * @param source where this was read
 */
public record SdkDefaults(
    Optional<Double> connectTimeout,
    Optional<Double> readTimeout,
    Optional<Double> requestTimeout,
    Optional<Integer> attempts,
    Optional<Double> backoff,
    Optional<Double> backoffFactor,
    Optional<Double> backoffCap,
    Optional<String> source) {}
