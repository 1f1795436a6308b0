package dev.aiaudit.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.model.Report;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Threats 8 and 9: files of random bytes and of other encodings, under every name that is read. */
class RandomFilesTest {
  static final List<String> NAMES =
      List.of(
          "F.java",
          "application.yml",
          "application.properties",
          ".env",
          "pom.xml",
          "build.gradle",
          "build.gradle.kts",
          "libs.versions.toml",
          "compose.yaml",
          "Dockerfile",
          ".github/workflows/f.yml",
          ".gitlab-ci.yml",
          "values.yaml",
          ".gitignore",
          "package.json",
          "CODEOWNERS",
          "Jenkinsfile");

  private static final List<String> SEEDS =
      List.of(
          Tree.CALL,
          "spring:\n"
              + "  ai:\n"
              + "    openai:\n"
              + "      api-key: ${KEY:none}\n"
              + "      chat: {model: [gpt-4o, a: b]}\n",
          "a.b=c\\\n  d\n# x\nspring.ai.openai.base-url = https://api.openai.com\n",
          "<project><dependencies><dependency><groupId>a</groupId></dependency></dependencies></project>",
          "on: push\n"
              + "jobs:\n"
              + "  a:\n"
              + "    steps:\n"
              + "      - uses: x/y@v1\n"
              + "        with: {openai: \"${{ a }}\"}\n",
          "*a*a*a*a*a*a*b\n!**/a/**\n[a-\n\\\n");

  private static final String NASTY = "{[\"'&*!|>%@`:\t\0<\\$";

  @TempDir Path root;

  @Test
  void noBytesUnderAnyNameStopTheScan() {
    Random random = new Random(20_261_124);
    Tree tree = new Tree(root).with("Ask.java", Tree.CALL);
    for (int i = 0; i < 1_000; i++) {
      byte[] bytes = new byte[random.nextInt(400)];
      random.nextBytes(bytes);
      tree.with("r" + i + "/" + NAMES.get(i % NAMES.size()), bytes);
    }
    assertFound(tree);
  }

  @Test
  void noDamageToASoundFileStopsTheScan() {
    Random random = new Random(42);
    Tree tree = new Tree(root).with("Ask.java", Tree.CALL);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder(SEEDS.get(random.nextInt(SEEDS.size())));
      for (int change = random.nextInt(6); change >= 0; change--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(4)) {
          case 0 -> text.deleteCharAt(at);
          case 1 -> text.insert(at, NASTY.charAt(random.nextInt(NASTY.length())));
          case 2 -> text.insert(at, text.substring(at, Math.min(text.length(), at + 20)));
          default -> text.setCharAt(at, (char) random.nextInt(0x3000));
        }
      }
      tree.with("m" + i + "/" + NAMES.get(random.nextInt(NAMES.size())), text.toString());
    }
    assertFound(tree);
  }

  @Test
  void aSourceIsReadInEveryEncodingThatItsBytesTell() {
    Tree tree = new Tree(root);
    int files = 0;
    String text = Tree.CALL.replace("ask(String", "größe(String");
    for (Charset charset :
        List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16,
            StandardCharsets.ISO_8859_1,
            Charset.forName("windows-1252"))) {
      String name = "e" + files++;
      tree.with(name + "/Ask.java", text.replace("shop", name).getBytes(charset));
    }
    tree.with(
        "bom/Ask.java", ("\uFEFF" + text.replace("shop", "bom")).getBytes(StandardCharsets.UTF_8));
    tree.with(
        "le/Ask.java", ("\uFEFF" + text.replace("shop", "le")).getBytes(StandardCharsets.UTF_16LE));

    assertThat(tree.audit().inventory().callSites()).hasSize(files + 2);
  }

  private static void assertFound(Tree tree) {
    Report report = tree.audit();
    assertThat(report.inventory().callSites())
        .anyMatch(s -> s.location().file().equals("Ask.java"));
    assertThat(report.diagnostics()).noneMatch(d -> d.message().contains("a bug in ai-audit"));
  }
}
