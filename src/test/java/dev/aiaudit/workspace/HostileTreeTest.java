package dev.aiaudit.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs({OS.LINUX, OS.MAC})
class HostileTreeTest {
  @TempDir Path place;
  Path root;
  Path elsewhere;

  @BeforeEach
  void makeFolders() throws IOException {
    root = Files.createDirectory(place.resolve("root"));
    elsewhere = Files.createDirectory(place.resolve("elsewhere"));
  }

  @Test
  void linksAreNeitherListedNorFollowed() throws IOException {
    Files.writeString(elsewhere.resolve("canary.java"), "secret");
    Files.writeString(root.resolve("A.java"), "class A {}");
    Files.createSymbolicLink(root.resolve("loop"), root);
    Files.createSymbolicLink(root.resolve("out"), elsewhere);
    Files.createSymbolicLink(root.resolve("B.java"), elsewhere.resolve("canary.java"));
    Files.createSymbolicLink(root.resolve("dangling"), root.resolve("none"));
    Workspace workspace = open();

    assertThat(workspace.files()).extracting(SourceFile::path).containsExactly("A.java");
    assertThat(workspace.problems()).isEmpty();
  }

  @Test
  void aFileReplacedByALinkAfterTheWalkIsNotRead() throws IOException {
    Path file = Files.writeString(root.resolve("A.java"), "class A {}");
    Workspace workspace = open();
    Files.delete(file);
    Files.createSymbolicLink(file, Files.writeString(elsewhere.resolve("canary"), "secret"));

    assertThatThrownBy(() -> workspace.read(workspace.files().get(0)))
        .isInstanceOfSatisfying(
            SkippedFileException.class,
            refused -> assertThat(refused.reason()).isEqualTo(SkipReason.NOT_REGULAR));
  }

  @Test
  void aFileRemovedAfterTheWalkIsUnreadable() throws IOException {
    Path file = Files.writeString(root.resolve("A.java"), "class A {}");
    Workspace workspace = open();
    Files.delete(file);

    assertThatThrownBy(() -> workspace.read(workspace.files().get(0)))
        .isInstanceOfSatisfying(
            SkippedFileException.class,
            refused -> assertThat(refused.reason()).isEqualTo(SkipReason.UNREADABLE));
  }

  @Test
  void anIgnoreFileThatIsALinkIsNotRead() throws IOException {
    Path rules = Files.writeString(elsewhere.resolve("rules"), "*.java\n");
    Files.createSymbolicLink(root.resolve(".gitignore"), rules);
    Files.writeString(root.resolve("A.java"), "");

    assertThat(open().files()).extracting(SourceFile::path).containsExactly("A.java");
  }

  @Test
  void namesWithControlCharactersAreListedAsTheyAre() throws IOException {
    Files.writeString(root.resolve("x\r::stop-commands::T\r"), "");
    Files.writeString(root.resolve("a\n\u001B[31mb"), "");

    assertThat(open().files())
        .extracting(SourceFile::path)
        .containsExactly("a\n\u001B[31mb", "x\r::stop-commands::T\r");
  }

  @Test
  void aVeryDeepTreeIsWalked() throws IOException {
    Path folder = root;
    for (int i = 0; i < 1_000; i++) {
      folder = folder.resolve("d");
    }
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("A.java"), "");

    assertThat(open().files()).hasSize(1);
  }

  @Test
  void ignoreFilesBeyondTheLimitsAreHonouredInPartAndReported() throws IOException {
    String rules = "x\n".repeat(IgnoreRules.MAX_RULES) + "A.java\n";
    Files.writeString(root.resolve(".gitignore"), rules + "y".repeat(2_000));
    Files.writeString(root.resolve("A.java"), "");
    Workspace workspace = open();

    assertThat(workspace.find("A.java")).isPresent();
    assertThat(workspace.problems()).extracting(WalkProblem::file).containsExactly(".gitignore");
  }

  @Test
  void aDamagedIndexTracksNothing() {
    byte[] damaged = {'D', 'I', 'R', 'C', 0, 0, 0, 2, 0x7F, -1, -1, -1};
    assertThat(GitIndex.parse(damaged).tracks("A.java")).isFalse();
    assertThat(GitIndex.parse(new byte[0]).tracksBelow("src")).isFalse();
  }

  private Workspace open() throws IOException {
    return Workspace.open(root, WalkOptions.defaults());
  }
}
