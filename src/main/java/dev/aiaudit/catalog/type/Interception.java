package dev.aiaudit.catalog.type;

/** How the annotations of a library come to act on a call. */
public enum Interception {
  /** Spring's proxies: only calls through a reference that the container handed out. */
  SPRING_AOP,
  /** CDI outside Quarkus: as Spring's proxies. */
  CDI_WELD,
  /** Quarkus: any call on an instance that the container made, also on {@code this}. */
  QUARKUS_ARC,
  /** Micronaut: as Quarkus. */
  MICRONAUT,
  /** Helidon's service registry. */
  HELIDON_REGISTRY,
  /** EJB: only calls through an injected reference. */
  EJB,
  /** On the interface of a client whose implementation is generated. */
  GENERATED_CLIENT,
  /** No interception: an ordinary call, or a mark that only picks a thread. */
  NONE
}
