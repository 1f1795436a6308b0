package dev.aiaudit;

import static org.assertj.core.api.Assertions.assertThat;

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
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @TempDir Path temp;

  private static List<Path> pages() throws IOException {
    List<Path> out = new ArrayList<>();
    try (Stream<Path> top = Files.list(Path.of("."));
        Stream<Path> docs = Files.walk(Path.of("docs"))) {
      Stream.concat(top, docs).filter(f -> f.toString().endsWith(".md")).sorted().forEach(out::add);
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
