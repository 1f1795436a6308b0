package dev.aiaudit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.cli.CliRun;
import dev.aiaudit.cli.EngineScanner;
import dev.aiaudit.rule.Rule;
import dev.aiaudit.rule.RuleInfo;
import dev.aiaudit.rule.RulePage;
import dev.aiaudit.rule.Rules;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documentation says what is so: links lead somewhere, lists are complete, code compiles. */
class DocumentationTest {
  private static final Pattern LINK = Pattern.compile("\\[[^\\]\n]*\\]\\(([^)\\s]+)\\)");
  private static final Pattern RULE_ID = Pattern.compile("AIA\\d{3}");
  private static final Pattern PRINTED = Pattern.compile("(?s)(```text\nai-audit [^\n]*).*?(```)");
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @TempDir Path temp;

  private static List<Path> pages() throws IOException {
    List<Path> out = new ArrayList<>();
    try (Stream<Path> top = Files.list(Path.of("."));
        Stream<Path> docs = Files.walk(Path.of("docs"));
        Stream<Path> catalogue = Files.walk(Path.of("src/main/catalog"));
        Stream<Path> samples = Files.walk(Samples.ROOT)) {
      Stream.of(top, docs, catalogue, samples)
          .flatMap(files -> files)
          .filter(f -> f.toString().endsWith(".md"))
          .filter(f -> !f.toString().matches(".*\\b(target|expected)\\b.*"))
          .sorted()
          .forEach(out::add);
    }
    return out;
  }

  @Test
  void everyLinkLeadsToAFileOrToAnAddress() throws IOException {
    for (Path page : pages()) {
      Matcher link = LINK.matcher(Files.readString(page));
      while (link.find()) {
        String target = link.group(1);
        if (!URI.create(target).isAbsolute() && !target.startsWith("#")) {
          String file = target.replaceFirst("#.*", "");
          assertThat(page.resolveSibling(file)).as("linked from %s", page).exists();
        }
      }
    }
  }

  @Test
  void noPageNamesARuleThatDoesNotExist() throws IOException {
    List<String> known = Rules.all().stream().map(rule -> rule.info().id()).toList();
    for (Path page : pages()) {
      List<String> named =
          RULE_ID.matcher(Files.readString(page)).results().map(m -> m.group()).toList();
      assertThat(known).as("rules named in %s", page).containsAll(named);
    }
  }

  @Test
  void theListOfRulesIsMadeOfTheirPages() throws IOException {
    StringBuilder text =
        new StringBuilder(
            "# Rules\n\nMade from the pages that `ai-audit explain RULE` shows; do not edit.\n\n"
                + "| rule | severity | finds |\n|---|---|---|\n");
    for (Rule rule : Rules.all()) {
      RuleInfo info = rule.info();
      String off = info.enabledByDefault() ? "" : ", off by default";
      text.append("| [").append(info.id()).append("](#").append(anchor(info)).append(") ");
      text.append(info.name()).append(" | ").append(info.severity().word()).append(off);
      text.append(" | ").append(info.title()).append(" |\n");
    }
    for (Rule rule : Rules.all()) {
      RuleInfo info = rule.info();
      text.append("\n## ").append(info.id()).append(' ').append(info.name()).append("\n\n");
      text.append(RulePage.load(info).markdown().replaceAll("(?m)^##", "###").strip()).append('\n');
    }
    Golden.check(Path.of("docs/rules.md"), text.toString());
  }

  private static String anchor(RuleInfo info) {
    return info.id().toLowerCase(java.util.Locale.ROOT) + "-" + info.name();
  }

  /** All but the first line, which tells the version and the revision of the moment. */
  @Test
  void theReadmeShowsTheBeginningOfWhatTheToolPrints() throws IOException {
    CliRun run =
        CliRun.of(
            Path.of("").toAbsolutePath(),
            new EngineScanner("0.1.0"),
            Map.of(),
            "scan",
            "samples/newsroom");
    int start = run.out().indexOf('\n');
    String printed = run.out().substring(start, run.out().indexOf("\n  Also "));
    Path readme = Path.of("README.md");
    Matcher shown = PRINTED.matcher(Files.readString(readme));
    assertThat(shown.find()).isTrue();
    Golden.check(
        readme, shown.replaceFirst("$1" + Matcher.quoteReplacement(printed + "\n") + "$2"));
  }

  @Test
  void theExampleForOtherProgramsCompilesAndRuns() throws Exception {
    Matcher code = JAVA.matcher(Files.readString(Path.of("docs/library.md")));
    assertThat(code.find()).isTrue();
    Path source = Files.writeString(temp.resolve("Example.java"), code.group(1));
    String classes = System.getProperty("java.class.path");
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-cp", classes, "-d", temp.toString(), source.toString());
    assertThat(result).isZero();

    URL[] place = {temp.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(place, getClass().getClassLoader())) {
      Method flagged = loader.loadClass("Example").getDeclaredMethod("flagged", Path.class);
      flagged.setAccessible(true);
      assertThat((long) flagged.invoke(null, Path.of("samples/newsroom"))).isEqualTo(4);
    }
  }
}
