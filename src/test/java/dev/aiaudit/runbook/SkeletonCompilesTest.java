package dev.aiaudit.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.model.Location;
import dev.aiaudit.model.Report;
import dev.aiaudit.render.CannedReport;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The test that a drill page offers compiles as it stands, in the package of the class. */
class SkeletonCompilesTest {
  private static final Pattern FENCE = Pattern.compile("(?s)## Test skeleton.*?```java\n(.*?)```");
  private static final Pattern SUBJECT = Pattern.compile("call ([\\w.]+) the way");

  /** As much of the libraries as the skeleton names. */
  private static final Map<String, String> LIBRARIES =
      Map.of(
          "org.springframework.beans.factory.annotation.Autowired",
              "public @interface Autowired {}",
          "org.springframework.boot.test.context.SpringBootTest",
              "public @interface SpringBootTest {}",
          "io.quarkus.test.junit.QuarkusTest", "public @interface QuarkusTest {}",
          "jakarta.inject.Inject", "public @interface Inject {}",
          "org.mockito.InjectMocks", "public @interface InjectMocks {}",
          "org.mockito.junit.jupiter.MockitoExtension",
              "public class MockitoExtension implements org.junit.jupiter.api.extension.Extension {}",
          "org.junit.Test", "public @interface Test {}",
          "org.junit.Assert", "public class Assert { public static void fail(String why) {} }",
          "com.github.tomakehurst.wiremock.client.WireMock",
              "public class WireMock { public static String any(String u) { return u; }"
                  + " public static String anyUrl() { return \"\"; }"
                  + " public static WireMock aResponse() { return null; }"
                  + " public WireMock withStatus(int s) { return this; } }",
          "okhttp3.mockwebserver.MockResponse",
              "public class MockResponse { public MockResponse setResponseCode(int s)"
                  + " { return this; } }");

  @TempDir Path temp;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "import org.junit.jupiter.api.Test;",
        "import org.junit.Test;",
        "import org.junit.jupiter.api.Test; import org.mockito.junit.jupiter.MockitoExtension;",
        "@SpringBootTest import org.junit.jupiter.api.Test;",
        "@QuarkusTest import okhttp3.mockwebserver.MockWebServer;",
        "import org.junit.Test; import okhttp3.mockwebserver.MockWebServer;",
      })
  void inTheStyleOfTheProject(String test) {
    String skeleton = skeleton(test);
    List<JavaFileObject> sources = new ArrayList<>();
    LIBRARIES.forEach(
        (name, body) -> sources.add(source(name, "package " + packageOf(name) + ";\n" + body)));
    String server =
        "public class MockWebServer implements AutoCloseable { public void close() {}"
            + " public void start() {} public void enqueue(MockResponse r) {} }";
    sources.add(
        source("okhttp3.mockwebserver.MockWebServer", "package okhttp3.mockwebserver;\n" + server));
    String pack = skeleton.substring("package ".length(), skeleton.indexOf(';'));
    Matcher subject = SUBJECT.matcher(skeleton);
    assertThat(subject.find()).isTrue();
    String type = subject.group(1);
    sources.add(source(pack + "." + type, "package " + pack + ";\npublic class " + type + " {}"));
    sources.add(source(pack + "." + type + "OutageTest", skeleton));
    assertThat(compile(sources)).as(skeleton).isEmpty();
  }

  private String compile(List<JavaFileObject> sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> problems = new ArrayList<>();
    List<String> options =
        List.of(
            "-proc:none",
            "-d",
            temp.toString(),
            "-classpath",
            System.getProperty("java.class.path"));
    compiler.getTask(null, null, p -> problems.add(p.toString()), options, null, sources).call();
    return String.join("\n", problems);
  }

  private static JavaFileObject source(String name, String text) {
    return new SimpleJavaFileObject(
        URI.create("string:///" + name.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }

  private static String packageOf(String name) {
    return name.substring(0, name.lastIndexOf('.'));
  }

  private static String skeleton(String test) {
    Report report = CannedReport.usual();
    List<Clue> tests =
        test.isEmpty()
            ? List.of()
            : List.of(new Clue(Clue.Kind.TEST, "T", test, Location.ofLine("T.java", 1)));
    Runbook book =
        Runbook.of(
            report,
            report.providers().get(0),
            Optional.empty(),
            tests,
            Owners.of(Map.of()),
            Duration.ofMinutes(20));
    Matcher fence = FENCE.matcher(TestSkeleton.of(book, "../"));
    assertThat(fence.find()).isTrue();
    return fence.group(1);
  }
}
