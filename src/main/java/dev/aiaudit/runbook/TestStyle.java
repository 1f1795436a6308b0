package dev.aiaudit.runbook;

import java.util.List;
import java.util.Optional;

/**
 * How a project writes its tests. Those that name a class say how that class is tested; where there
 * is none, all tests speak.
 */
final class TestStyle {
  /** What a test class is run by. */
  enum Runner {
    PLAIN("JUnit 5"),
    OLD("JUnit 4"),
    MOCKITO("JUnit 5 with Mockito"),
    SPRING("Spring Boot test"),
    QUARKUS("Quarkus test");

    private final String words;

    Runner(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  private final List<String> tests;

  private TestStyle(List<String> tests) {
    this.tests = tests;
  }

  /**
   * The style for a class.
   *
   * @param all texts of all test classes
   */
  static TestStyle of(List<String> all, String type) {
    List<String> naming = all.stream().filter(t -> SourceWords.mentions(t, type)).toList();
    return new TestStyle(naming.isEmpty() ? all : naming);
  }

  boolean isKnown() {
    return !tests.isEmpty();
  }

  boolean uses(String word) {
    return tests.stream().anyMatch(test -> test.contains(word));
  }

  Runner runner() {
    if (mostUse("@QuarkusTest")) {
      return Runner.QUARKUS;
    }
    if (mostUse("@SpringBootTest")) {
      return Runner.SPRING;
    }
    if (mostUse("org.mockito.junit.jupiter")) {
      return Runner.MOCKITO;
    }
    return uses("org.junit.Test") && !uses("org.junit.jupiter") ? Runner.OLD : Runner.PLAIN;
  }

  /** Of JUnit 4 the framework's tests are written, too. */
  boolean isOldJUnit() {
    return uses("org.junit.Test") && !uses("org.junit.jupiter");
  }

  /** At least every third: a style that one test has is no style. */
  private boolean mostUse(String word) {
    long number = tests.stream().filter(test -> test.contains(word)).count();
    return number > 0 && number * 3 >= tests.size();
  }

  /** The stub server that tests use, if any. */
  Optional<StubServer> server() {
    if (uses("tomakehurst.wiremock")) {
      return Optional.of(StubServer.WIRE_MOCK);
    }
    return uses("okhttp3.mockwebserver")
        ? Optional.of(StubServer.MOCK_WEB_SERVER)
        : Optional.empty();
  }

  /** A server that stands in for the provider in a test. */
  enum StubServer {
    WIRE_MOCK,
    MOCK_WEB_SERVER
  }
}
