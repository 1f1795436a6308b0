package dev.aiaudit.change;

import java.io.IOException;
import java.nio.file.Path;

/** Finds the commit at which a change began. */
final class GitRevisions {
  static final String FETCH =
      "; fetch its history, such as with 'git fetch --unshallow', fetch-depth: 0 of"
          + " actions/checkout or GIT_DEPTH: 0 of GitLab";

  private final GitProgram git;
  private final Path folder;

  GitRevisions(GitProgram git, Path folder) {
    this.git = git;
    this.folder = folder;
  }

  /**
   * The last commit that HEAD shares with a revision; the revision itself when it is older, or when
   * the clone does not reach back to what they share.
   *
   * @return the commit's full name
   * @throws PastUnknownException when there is no repository, or it does not know the revision
   */
  String base(String revision) throws IOException {
    boolean shallow = isShallow();
    GitProgram.Answer commit = commit(revision);
    if (commit.code() != 0) {
      throw new PastUnknownException(
          "git knows no revision '"
              + revision
              + "' here"
              + (shallow ? "; the clone is shallow" + FETCH : "; 'git fetch' it first"));
    }
    GitProgram.Answer head = commit("HEAD");
    if (head.code() != 0) {
      return commit.text();
    }
    GitProgram.Answer shared = git.ask(folder, "merge-base", commit.text(), head.text());
    if (shared.code() != 0 && shallow) {
      throw new PastUnknownException(
          "the clone is shallow and does not hold what '" + revision + "' and HEAD share" + FETCH);
    }
    return shared.code() == 0 ? shared.text() : commit.text();
  }

  private GitProgram.Answer commit(String revision) throws IOException {
    return git.ask(
        folder, "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}");
  }

  private boolean isShallow() throws IOException {
    GitProgram.Answer answer = git.ask(folder, "rev-parse", "--is-shallow-repository");
    if (answer.code() != 0) {
      throw new PastUnknownException(
          "git reads no repository at the scanned folder: "
              + answer.problem()
              + "; or hand the change over: ai-audit gate --diff - < change.diff");
    }
    return answer.text().equals("true");
  }
}
