package dev.aiaudit.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiaudit.workspace.WalkOptions;
import dev.aiaudit.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitPastTest {
  @TempDir Path root;
  @TempDir Path other;
  private GitRepository repository;

  @BeforeEach
  void twoFiles() {
    repository = GitRepository.in(root);
    repository.write("A.java", "class A {}\n").write("sub/B.java", "class B {}\n").commit("one");
  }

  @Test
  void nothingDiffersInACleanTree() throws IOException {
    assertThat(differences("HEAD")).isEmpty();
  }

  @Test
  void changedRemovedAddedAndRenamedFilesAreToldWithTheirOldContent() throws IOException {
    repository.write("A.java", "class A { int a; }\n").write("C.java", "class C {}\n");
    repository.git("mv", "sub/B.java", "sub/D.java");
    assertThat(differences("HEAD"))
        .containsOnly(
            Map.entry("A.java", "class A {}\n"),
            Map.entry("C.java", "-"),
            Map.entry("sub/B.java", "class B {}\n"),
            Map.entry("sub/D.java", "-"));
  }

  @Test
  void pathsAreRelativeToTheScannedFolder() throws IOException {
    repository.write("sub/B.java", "class B { int b; }\n").write("A.java", "class A { }\n");
    assertThat(differences(root.resolve("sub"), "HEAD"))
        .isEqualTo(Map.of("B.java", "class B {}\n"));
  }

  @Test
  void aChangeBeginsWhereItsBranchLeftTheOther() throws IOException {
    repository.git("switch", "-q", "-c", "feature");
    repository.write("A.java", "class A { int feature; }\n").commit("feature");
    repository.git("switch", "-q", "main");
    repository.write("sub/B.java", "class B { int main; }\n").commit("main goes on");
    repository.git("switch", "-q", "feature");
    assertThat(differences("main")).isEqualTo(Map.of("A.java", "class A {}\n"));
  }

  @Test
  void filesThatTheScanLeavesOutTodayAreLeftOutOfThePast() throws IOException {
    repository.write("skipped/S.java", "class S {}\n").commit("skipped");
    Files.delete(root.resolve("sub/B.java"));
    WalkOptions options = WalkOptions.defaults().withExcludes(List.of("skipped", "sub"));
    Workspace then = Workspace.open(root, options).before(past("HEAD", environment()));
    assertThat(then.files()).extracting("path").containsExactly("A.java");
  }

  @Test
  void thePastIsListedAndReadLikeAnyTree() throws IOException {
    repository.write("A.java", "changed\n").write("N.java", "new\n");
    Files.delete(root.resolve("sub/B.java"));
    Workspace then =
        Workspace.open(root, WalkOptions.defaults()).before(past("HEAD", environment()));
    assertThat(then.files()).extracting("path").containsExactly("A.java", "sub/B.java");
    assertThat(then.readText(then.find("sub/B.java").orElseThrow()).text())
        .isEqualTo("class B {}\n");
  }

  @Test
  void aSubmoduleIsReadAtTheCommitThatTheRevisionNames() throws IOException {
    GitRepository inner = GitRepository.in(other);
    inner.write("M.java", "class M {}\n").commit("inner");
    repository.git("submodule", "--quiet", "add", other.toString(), "module");
    repository.commit("module");
    GitRepository.at(root.resolve("module")).write("M.java", "class M { int m; }\n").commit("m");
    assertThat(differences("HEAD")).isEqualTo(Map.of("module/M.java", "class M {}\n"));
  }

  @Test
  void anUnknownRevisionIsRefusedWithWhatHelps() {
    assertThatThrownBy(() -> differences("origin/main"))
        .isInstanceOf(PastUnknownException.class)
        .hasMessageContaining("no revision 'origin/main'")
        .hasMessageContaining("git fetch");
  }

  @Test
  void aShallowCloneIsToldHowToFetchMore() {
    repository.write("A.java", "class A { int a; }\n").commit("two");
    GitRepository.at(root.getParent())
        .git("clone", "-q", "--depth", "1", "file://" + root, other.resolve("clone").toString());
    assertThatThrownBy(() -> differences(other.resolve("clone"), "HEAD~1"))
        .isInstanceOf(PastUnknownException.class)
        .hasMessageContaining("shallow")
        .hasMessageContaining("fetch-depth: 0");
  }

  @Test
  void aFolderWithoutARepositoryIsRefused() {
    assertThatThrownBy(() -> differences(other, "HEAD"))
        .isInstanceOf(PastUnknownException.class)
        .hasMessageContaining("git reads no repository");
  }

  @Test
  void withoutGitTheDiffIsProposed() {
    assertThatThrownBy(() -> look(root, "HEAD", Map.of("PATH", other.toString())))
        .isInstanceOf(PastUnknownException.class)
        .hasMessageContaining("ai-audit gate --diff -");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--output=x", "-", "", " ", "HEAD\n"})
  void whatIsNoRevisionIsRefused(String revision) {
    assertThat(GitPast.problem(revision)).isPresent();
  }

  @Test
  void nothingThatTheRepositoryConfiguresIsRun() throws IOException {
    Path trap = root.resolve("trap.sh");
    Path caught = other.resolve("caught");
    Files.writeString(trap, "#!/bin/sh\necho \"$0 $*\" >> " + caught + "\nexit 1\n");
    trap.toFile().setExecutable(true);
    for (String key :
        List.of(
            "core.fsmonitor",
            "core.pager",
            "core.sshCommand",
            "core.editor",
            "core.gitProxy",
            "filter.trap.clean",
            "filter.trap.smudge",
            "filter.trap.process",
            "diff.trap.textconv",
            "diff.trap.command",
            "diff.external",
            "pager.ls-tree",
            "pager.cat-file",
            "alias.ls-tree",
            "uploadpack.packObjectsHook",
            "core.alternateRefsCommand",
            "credential.helper",
            "gpg.program")) {
      repository.git("config", key, trap.toString());
    }
    repository.git("config", "core.hooksPath", root.toString());
    for (String hook : List.of("post-checkout", "post-index-change", "reference-transaction")) {
      Files.copy(trap, root.resolve(hook)).toFile().setExecutable(true);
    }
    Files.writeString(root.resolve(".gitattributes"), "*.java filter=trap diff=trap\n");
    Files.writeString(root.resolve("A.java"), "class A { int a; }\n");
    assertThat(differences("HEAD")).isEqualTo(Map.of("A.java", "class A {}\n"));
    assertThat(caught).doesNotExist();
  }

  @Test
  void aPromisedObjectIsNotFetched() throws IOException {
    repository.write("A.java", "class A { int a; }\n").commit("two");
    Path clone = other.resolve("clone");
    repository.git("config", "uploadpack.allowFilter", "true");
    GitRepository.at(root.getParent())
        .git("clone", "-q", "--filter=blob:none", "file://" + root, clone.toString());
    assertThatThrownBy(() -> differences(clone, "HEAD~1"))
        .isInstanceOf(PastUnknownException.class)
        .hasMessageContaining("--filter");
  }

  @Test
  void aGitInTheTreeIsNotRun() throws IOException {
    Path fake = root.resolve("git");
    Files.writeString(fake, "#!/bin/sh\ntouch " + other.resolve("caught") + "\n");
    fake.toFile().setExecutable(true);
    assertThat(GitProgram.find(Map.of("PATH", "." + java.io.File.pathSeparator + ""))).isEmpty();
    assertThat(other.resolve("caught")).doesNotExist();
  }

  private Map<String, String> differences(String revision) throws IOException {
    return differences(root, revision);
  }

  private static Map<String, String> differences(Path folder, String revision) throws IOException {
    return look(folder, revision, environment());
  }

  /** A hyphen stands for a file that was not there. */
  private static Map<String, String> look(
      Path folder, String revision, Map<String, String> environment) throws IOException {
    Workspace now = Workspace.open(folder, WalkOptions.defaults());
    Map<String, Optional<byte[]>> found = past(revision, environment).differences(now);
    Map<String, String> texts = new TreeMap<>();
    found.forEach(
        (path, bytes) ->
            texts.put(path, bytes.map(b -> new String(b, StandardCharsets.UTF_8)).orElse("-")));
    return texts;
  }

  private static Map<String, String> environment() {
    return GitRepository.environment();
  }

  private static GitPast past(String revision, Map<String, String> environment) {
    return new GitPast(revision, environment, path -> path.endsWith(".java"));
  }
}
