package dev.aiaudit.runbook;

import static dev.aiaudit.runbook.MarkdownPage.code;

import dev.aiaudit.model.CallPath;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.render.Phrases;
import dev.aiaudit.runbook.TestStyle.Runner;
import dev.aiaudit.runbook.TestStyle.StubServer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** A test file that drives the class with the call while the provider fails. */
final class TestSkeleton {
  /** As text, since it is the word of a test framework and not of this program. */
  private static final String FAIL = "    fail(\"TODO(owner)\");\n";

  private final String pack;
  private final String type;
  private final TestStyle style;
  private final Runner runner;
  private final String status;

  private TestSkeleton(CallSite target, Runbook book) {
    this.type = type(target);
    String method = target.enclosing();
    int end = method.length() - Phrases.shortName(method).length() - 1;
    this.pack = SafeWord.name(method.substring(0, Math.max(0, end))).orElse("");
    List<String> tests = book.clues(Clue.Kind.TEST).stream().map(Clue::value).toList();
    this.style = TestStyle.of(tests, simpleName());
    this.runner = style.runner();
    this.status = book.facts().sampleCode().orElse("503");
  }

  static String of(Runbook book, String toRoot) {
    MarkdownPage page = new MarkdownPage(toRoot);
    page.heading("Test skeleton");
    target(book)
        .map(target -> new TestSkeleton(target, book))
        .ifPresentOrElse(
            skeleton -> {
              page.paragraph(skeleton.introduction());
              page.fence("java", skeleton.source());
            },
            () -> page.paragraph("No class to drive was found."));
    return page.toString();
  }

  /** A waiting call first, and one with a guard before one without. */
  private static Optional<CallSite> target(Runbook book) {
    return book.sites().stream()
        .filter(site -> SafeWord.name(type(site)).isPresent())
        .min(
            Comparator.comparing(
                    (CallSite site) -> site.paths().stream().noneMatch(CallPath::waits))
                .thenComparing(site -> site.guards().isEmpty()));
  }

  /** {@code Outer.Inner} for a nested class. */
  private static String type(CallSite site) {
    return Phrases.className(site.enclosing());
  }

  private String simpleName() {
    return type.substring(type.lastIndexOf('.') + 1);
  }

  private String introduction() {
    String file =
        "src/test/java/"
            + (pack.isEmpty() ? "" : pack.replace('.', '/') + "/")
            + simpleName()
            + "OutageTest.java";
    return "Save as "
        + code(file)
        + (style.isKnown()
            ? ". It is in the style of the project's own tests (" + runner.words() + ")."
            : ". The project has no tests; this is plain JUnit 5.")
        + " It compiles, and fails until it is filled in.";
  }

  private String source() {
    boolean old = style.isOldJUnit();
    StringBuilder code = new StringBuilder();
    code.append(pack.isEmpty() ? "" : "package " + pack + ";\n\n");
    code.append("import static org.junit.")
        .append(old ? "Assert" : "jupiter.api.Assertions")
        .append(".fail;\n\n");
    imports(old).forEach(name -> code.append("import ").append(name).append(";\n"));
    code.append('\n').append(annotation());
    code.append(old ? "public " : "")
        .append("class ")
        .append(simpleName())
        .append("OutageTest {\n");
    code.append(subject());
    code.append("  @Test\n  ")
        .append(old ? "public " : "")
        .append("void answersWhileTheProviderIsDown() throws Exception {\n");
    return code.append(body()).append("  }\n}\n").toString();
  }

  private TreeSet<String> imports(boolean old) {
    TreeSet<String> names = new TreeSet<>();
    names.add(old ? "org.junit.Test" : "org.junit.jupiter.api.Test");
    switch (runner) {
      case SPRING -> {
        names.add("org.springframework.beans.factory.annotation.Autowired");
        names.add("org.springframework.boot.test.context.SpringBootTest");
        if (old) {
          names.add("org.junit.runner.RunWith");
          names.add("org.springframework.test.context.junit4.SpringRunner");
        }
      }
      case QUARKUS -> {
        names.add("io.quarkus.test.junit.QuarkusTest");
        names.add(style.uses("javax.inject.") ? "javax.inject.Inject" : "jakarta.inject.Inject");
      }
      case MOCKITO -> {
        names.add("org.junit.jupiter.api.extension.ExtendWith");
        names.add("org.mockito.InjectMocks");
        names.add("org.mockito.junit.jupiter.MockitoExtension");
      }
      default -> {}
    }
    style.server().ifPresent(server -> names.addAll(imports(server)));
    return names;
  }

  private static List<String> imports(StubServer server) {
    return switch (server) {
      case WIRE_MOCK ->
          List.of(
              "com.github.tomakehurst.wiremock.WireMockServer",
              "com.github.tomakehurst.wiremock.client.WireMock");
      case MOCK_WEB_SERVER ->
          List.of("okhttp3.mockwebserver.MockResponse", "okhttp3.mockwebserver.MockWebServer");
    };
  }

  private String annotation() {
    return switch (runner) {
      case SPRING ->
          (style.isOldJUnit() ? "@RunWith(SpringRunner.class)\n" : "") + "@SpringBootTest\n";
      case QUARKUS -> "@QuarkusTest\n";
      case MOCKITO -> "@ExtendWith(MockitoExtension.class)\n";
      default -> "";
    };
  }

  private String subject() {
    return switch (runner) {
      case SPRING -> "  @Autowired " + type + " subject;\n\n";
      case QUARKUS -> "  @Inject " + type + " subject;\n\n";
      case MOCKITO ->
          "  // @Mock: what it calls, and let that throw what it throws in an outage\n"
              + "  @InjectMocks "
              + type
              + " subject;\n\n";
      default -> "";
    };
  }

  private String body() {
    String steps =
        "    // 2. call "
            + type
            + " the way its entry point does\n"
            + "    // 3. assert the replacement answer, and that it came within the budget\n"
            + FAIL;
    return style.server().map(server -> served(server, steps)).orElseGet(() -> unserved() + steps);
  }

  private String unserved() {
    return runner == Runner.MOCKITO || style.uses("org.mockito")
        ? "    // 1. let a mock of the client throw what it throws when the provider is down, or\n"
            + "    //    start a stub from above and point the base URL of the client at it\n"
        : "    // 1. start a stub from above, and point the base URL of the client at it\n";
  }

  private String served(StubServer server, String steps) {
    String inner = steps.indent(2);
    return switch (server) {
      case WIRE_MOCK ->
          """
              WireMockServer provider = new WireMockServer(0);
              provider.start();
              try {
                provider.stubFor(
                    WireMock.any(WireMock.anyUrl())
                        .willReturn(WireMock.aResponse().withStatus(%s)));
                // 1. point the base URL of the client at provider.baseUrl()
          %s    } finally {
                provider.stop();
              }
          """
              .formatted(status, inner);
      case MOCK_WEB_SERVER ->
          """
              try (MockWebServer provider = new MockWebServer()) {
                provider.enqueue(new MockResponse().setResponseCode(%s));
                provider.start();
                // 1. point the base URL of the client at provider.url("/")
          %s    }
          """
              .formatted(status, inner);
    };
  }
}
