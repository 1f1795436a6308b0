package dev.aiaudit.flow.proxy;

/** Who makes the objects of an application and puts interceptors around them. */
enum Framework {
  SPRING("org.springframework"),
  QUARKUS("io.quarkus"),
  MICRONAUT("io.micronaut"),
  HELIDON("io.helidon"),
  /** None of these: a server, or it cannot be told. */
  OTHER("");

  private final String root;

  Framework(String root) {
    this.root = root;
  }

  /** Prefix of its group ids and packages. */
  String root() {
    return root;
  }
}
