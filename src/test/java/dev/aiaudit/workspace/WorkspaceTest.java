package dev.aiaudit.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {
  @TempDir Path root;

  @Test
  void filesAreSortedByTheBytesOfTheirPaths() throws IOException {
    // Under the C locale the JDK cannot name such files, and then there are none to sort.
    org.junit.jupiter.api.Assumptions.assumeTrue(
        java.nio.charset.Charset.forName(System.getProperty("sun.jnu.encoding"))
            .newEncoder()
            .canEncode('\u00e9'));
    put("a/b", "a.java", "a-b", "a/c/d", "B", "é", "\uD83D\uDE00", "\uFF5E");

    assertThat(paths(WalkOptions.defaults()))
        .containsExactly("B", "a-b", "a.java", "a/b", "a/c/d", "é", "\uFF5E", "\uD83D\uDE00");
  }

  @Test
  void ignoreFilesOfDeeperFoldersOverride() throws IOException {
    write(".gitignore", "*.log\n");
    write("d/.gitignore", "!keep.log\n");
    put("x.log", "d/keep.log", "d/x.log");

    assertThat(paths(WalkOptions.defaults()))
        .containsExactly(".gitignore", "d/.gitignore", "d/keep.log");
    assertThat(paths(WalkOptions.defaults().withoutGitignore())).contains("x.log", "d/x.log");
  }

  @Test
  void ignoreFilesAboveTheScannedRootApplyUpToTheTopOfTheWorkTree() throws IOException {
    write(".gitignore", "outside\n");
    write("top/.git/info/exclude", "local\n");
    write("top/.gitignore", "/sub/x\n*.tmp\n");
    put("top/sub/x", "top/sub/deep/x", "top/sub/a.tmp", "top/sub/outside", "top/sub/local");

    assertThat(paths(root.resolve("top/sub"), WalkOptions.defaults()))
        .containsExactly("deep/x", "outside");
  }

  @Test
  void rulesEndAtTheTopOfANestedWorkTree() throws IOException {
    write(".gitignore", "*.java\n");
    put("nested/.git/HEAD", "nested/A.java", "other/A.java");

    assertThat(paths(WalkOptions.defaults())).containsExactly(".gitignore", "nested/A.java");
  }

  @Test
  void buildOutputIsSkippedOnlyBesideItsBuildFile() throws IOException {
    put("pom.xml", "target/A.java", "src/main/java/target/A.java", "src/build/B.java");
    put("g/build.gradle", "g/build/A.java", "g/src/out/A.java", "plain/build/A.java");
    put("node_modules/x.js", ".idea/x.xml", ".git/config");

    assertThat(paths(WalkOptions.defaults()))
        .containsExactly(
            "g/build.gradle",
            "g/src/out/A.java",
            "plain/build/A.java",
            "pom.xml",
            "src/build/B.java",
            "src/main/java/target/A.java");
  }

  @Test
  void excludesAndIncludesUseGitignoreSyntax() throws IOException {
    put("a/X.java", "a/gen/Y.java", "b/Z.java", "b/z.txt");

    assertThat(paths(WalkOptions.defaults().withExcludes(List.of("gen/", "*.txt"))))
        .containsExactly("a/X.java", "b/Z.java");
    assertThat(paths(WalkOptions.defaults().withIncludes(List.of("/a/"))))
        .containsExactly("a/X.java", "a/gen/Y.java");
    assertThat(paths(WalkOptions.defaults().withIncludes(List.of("*.txt"))))
        .containsExactly("b/z.txt");
  }

  @Test
  void aSingleFileIsListedWhateverIsIgnored() throws IOException {
    write(".gitignore", "A.java\n");
    write("A.java", "class A {}");
    Workspace workspace = Workspace.open(root.resolve("A.java"), WalkOptions.defaults());

    assertThat(workspace.files()).extracting(SourceFile::path).containsExactly("A.java");
    assertThat(workspace.readText(workspace.files().get(0)).text()).isEqualTo("class A {}");
  }

  @Test
  void aMissingRootIsAnError() {
    assertThatThrownBy(() -> Workspace.open(root.resolve("none"), WalkOptions.defaults()))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void filesOverTheLimitAreListedWithAReasonAndNeverRead() throws IOException {
    sized("At.java", 1_000_000);
    sized("Over.java", 1_000_001);
    sized("at.yml", 2_000_000);
    sized("over.yml", 2_000_001);
    sized("huge.bin", 1L << 30);
    Workspace workspace = Workspace.open(root, WalkOptions.defaults());

    assertThat(workspace.files())
        .filteredOn(file -> file.skipReason().isPresent())
        .extracting(SourceFile::path)
        .containsExactly("Over.java", "huge.bin", "over.yml");
    assertThat(reason(workspace, "huge.bin")).isEqualTo(SkipReason.TOO_LARGE);
  }

  @Test
  void binaryAndMinifiedFilesAreRefusedWhenRead() throws IOException {
    Files.write(root.resolve("late.txt"), withNulAt(8 * 1024));
    Files.write(root.resolve("early.txt"), withNulAt(8 * 1024 - 1));
    write("Long.java", "x".repeat(5_001));
    write("Fits.java", "x".repeat(5_000));
    Workspace workspace = Workspace.open(root, WalkOptions.defaults());

    assertThat(reason(workspace, "early.txt")).isEqualTo(SkipReason.BINARY);
    assertThat(reason(workspace, "Long.java")).isEqualTo(SkipReason.MINIFIED);
    assertThat(workspace.read(workspace.find("late.txt").orElseThrow())).hasSize(10_000);
    assertThat(workspace.read(workspace.find("Fits.java").orElseThrow())).hasSize(5_000);
  }

  private static SkipReason reason(Workspace workspace, String path) {
    try {
      workspace.read(workspace.find(path).orElseThrow());
      throw new AssertionError(path + " was read");
    } catch (SkippedFileException refused) {
      return refused.reason();
    }
  }

  private static byte[] withNulAt(int index) {
    byte[] bytes = "x".repeat(10_000).getBytes();
    bytes[index] = 0;
    return bytes;
  }

  private void sized(String path, long size) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(root.resolve(path).toFile(), "rw")) {
      file.setLength(size);
    }
  }

  private List<String> paths(WalkOptions options) throws IOException {
    return paths(root, options);
  }

  private static List<String> paths(Path folder, WalkOptions options) throws IOException {
    return Workspace.open(folder, options).files().stream().map(SourceFile::path).toList();
  }

  private void put(String... paths) throws IOException {
    for (String path : paths) {
      write(path, "");
    }
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
