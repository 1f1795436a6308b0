package dev.aiaudit.configsource;

/** Where a setting comes from, from weakest to strongest. */
public enum EntrySource {
  /** An example that nobody loads: {@code .env.example}. */
  EXAMPLE,
  /** A resource that the application may load under its own name. */
  RESOURCE,
  /** Spring Cloud's {@code bootstrap}. */
  BOOTSTRAP,
  /** MicroProfile Config or Quarkus. */
  MICROPROFILE,
  /** {@code application}, of Spring, Quarkus or Micronaut. */
  APPLICATION,
  /** {@code ENV} of a Dockerfile. */
  DOCKERFILE,
  /** An environment file. */
  DOTENV,
  /** Environment of a Kubernetes container, Helm value or config map. */
  KUBERNETES,
  /** Environment of a compose service. */
  COMPOSE;

  /** Whether its names are environment variables. */
  public boolean environment() {
    return this == EXAMPLE || compareTo(DOCKERFILE) >= 0;
  }
}
