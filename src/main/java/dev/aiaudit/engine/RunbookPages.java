package dev.aiaudit.engine;

import dev.aiaudit.workspace.SourceFile;
import dev.aiaudit.workspace.Workspace;
import java.util.Set;
import java.util.TreeSet;

/** The Markdown pages of a tree: whatever can be a runbook. */
final class RunbookPages {
  private final Workspace workspace;

  RunbookPages(Workspace workspace) {
    this.workspace = workspace;
  }

  /** All pages, as the policy may name any of them. */
  Set<String> found() {
    Set<String> pages = new TreeSet<>();
    for (SourceFile file : workspace.files()) {
      if (file.path().endsWith(".md")) {
        pages.add(file.path());
      }
    }
    return pages;
  }
}
