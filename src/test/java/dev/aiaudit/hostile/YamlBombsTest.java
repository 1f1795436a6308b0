package dev.aiaudit.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.model.Report;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Threats 4 and 6: YAML that grows when it is read, and YAML that names classes. */
class YamlBombsTest {
  private static final List<String> PATHS =
      List.of(
          "src/main/resources/application.yml",
          "compose.yaml",
          ".github/workflows/ci.yml",
          "a.yml");

  private static final List<String> CLASSES =
      List.of(
          "javax.script.ScriptEngineManager",
          "java.net.URL",
          "java.net.URLClassLoader",
          "java.lang.ProcessBuilder",
          "java.lang.Runtime",
          "java.io.File",
          "java.io.FileOutputStream",
          "com.sun.rowset.JdbcRowSetImpl",
          "org.springframework.context.support.ClassPathXmlApplicationContext",
          "org.apache.commons.configuration.ConfigurationMap",
          "com.mchange.v2.c3p0.WrapperConnectionPoolDataSource",
          "org.hibernate.jmx.StatisticsService",
          "ch.qos.logback.core.db.JNDIConnectionSource",
          "org.eclipse.jetty.plus.jndi.Resource",
          "javax.management.BadAttributeValueExpException",
          "sun.misc.Service",
          "java.util.PriorityQueue",
          "java.util.logging.FileHandler",
          "dev.aiaudit.Main",
          "java.lang.Class");

  @TempDir Path root;

  @Test
  void bombsEndAndWhatStandsBesideThemIsFound() {
    List<String> bombs = bombs();
    assertThat(bombs).hasSizeGreaterThanOrEqualTo(60);
    Tree tree = new Tree(root).with("Ask.java", Tree.CALL);
    for (int i = 0; i < bombs.size(); i++) {
      tree.with("b" + i + "/" + PATHS.get(i % PATHS.size()), "openai: x\n" + bombs.get(i));
    }
    assertSound(tree.audit());
  }

  @Test
  void typeTagsAreTexts() {
    Tree tree = new Tree(root).with("Ask.java", Tree.CALL);
    for (int i = 0; i < CLASSES.size(); i++) {
      String tag = "!!" + CLASSES.get(i);
      tree.with("t" + i + "/" + PATHS.get(0), "spring.ai.openai: " + tag + " [a, \"/tmp/x\"]\n");
      tree.with("u" + i + "/" + PATHS.get(0), tag + " {openai: b}\n---\n- " + tag + " x\n");
      tree.with(
          "v" + i + "/package.json", "{\"@class\": \"" + CLASSES.get(i) + "\", \"openai\": 1}");
      tree.with("w" + i + "/.ai-audit.yml", "ignore: " + tag + " [a]\n");
    }
    assertSound(tree.audit());
  }

  private static void assertSound(Report report) {
    assertThat(report.inventory().callSites()).hasSize(1);
    assertThat(report.diagnostics()).noneMatch(d -> d.message().contains("a bug in ai-audit"));
  }

  private static List<String> bombs() {
    List<String> out = new ArrayList<>();
    for (int levels = 3; levels < 15; levels += 3) {
      StringBuilder laughs = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
      for (int i = 1; i < levels; i++) {
        String below = "*a" + (i - 1) + ",";
        laughs.append("a" + i + ": &a" + i + " [" + below.repeat(9) + "x]\n");
      }
      out.add(laughs.toString());
    }
    for (int n : List.of(10, 100, 999, 1_000, 1_001, 10_000)) {
      out.add("a: &a {k: v}\nb: [" + "*a,".repeat(n) + "x]\n");
      out.add("a: &a {k: v}\nb:\n" + "  - <<: *a\n".repeat(n));
      out.add("a: &a b\n" + "? *a\n: *a\n".repeat(Math.min(n, 10_000)));
    }
    out.addAll(
        List.of(
            "a: &a\n  b: *a\n",
            "a: &a [*a, *a]\n",
            "&a ? *a\n: *a\n",
            "a: &a\n  <<: *a\n  b: c\n",
            "a: &a\n  <<: [*a, *a]\n",
            "a: &a {b: &b {c: *a}, d: *b}\n"));
    for (int depth : List.of(49, 50, 99, 100, 101, 1_000, 20_000)) {
      out.add("a: " + "[".repeat(depth) + "]".repeat(depth) + "\n");
      out.add("a: " + "{b: ".repeat(depth) + "}".repeat(depth) + "\n");
      out.add("? ".repeat(depth) + "a\n");
      out.add("- ".repeat(depth) + "a\n");
    }
    StringBuilder stairs = new StringBuilder();
    for (int i = 0; i < 1_500; i++) {
      stairs.append(" ".repeat(i)).append("a:\n");
    }
    out.add(stairs.toString());
    int characters = 400_000;
    out.add("a: " + "x".repeat(characters));
    out.add("a: \"" + "\\x41".repeat(characters / 4));
    out.add("a: |\n" + "  x\n".repeat(characters / 4));
    out.add("#" + "x".repeat(characters));
    out.add("a: &" + "x".repeat(characters) + " b\n");
    out.add("x".repeat(characters) + ": b\n");
    out.add("a: b\n---\n".repeat(10_000));
    return out;
  }
}
