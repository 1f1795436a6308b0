package dev.aiaudit.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Walks a tree depth first in byte order of the paths, so that the result needs no sorting. Keeps
 * its own stack: a tree of any depth is safe. Single use.
 */
final class TreeWalker {
  /** What a walk found. */
  record Listing(List<SourceFile> files, List<WalkProblem> problems, Map<String, Path> oddNames) {
    Listing {
      files = List.copyOf(files);
      problems = List.copyOf(problems);
      oddNames = Map.copyOf(oddNames);
    }
  }

  /** A folder on the stack; the path is relative and ends with a slash unless empty. */
  private record Folder(
      String path, List<String> names, IgnoreScope scope, boolean included, Iterator<Entry> rest) {}

  private final Path root;
  private final WalkOptions options;
  private final PathFilter excludes;
  private final PathFilter includes;
  private final List<SourceFile> files = new ArrayList<>();
  private final List<WalkProblem> problems = new ArrayList<>();
  private final Map<String, Path> oddNames = new HashMap<>();

  TreeWalker(Path root, WalkOptions options) {
    this.root = root;
    this.options = options;
    this.excludes = PathFilter.of(options.excludes());
    this.includes = PathFilter.of(options.includes());
  }

  /** Lists everything below the root. */
  Listing walk() throws IOException {
    Deque<Folder> stack = new ArrayDeque<>();
    IgnoreScope outside =
        options.respectGitignore() ? IgnoreScope.above(root, this::report) : IgnoreScope.none();
    stack.push(enter("", root, outside, options.includes().isEmpty()));
    while (!stack.isEmpty()) {
      Folder folder = stack.peek();
      if (folder.rest().hasNext()) {
        visit(folder, folder.rest().next()).ifPresent(stack::push);
      } else {
        stack.pop();
      }
    }
    problems.sort((a, b) -> PathOrder.compare(a.file(), b.file()));
    return new Listing(files, problems, oddNames);
  }

  /** Lists one file that the user named, whatever the ignore rules say. */
  Listing only(Path file) throws IOException {
    add("", Entry.of(file));
    return new Listing(files, problems, oddNames);
  }

  private Optional<Folder> visit(Folder folder, Entry entry) {
    String path = folder.path() + entry.name();
    String bytes = ByteText.of(path);
    boolean ignored = folder.scope().ignores(bytes, entry);
    if (isSkipped(folder, entry, bytes) || ignored && !folder.scope().tracks(bytes, entry)) {
      return Optional.empty();
    }
    boolean included = folder.included() || includes.matches(bytes, entry.isFolder());
    if (!entry.isFolder()) {
      if (included) {
        add(folder.path(), entry);
      }
      return Optional.empty();
    }
    try {
      IgnoreScope inside = ignored ? folder.scope().hiddenInside() : folder.scope();
      return Optional.of(enter(path + "/", entry.path(), inside, included));
    } catch (IOException unreadable) {
      report(path, "folder " + Entry.explain(unreadable));
      return Optional.empty();
    }
  }

  private boolean isSkipped(Folder folder, Entry entry, String bytes) {
    if (excludes.matches(bytes, entry.isFolder())) {
      return true;
    }
    return entry.isFolder()
        && SkippedFolders.isBuildOutput(entry.name(), folder.path(), folder.names());
  }

  private Folder enter(String path, Path folder, IgnoreScope above, boolean included)
      throws IOException {
    List<Path> children = Entry.list(folder);
    List<String> names = new ArrayList<>(children.size());
    for (Path child : children) {
      names.add(Entry.nameOf(child));
    }
    IgnoreScope scope =
        options.respectGitignore() ? above.inside(folder, path, names, this::report) : above;
    List<Entry> entries = new ArrayList<>(children.size());
    for (int i = 0; i < names.size(); i++) {
      if (!SkippedFolders.byName(names.get(i))) {
        stat(path, children.get(i), names.get(i)).ifPresent(entries::add);
      }
    }
    entries.sort((a, b) -> PathOrder.compare(a.sortKey(), b.sortKey()));
    return new Folder(path, names, scope, included, entries.iterator());
  }

  private Optional<Entry> stat(String folder, Path child, String name) {
    try {
      return Optional.of(Entry.of(child, name)).filter(Entry::isFolderOrRegular);
    } catch (IOException unreadable) {
      report(folder + name, Entry.explain(unreadable));
      return Optional.empty();
    }
  }

  private void add(String folder, Entry entry) {
    String path = folder + entry.name();
    if (entry.isOddAt(path) && oddNames.putIfAbsent(path, entry.path()) != null) {
      report(path, "another file has the same name once invalid bytes are replaced");
      return;
    }
    boolean tooLarge = entry.size() > options.limits().bytesFor(path);
    files.add(
        new SourceFile(
            path, entry.size(), tooLarge ? Optional.of(SkipReason.TOO_LARGE) : Optional.empty()));
  }

  private void report(String path, String message) {
    problems.add(new WalkProblem(path.isEmpty() ? "." : path, message));
  }
}
