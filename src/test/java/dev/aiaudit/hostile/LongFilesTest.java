package dev.aiaudit.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.catalog.Catalog;
import dev.aiaudit.configsource.ConfigFile;
import dev.aiaudit.configsource.ProjectConfig;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Threats 8, 13 and 24: one text repeated until the file is long, under every name that is read. A
 * reader whose time grows with the square of that does not come to an end here; with the limit of 2
 * MB it would take hours. {@code -Dhostile.characters=500000} makes the files longer.
 */
class LongFilesTest {
  private static final Catalog CATALOG = Catalog.load();
  private static final int CHARACTERS = Integer.getInteger("hostile.characters", 12_000);

  private static final List<String> STARTS =
      List.of("", "x=", "on: push\njobs:\n", "jobs:\n a:\n  steps:\n", "{\"a\": [", "openai:\n ");

  private static final List<String> UNITS =
      List.of(
          "a",
          " ",
          "\t",
          "\n",
          "/",
          "-",
          "(",
          "{",
          "${",
          "$(",
          "${{",
          "\"",
          "'",
          "a.",
          "A_",
          "=",
          "|",
          "<",
          "&",
          "*",
          "#",
          "\\",
          "0",
          "a: ",
          "- ",
          "[",
          "@",
          "sk-",
          "a\n",
          "a=b\n",
          "\n  ",
          "$a",
          "${a:",
          "<a>",
          "%",
          "!",
          ",",
          "\\\n",
          "//",
          "/*",
          "\"\"\"",
          "'''",
          "0.",
          " #",
          "https://",
          "curl ",
          "&a [",
          "*a,",
          "? ",
          "---\n",
          "{{ openai }}",
          "\"openai\": {",
          "- uses: openai/x@v1\n",
          "- run: curl https://api.openai.com/v1\n",
          "curl https://api.openai.com/v1/chat\n",
          "  a: {needs: [a], steps: [{run: curl https://api.openai.com}]}\n",
          "OPENAI_API_KEY=a\n",
          "implementation 'com.openai:a:1'\n",
          "<dependency><groupId>com.openai</groupId></dependency>",
          "stage('openai')\n",
          "model = \"gpt-4o\"\n");

  /** Found hangs, long enough that their old time could not be overlooked. */
  @Test
  void whatOnceTookHoursEnds() {
    read(".gitlab-ci.yml", jobs("j%d:\n  script: [a]\n", 20_000));
    read(".gitlab-ci.yml", "- run: a\n".repeat(60_000));
    read("build.gradle", "x=" + "\n".repeat(1_000_000));
    read("Jenkinsfile", "curl https://api.openai.com/v1/chat\n".repeat(50_000));
    read(".husky/pre-commit", "curl https://api.openai.com/v1/chat\n".repeat(50_000));
    String step = "      - run: curl https://api.openai.com/v1/chat\n";
    read(".github/workflows/a.yml", "on: push\njobs:\n  a:\n    steps:\n" + step.repeat(10_000));
    read("application.yml", "openai: b\n---\n".repeat(20_000));
    read("action.yml", "openai: b\n---\n".repeat(20_000));
    StringBuilder chain = new StringBuilder("on: push\njobs:\n");
    for (int i = 0; i < 2_000; i++) {
      chain.append("  j" + i + ":\n    needs: [j" + (i + 1) + "]\n    steps:\n" + step);
    }
    ProjectConfig config = read(".github/workflows/a.yml", chain.toString());
    assertThat(config.diagnostics())
        .anyMatch(d -> d.message().equals("only the first 4000 values were looked at"));
  }

  @Test
  void aUnitRepeatedUnderAnyNameEnds() {
    Random random = new Random(1);
    for (String path : RandomFilesTest.NAMES) {
      for (String unit : UNITS) {
        String start = STARTS.get(random.nextInt(STARTS.size()));
        String text = start + unit.repeat(CHARACTERS / unit.length());
        assertThat(read(path, text).modules()).isNotNull();
      }
    }
  }

  private static String jobs(String pattern, int count) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < count; i++) {
      out.append(pattern.replace("%d", String.valueOf(i)));
    }
    return out.toString();
  }

  private static ProjectConfig read(String path, String text) {
    return ProjectConfig.read(List.of(new ConfigFile(path, text)), CATALOG);
  }
}
