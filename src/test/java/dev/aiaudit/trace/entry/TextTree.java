package dev.aiaudit.trace.entry;

import dev.aiaudit.javasource.JavaParserReader;
import dev.aiaudit.javasource.JavaParserReader.SyntaxException;
import dev.aiaudit.javasource.index.ByteSource;
import dev.aiaudit.javasource.index.FileSet;
import dev.aiaudit.javasource.index.JavaIndex;
import dev.aiaudit.resolve.ParsedFile;
import dev.aiaudit.resolve.SourceTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Java files given as text by path. */
final class TextTree implements SourceTree {
  private final List<String> paths;
  private final Map<String, String> texts;
  private final JavaIndex index;
  private final Map<Integer, Optional<ParsedFile>> loaded = new HashMap<>();

  TextTree(Map<String, String> files) {
    this.texts = new TreeMap<>(files);
    this.paths = new ArrayList<>(texts.keySet());
    try {
      this.index = JavaIndex.build(new Bytes(), 1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private final class Bytes implements ByteSource {
    @Override
    public int count() {
      return paths.size();
    }

    @Override
    public String path(int file) {
      return paths.get(file);
    }

    @Override
    public byte[] read(int file) {
      return texts.get(paths.get(file)).getBytes(StandardCharsets.UTF_8);
    }
  }

  @Override
  public JavaIndex index() {
    return index;
  }

  @Override
  public String path(int file) {
    return paths.get(file);
  }

  @Override
  public boolean isTest(int file) {
    return paths.get(file).contains("src/test/");
  }

  @Override
  public Optional<ParsedFile> load(int file) {
    return loaded.computeIfAbsent(file, this::parse);
  }

  private Optional<ParsedFile> parse(int file) {
    try {
      String path = paths.get(file);
      return Optional.of(
          new ParsedFile(new JavaParserReader().read(path, texts.get(path)), isTest(file)));
    } catch (SyntaxException e) {
      return Optional.empty();
    }
  }

  /** The parsed file of that path. */
  Optional<ParsedFile> file(String path) {
    int file = paths.indexOf(path);
    return file < 0 ? Optional.empty() : load(file);
  }

  @Override
  public void loadAll(FileSet files) {
    for (int i = 0; i < files.size(); i++) {
      load(files.get(i));
    }
  }
}
