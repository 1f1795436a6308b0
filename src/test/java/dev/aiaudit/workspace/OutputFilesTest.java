package dev.aiaudit.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OutputFilesTest {
  @TempDir Path folder;

  @Test
  void writingReplacesTheContentAndLeavesNothingBeside() throws IOException {
    Path file = folder.resolve("report.json");
    AtomicFile.write(file, bytes("old"));
    AtomicFile.write(file, bytes("new"));

    assertThat(file).hasContent("new");
    try (Stream<Path> all = Files.list(folder)) {
      assertThat(all).containsExactly(file);
    }
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void permissionsOfAnExistingFileAreKept() throws IOException {
    Path file = Files.writeString(folder.resolve("run.sh"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-x---"));
    AtomicFile.write(file, bytes("new"));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rwxr-x---");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aLinkIsReplacedAndItsTargetIsUntouched() throws IOException {
    Path target = Files.writeString(folder.resolve("target"), "precious");
    Path link = Files.createSymbolicLink(folder.resolve("link"), target);
    AtomicFile.write(link, bytes("new"));

    assertThat(target).hasContent("precious");
    assertThat(Files.isSymbolicLink(link)).isFalse();
  }

  @Test
  void aFolderIsNeverReplaced() throws IOException {
    Path inside = Files.createDirectory(folder.resolve("out"));
    assertThatThrownBy(() -> AtomicFile.write(inside, bytes("x"))).isInstanceOf(IOException.class);
    assertThat(inside).isDirectory();
  }

  @Test
  void slugsAreSafeAndDistinct() {
    List<String> hostile =
        List.of(
            "../x",
            "..",
            "",
            "NUL",
            "nul",
            "Con",
            "a/b",
            "A/b",
            "a b",
            "/etc/passwd",
            "-x",
            "x".repeat(10_000),
            "x".repeat(81),
            "\u202Eevil",
            "\uD800",
            "é",
            "è");

    assertThat(hostile)
        .extracting(SafeName::slug)
        .doesNotHaveDuplicates()
        .allSatisfy(slug -> assertThat(slug).matches("[a-z0-9-]{1,80}").isNotEqualTo("nul"));
    assertThat(SafeName.slug("openai")).isEqualTo("openai");
    assertThat(SafeName.slug("x".repeat(80))).isEqualTo("x".repeat(80));
  }

  @Test
  void theRevisionIsReadFromLoosePackedAndDetachedHeads() throws IOException {
    String hash = "0123456789abcdef0123456789abcdef01234567";
    Path git = Files.createDirectories(folder.resolve("repo/.git/refs/heads")).getParent();
    Path head = Files.writeString(git.resolveSibling("HEAD"), "ref: refs/heads/main\n");
    Path sub = Files.createDirectories(folder.resolve("repo/a/b"));
    assertThat(GitRevision.read(sub)).isEmpty();

    Files.writeString(git.resolveSibling("packed-refs"), "# pack\n" + hash + " refs/heads/main\n");
    assertThat(GitRevision.read(sub)).contains(hash);

    String newer = hash.replace('0', 'f');
    Files.writeString(git.resolve("heads/main"), newer + "\n");
    assertThat(GitRevision.read(sub)).contains(newer);

    Files.writeString(head, hash + "\n");
    assertThat(GitRevision.read(sub)).contains(hash);
  }

  @Test
  void theRevisionOfALinkedWorkTreeComesFromItsOwnHead() throws IOException {
    String hash = "0123456789abcdef0123456789abcdef01234567";
    Path own = Files.createDirectories(folder.resolve("repo/.git/worktrees/w"));
    Files.writeString(own.resolve("commondir"), "../..\n");
    Files.writeString(own.resolve("HEAD"), "ref: refs/heads/w\n");
    Files.createDirectories(folder.resolve("repo/.git/refs/heads"));
    Files.writeString(folder.resolve("repo/.git/refs/heads/w"), hash + "\n");
    Path tree = Files.createDirectory(folder.resolve("w"));
    Files.writeString(tree.resolve(".git"), "gitdir: " + own + "\n");

    assertThat(GitRevision.read(tree)).contains(hash);
  }

  @Test
  void aHeadThatPointsOutOfTheRepositoryOrAtItselfIsNoRevision() throws IOException {
    Path git = Files.createDirectories(folder.resolve("repo/.git"));
    for (String head : List.of("ref: ../../x", "ref: /etc/passwd", "ref: HEAD", "junk", "")) {
      Files.writeString(git.resolve("HEAD"), head);
      assertThat(GitRevision.read(git.getParent())).as(head).isEmpty();
    }
  }

  @Test
  void textIsDecodedByMarkThenStrictUtf8ThenWindows1252() {
    assertThat(TextDecoder.decode(bytes("é\uFFFD")))
        .isEqualTo(new DecodedText("é\uFFFD", StandardCharsets.UTF_8, false));
    assertThat(TextDecoder.decode(bytes("\uFEFFx")).text()).isEqualTo("x");
    assertThat(TextDecoder.decode("\uFEFFxé".getBytes(StandardCharsets.UTF_16LE)))
        .isEqualTo(new DecodedText("xé", StandardCharsets.UTF_16LE, false));
    DecodedText guess = TextDecoder.decode(new byte[] {'x', (byte) 0x80});
    assertThat(guess.text()).isEqualTo("x€");
    assertThat(guess.charset().name()).isEqualTo("windows-1252");
    assertThat(TextDecoder.decode(new byte[] {(byte) 0x81}).replaced()).isTrue();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
