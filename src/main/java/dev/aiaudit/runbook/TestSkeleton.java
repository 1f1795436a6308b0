package dev.aiaudit.runbook;

import dev.aiaudit.model.CallPath;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.render.Phrases;
import java.util.List;
import java.util.Optional;

/** A test that drives the class with the call while the provider fails. */
final class TestSkeleton {
  private final Runbook book;

  private TestSkeleton(Runbook book) {
    this.book = book;
  }

  static String of(Runbook book, String toRoot) {
    MarkdownPage page = new MarkdownPage(toRoot);
    page.heading("Test skeleton");
    TestSkeleton skeleton = new TestSkeleton(book);
    Optional<String> type = skeleton.target().map(TestSkeleton::type);
    if (type.isEmpty()) {
      page.paragraph("No class to drive was found.");
      return page.toString();
    }
    page.paragraph(skeleton.style());
    page.fence("java", skeleton.code(type.get()));
    return page.toString();
  }

  private boolean uses(String word) {
    return book.clues(Clue.Kind.TEST).stream().anyMatch(test -> test.value().contains(word));
  }

  private boolean spring() {
    return uses("@SpringBootTest");
  }

  private boolean quarkus() {
    return uses("@QuarkusTest");
  }

  private boolean oldJUnit() {
    return uses("org.junit.Test") && !uses("org.junit.jupiter");
  }

  private String style() {
    List<Clue> tests = book.clues(Clue.Kind.TEST);
    String style =
        quarkus()
            ? "Quarkus test"
            : spring() ? "Spring Boot test" : oldJUnit() ? "JUnit 4" : "JUnit 5";
    return tests.isEmpty()
        ? "The project has no tests; this is plain JUnit 5. It fails until it is filled in."
        : "In the style of the project's own tests ("
            + style
            + "). It fails until it is filled in.";
  }

  /** A waiting call first, and one with a guard before one without. */
  private Optional<CallSite> target() {
    return book.sites().stream()
        .filter(
            site ->
                SafeWord.name(type(site)).isPresent()
                    && site.paths().stream().anyMatch(CallPath::waits))
        .min(java.util.Comparator.comparing((CallSite site) -> site.guards().isEmpty()))
        .or(
            () ->
                book.sites().stream().filter(s -> SafeWord.name(type(s)).isPresent()).findFirst());
  }

  private static String type(CallSite site) {
    return Phrases.className(site.enclosing()).replaceFirst(".*\\.", "");
  }

  private String code(String type) {
    String test =
        oldJUnit() && !quarkus() && !spring() ? "org.junit.Test" : "org.junit.jupiter.api.Test";
    String fail =
        oldJUnit() && !quarkus() && !spring()
            ? "org.junit.Assert.fail"
            : "org.junit.jupiter.api.Assertions.fail";
    StringBuilder code = new StringBuilder("import static " + fail + ";\n\n");
    code.append(stubImports());
    code.append("import ").append(test).append(";\n");
    if (quarkus()) {
      code.append("import io.quarkus.test.junit.QuarkusTest;\nimport jakarta.inject.Inject;\n");
    } else if (spring()) {
      code.append("import org.springframework.beans.factory.annotation.Autowired;\n");
      code.append("import org.springframework.boot.test.context.SpringBootTest;\n");
    }
    code.append('\n').append(quarkus() ? "@QuarkusTest\n" : spring() ? "@SpringBootTest\n" : "");
    code.append(oldJUnit() ? "public " : "").append("class ").append(type).append("OutageTest {\n");
    if (quarkus() || spring()) {
      code.append(quarkus() ? "  @Inject " : "  @Autowired ").append(type).append(" subject;\n\n");
    }
    code.append("  @Test\n  ")
        .append(oldJUnit() ? "public " : "")
        .append("void answersWhileTheProviderIsDown() throws Exception {\n");
    code.append(stubStart());
    code.append("    // 2. call ").append(type).append(" the way its entry point does\n");
    code.append("    // 3. assert the replacement answer, and that it came within the budget\n");
    code.append("    fail(\"TODO(owner)\");\n  }\n}\n");
    return code.toString();
  }

  private boolean wireMock() {
    return uses("tomakehurst.wiremock");
  }

  private boolean mockWebServer() {
    return !wireMock() && uses("okhttp3.mockwebserver");
  }

  private String stubImports() {
    if (wireMock()) {
      return "import com.github.tomakehurst.wiremock.WireMockServer;\n"
          + "import com.github.tomakehurst.wiremock.client.WireMock;\n";
    }
    return mockWebServer()
        ? "import okhttp3.mockwebserver.MockResponse;\nimport okhttp3.mockwebserver.MockWebServer;\n"
        : "";
  }

  private String stubStart() {
    String status = book.facts().sampleCode().orElse("503");
    if (wireMock()) {
      return "    WireMockServer provider = new WireMockServer(0);\n"
          + "    provider.start();\n"
          + "    provider.stubFor(\n"
          + "        WireMock.any(WireMock.anyUrl())\n"
          + "            .willReturn(WireMock.aResponse().withStatus("
          + status
          + ")));\n"
          + "    // 1. point the base URL of the client at provider.baseUrl()\n";
    }
    if (mockWebServer()) {
      return "    MockWebServer provider = new MockWebServer();\n"
          + "    provider.enqueue(new MockResponse().setResponseCode("
          + status
          + "));\n"
          + "    provider.start();\n"
          + "    // 1. point the base URL of the client at provider.url(\"/\")\n";
    }
    return (uses("org.mockito")
            ? "    // 1. let a mock of the client throw what it throws when the provider is down, or:\n"
            : "")
        + "    // 1. start a stub from above, and point the base URL of the client at it\n";
  }
}
