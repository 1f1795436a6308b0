package dev.aiaudit.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A repository made on the fly with the git of the machine. */
public final class GitRepository {
  private final Path root;

  private GitRepository(Path root) {
    this.root = root;
  }

  /** An empty one. */
  public static GitRepository in(Path root) {
    GitRepository repository = new GitRepository(root);
    repository.git("init", "-q", "-b", "main");
    return repository;
  }

  /** A folder that is one already. */
  public static GitRepository at(Path root) {
    return new GitRepository(root);
  }

  /** The environment that the tool may look for git in. */
  public static Map<String, String> environment() {
    return Map.of("PATH", System.getenv("PATH"));
  }

  /** Writes a file. */
  public GitRepository write(String name, String text) {
    try {
      Path file = root.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Commits everything. */
  public GitRepository commit(String message) {
    git("add", "-A");
    git("commit", "-q", "--allow-empty", "-m", message);
    return this;
  }

  /** Runs git, which must succeed. */
  public String git(String... arguments) {
    List<String> line = new ArrayList<>(List.of("git", "-C", root.toString()));
    line.addAll(List.of("-c", "user.name=T", "-c", "user.email=t@example.com"));
    line.addAll(List.of("-c", "protocol.file.allow=always", "-c", "commit.gpgsign=false"));
    line.addAll(List.of(arguments));
    try {
      ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
      // In a hook of the repository that is built, git would look at that one instead.
      builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
      Process process = builder.start();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      assertThat(process.waitFor()).as(line + "\n" + out).isZero();
      return out;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
