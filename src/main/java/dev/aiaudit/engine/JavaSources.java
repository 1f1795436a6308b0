package dev.aiaudit.engine;

import dev.aiaudit.configsource.ConfigFile;
import dev.aiaudit.javasource.JavaParserReader;
import dev.aiaudit.javasource.JavaParserReader.SyntaxException;
import dev.aiaudit.javasource.NestingGuard;
import dev.aiaudit.javasource.ParseLimits;
import dev.aiaudit.javasource.ParseOutcome;
import dev.aiaudit.javasource.ParsePool;
import dev.aiaudit.javasource.index.ByteSource;
import dev.aiaudit.javasource.index.FileSet;
import dev.aiaudit.javasource.index.JavaIndex;
import dev.aiaudit.model.Diagnostic;
import dev.aiaudit.resolve.ParsedFile;
import dev.aiaudit.resolve.SourceTree;
import dev.aiaudit.settings.IgnoreComment;
import dev.aiaudit.syntax.JavaFile;
import dev.aiaudit.workspace.SkippedFileException;
import dev.aiaudit.workspace.SourceFile;
import dev.aiaudit.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.BooleanSupplier;

/** The Java files of a workspace: indexed at once, parsed one by one when somebody asks. */
final class JavaSources implements SourceTree, AutoCloseable {
  private static final byte[] MARKER = IgnoreComment.MARKER.getBytes(StandardCharsets.ISO_8859_1);

  private final Workspace workspace;
  private final List<SourceFile> files;
  private JavaIndex index;
  private final BitSet tests = new BitSet();
  private final ParsePool<Source, Reading> pool;
  private final Map<Integer, Optional<ParsedFile>> loaded = new HashMap<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final BooleanSupplier timeUp;
  private int passedOver;
  private final ThreadLocal<JavaParserReader> readers =
      ThreadLocal.withInitial(JavaParserReader::new);

  private final Set<String> marked = new ConcurrentSkipListSet<>();

  private record Source(String path, String text) {}

  /** A file, or why the parser refused it. */
  private record Reading(Optional<JavaFile> file, int line, String problem) {}

  JavaSources(Workspace workspace, int threads, BooleanSupplier timeUp)
      throws InterruptedException {
    this.workspace = workspace;
    this.timeUp = timeUp;
    this.files = workspace.files().stream().filter(SourceFile::isJava).toList();
    for (int file = 0; file < files.size(); file++) {
      tests.set(file, TestPaths.isTest(files.get(file).path()));
    }
    this.index = JavaIndex.build(new Bytes(), threads);
    this.pool =
        new ParsePool<>(this::read, s -> s.text().length(), threads, ParseLimits.standard());
    index.unread().stream().forEach(this::unread);
  }

  /** Leaves files out of all further answers of the index. */
  void hide(FileSet hidden) {
    index = index.hiding(hidden);
  }

  /** The bytes of the files, in path order. */
  private final class Bytes implements ByteSource {
    @Override
    public int count() {
      return files.size();
    }

    @Override
    public String path(int file) {
      return files.get(file).path();
    }

    @Override
    public byte[] read(int file) throws IOException {
      byte[] bytes = workspace.read(files.get(file));
      if (contains(bytes, MARKER)) {
        marked.add(path(file));
      }
      return bytes;
    }
  }

  @Override
  public JavaIndex index() {
    return index;
  }

  @Override
  public String path(int file) {
    return files.get(file).path();
  }

  @Override
  public boolean isTest(int file) {
    return tests.get(file);
  }

  @Override
  public Optional<ParsedFile> load(int file) {
    if (!loaded.containsKey(file)) {
      loadAll(FileSet.of(file));
    }
    return loaded.getOrDefault(file, Optional.empty());
  }

  @Override
  public void loadAll(FileSet wanted) {
    List<Integer> numbers = new ArrayList<>();
    List<Source> sources = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      int file = wanted.get(i);
      if (!loaded.containsKey(file) && timeUp.getAsBoolean()) {
        passedOver++;
        loaded.put(file, Optional.empty());
      }
      if (!loaded.containsKey(file)) {
        Optional<Source> source = source(file);
        if (source.isPresent()) {
          numbers.add(file);
          sources.add(source.get());
        } else {
          loaded.put(file, Optional.empty());
        }
      }
    }
    List<ParseOutcome<Reading>> outcomes = pool.all(sources);
    for (int i = 0; i < numbers.size(); i++) {
      loaded.put(numbers.get(i), outcome(numbers.get(i), outcomes.get(i)));
    }
  }

  /** A file that is not even indexed could hold anything. */
  private void unread(int file) {
    if (source(file).isPresent()) {
      problem(file, 1, "not read");
    }
    loaded.put(file, Optional.empty());
  }

  private Optional<Source> source(int file) {
    try {
      String text = workspace.readText(files.get(file)).text();
      Optional<String> reason = NestingGuard.reasonNotToParse(text);
      if (reason.isPresent()) {
        problem(file, 1, "not parsed: " + reason.get());
        return Optional.empty();
      }
      return Optional.of(new Source(path(file), text));
    } catch (SkippedFileException skipped) {
      problem(file, 1, "not read: " + skipped.reason().text());
      return Optional.empty();
    }
  }

  private Reading read(Source source) {
    try {
      return new Reading(Optional.of(readers.get().read(source.path(), source.text())), 1, "");
    } catch (SyntaxException bad) {
      return new Reading(Optional.empty(), bad.line(), String.valueOf(bad.getMessage()));
    }
  }

  private Optional<ParsedFile> outcome(int file, ParseOutcome<Reading> outcome) {
    if (outcome instanceof ParseOutcome.NotParsed<Reading> failed) {
      problem(file, 1, "not parsed: " + failed.reason());
      return Optional.empty();
    }
    Reading reading = outcome.value().orElseThrow();
    if (reading.file().isEmpty()) {
      problem(file, reading.line(), "not parsed: " + reading.problem());
      return Optional.empty();
    }
    return Optional.of(new ParsedFile(reading.file().get(), isTest(file)));
  }

  private void problem(int file, int line, String message) {
    diagnostics.add(new Diagnostic(Diagnostic.Level.ERROR, path(file), Optional.of(line), message));
  }

  /** The number of a file; empty when it is no Java file of the tree. */
  Optional<Integer> number(String path) {
    int found =
        Collections.binarySearch(
            files, new SourceFile(path, 0), Comparator.comparing(SourceFile::path));
    return found < 0 ? Optional.empty() : Optional.of(found);
  }

  /** A file that the audit needed to parse. */
  Optional<ParsedFile> parsedFile(int file) {
    return loaded.getOrDefault(file, Optional.empty());
  }

  /** Number of files that were wanted after the time was up. */
  int passedOver() {
    return passedOver;
  }

  /** The files in which the marker of ignore comments stands. */
  Set<String> marked() {
    return marked;
  }

  private static boolean contains(byte[] bytes, byte[] wanted) {
    for (int i = 0; i <= bytes.length - wanted.length; i++) {
      // The hyphen is the rarest of the marker's characters.
      if (bytes[i + 2] == '-'
          && Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
        return true;
      }
    }
    return false;
  }

  /** The files with a text literal that may be a key. */
  List<ConfigFile> withKeys() {
    return index.filesWithKeys().stream()
        .mapToObj(file -> source(file).map(s -> new ConfigFile(s.path(), s.text())))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Number of Java files. */
  int count() {
    return files.size();
  }

  /** Number of files that were parsed. */
  int parsed() {
    return (int) loaded.values().stream().filter(Optional::isPresent).count();
  }

  /** What could not be read or parsed. */
  List<Diagnostic> diagnostics() {
    return List.copyOf(diagnostics);
  }

  @Override
  public void close() {
    pool.close();
  }
}
