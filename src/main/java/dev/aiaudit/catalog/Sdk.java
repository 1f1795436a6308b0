package dev.aiaudit.catalog;

import java.util.List;
import java.util.Map;

/**
 * A library or framework through which requests are made.
 *
 * @param id id of the catalogue entry
 * @param family the id that reports use; several generations of a library share one
 * @param name name as people write it
 * @param category such as {@code provider-sdk}, {@code framework}, {@code http-client}
 * @param provider who must be up unless something more special is known
 * @param detail which part of the provider, such as {@code vertex}; may be empty
 * @param inProcess whether it works inside the JVM
 * @param http whether it is a plain HTTP client, where the URL decides
 * @param packages import prefixes
 * @param artifacts coordinates {@code group:artifact} with the provider that one pins, or empty
 *     text
 * @param failures exceptions it throws
 * @param annotations annotations that make remote calls of methods
 * @param amplifiers types that add requests
 * @param defaults time limits and retries without configuration
 * @param sources artifacts that the entry was checked against
 * @param checked date of that check, {@code yyyy-mm-dd}
 */
public record Sdk(
    String id,
    String family,
    String name,
    String category,
    String provider,
    String detail,
    boolean inProcess,
    boolean http,
    List<String> packages,
    Map<String, String> artifacts,
    List<FailureType> failures,
    List<ServiceAnnotation> annotations,
    List<Amplifier> amplifiers,
    SdkDefaults defaults,
    List<String> sources,
    String checked) {}
