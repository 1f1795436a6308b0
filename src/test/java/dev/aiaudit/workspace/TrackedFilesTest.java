package dev.aiaudit.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrackedFilesTest {
  @TempDir Path root;

  @Test
  void ignoreRulesDoNotHideTrackedFiles() throws IOException {
    Files.createDirectories(root.resolve(".git"));
    Files.write(root.resolve(".git/index"), index("jdk/A.java", "jdk/deep/B.java", "c.log"));
    Files.writeString(root.resolve(".gitignore"), "jdk/\n*.log\n");
    Files.createDirectories(root.resolve("jdk/deep"));
    for (String path : List.of("jdk/A.java", "jdk/deep/B.java", "jdk/X.java", "c.log", "x.log")) {
      Files.writeString(root.resolve(path), "");
    }

    assertThat(paths(root)).containsExactly(".gitignore", "c.log", "jdk/A.java", "jdk/deep/B.java");
    assertThat(paths(root.resolve("jdk"))).contains("A.java", "deep/B.java");
  }

  @Test
  void aFolderThatOnlySharesTheStartOfItsNameIsNotTracked() {
    GitIndex index = GitIndex.parse(index("ab/x"));
    assertThat(index.tracksBelow("ab")).isTrue();
    assertThat(index.tracksBelow("a")).isFalse();
    assertThat(index.tracks("ab")).isFalse();
  }

  private static List<String> paths(Path folder) throws IOException {
    return Workspace.open(folder, WalkOptions.defaults()).files().stream()
        .map(SourceFile::path)
        .toList();
  }

  /** An index of version 2 as git writes it, without the closing checksum. */
  private static byte[] index(String... paths) {
    ByteBuffer out = ByteBuffer.allocate(4_096);
    out.put("DIRC".getBytes(StandardCharsets.US_ASCII)).putInt(2).putInt(paths.length);
    for (String path : paths) {
      int length = 62 + path.length();
      out.position(out.position() + 60);
      out.putShort((short) path.length());
      out.put(path.getBytes(StandardCharsets.US_ASCII));
      out.position(out.position() + (length + 8) / 8 * 8 - length);
    }
    return out.array();
  }
}
