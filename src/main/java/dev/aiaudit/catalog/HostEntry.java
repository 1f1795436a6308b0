package dev.aiaudit.catalog;

import dev.aiaudit.model.Named;

/**
 * A host that belongs to a provider.
 *
 * @param pattern the host, {@code *} for any text, a port where it matters
 * @param provider provider id
 * @param detail which part of the provider; may be empty
 * @param kind what it serves
 * @param weak whether other services use such a host too, so that it needs a second sign
 */
public record HostEntry(String pattern, String provider, String detail, Kind kind, boolean weak) {
  /** What a host serves. */
  public enum Kind implements Named {
    API,
    GATEWAY,
    LOCAL,
    AUTH,
    CONTROL_PLANE,
    MODEL_DOWNLOAD,
    VECTOR_STORE
  }
}
