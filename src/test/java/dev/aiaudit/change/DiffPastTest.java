package dev.aiaudit.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiaudit.workspace.WalkOptions;
import dev.aiaudit.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiffPastTest {
  private static final String[] NAMES = {
    "A.java",
    "sub/B.java",
    "sub/deep/C.java",
    "with space/D.java",
    "umlaut-\u00e4/E.java",
    "a/F.java"
  };

  @TempDir Path root;

  @ParameterizedTest
  @ValueSource(strings = {"", "--no-prefix", "-U0", "-M", "-C", "-U20", "--binary", "--no-renames"})
  void aDiffOfGitLeadsToWhatGitKnowsOfThePast(String option) throws IOException {
    for (int seed = 0; seed < 4; seed++) {
      Path folder = Files.createDirectory(root.resolve("r" + seed));
      GitRepository repository = GitRepository.in(folder);
      Random random = new Random(seed);
      scribble(repository, random, folder);
      repository.commit("before");
      scribble(repository, random, folder);
      repository.git("add", "-A");
      String diff =
          option.isEmpty()
              ? repository.git("diff", "HEAD")
              : repository.git("diff", option, "HEAD");
      Map<String, String> byGit =
          texts(folder, new GitPast("HEAD", GitRepository.environment(), DiffPastTest::isJava));
      Map<String, String> byDiff = texts(folder, past(diff, folder));
      assertThat(byDiff).as(diff).isEqualTo(byGit);
    }
  }

  /** Some files of some lines; some of them gone or under another name than before. */
  private static void scribble(GitRepository repository, Random random, Path folder)
      throws IOException {
    for (String name : NAMES) {
      Files.deleteIfExists(folder.resolve(name));
      int lines = random.nextInt(40);
      if (random.nextInt(4) > 0 && lines > 0) {
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < lines; line++) {
          text.append(random.nextInt(5) > 0 ? "line " + line : "-- " + random.nextInt(9));
          text.append('\n');
        }
        repository.write(name, text.toString());
      }
    }
  }

  @Test
  void aDiffOfTwoFoldersIsRead() throws IOException {
    write("src/A.java", "one\ntwo\n");
    String diff =
        """
        diff -ru old/src/A.java new/src/A.java
        --- old/src/A.java\t2026-01-01 00:00:00.000000000 +0000
        +++ new/src/A.java\t2026-01-02 00:00:00.000000000 +0000
        @@ -1 +1,2 @@
         one
        +two
        """;
    assertThat(texts(root, past(diff, root))).isEqualTo(Map.of("src/A.java", "one\n"));
  }

  @Test
  void aCharacterThatGitCutsOffBehindTheNumbersIsNoEndOfALine() throws IOException {
    write("A.java", "one\ntwo\n");
    String diff = "--- a/A.java\n+++ b/A.java\n@@ -1 +1,2 @@ \u00e5\u0085\n one\n+two\n";
    assertThat(texts(root, past(diff, root))).isEqualTo(Map.of("A.java", "one\n"));
  }

  @Test
  void lineEndsOfWindowsInTheTreeAloneAreNoDifference() throws IOException {
    write("A.java", "one\r\ntwo\r\n");
    String diff = "--- a/A.java\n+++ b/A.java\n@@ -1 +1,2 @@\n one\n+two\n";
    assertThat(texts(root, past(diff, root))).isEqualTo(Map.of("A.java", "one\n"));
  }

  @Test
  void filesOutsideTheScannedFolderAreNoConcern() throws IOException {
    write("in/A.java", "one\ntwo\n");
    write("out/B.java", "one\n");
    Files.createDirectory(root.resolve(".git"));
    String diff =
        "--- a/in/A.java\n+++ b/in/A.java\n@@ -1 +1,2 @@\n one\n+two\n"
            + "--- a/out/B.java\n+++ b/out/B.java\n@@ -1 +1 @@\n-zero\n+one\n";
    assertThat(texts(root.resolve("in"), past(diff, root))).isEqualTo(Map.of("A.java", "one\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello",
        "@@ -1 +1 @@\n-a\n+b\n",
        "--- a/A.java\n+++ b/A.java\n@@ -1 +1 @@\n-zero\n+other\n",
        "--- a/A.java\n+++ b/A.java\n@@ -1,9 +1 @@\n-zero\n+one\n",
        "--- a/A.java\n+++ b/A.java\n@@ -1 +7 @@\n-zero\n+one\n",
        "--- a/A.java\n+++ b/A.java\n@@ -1,2 +1,2 @@\n-zero\n?x\n+one\n",
        "--- a/A.java\n+++ b/A.java\n@@ one @@\n",
        "--- a/Z.java\n+++ b/Z.java\n@@ -1 +1 @@\n-zero\n+one\n",
        "--- a/../A.java\n+++ b/../A.java\n@@ -1 +1 @@\n-zero\n+one\n",
        "diff --cc A.java\n@@@ -1,1 -1,1 +1,1 @@@\n",
        "--- a/A.java\n+++ b/A.java\n@@ -1 +1 @@\n-x\n+one\n"
            + "--- a/A.java\n+++ b/A.java\n@@ -1 +1 @@\n-y\n+one\n"
      })
  void aDiffThatDoesNotFitIsRefused(String diff) throws IOException {
    write("A.java", "one\n");
    assertThatThrownBy(() -> texts(root, past(diff, root)))
        .isInstanceOf(PastUnknownException.class)
        .hasMessageContaining("diff");
  }

  private void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static DiffPast past(String diff, Path directory) throws IOException {
    byte[] bytes = diff.getBytes(StandardCharsets.ISO_8859_1);
    return DiffPast.of(bytes, directory, DiffPastTest::isJava);
  }

  private static boolean isJava(String path) {
    return path.endsWith(".java");
  }

  private static Map<String, String> texts(Path folder, dev.aiaudit.workspace.Past past)
      throws IOException {
    Workspace now = Workspace.open(folder, WalkOptions.defaults());
    Map<String, Optional<byte[]>> found = past.differences(now);
    Map<String, String> texts = new TreeMap<>();
    found.forEach(
        (path, bytes) ->
            texts.put(path, bytes.map(b -> new String(b, StandardCharsets.UTF_8)).orElse("-")));
    return texts;
  }
}
