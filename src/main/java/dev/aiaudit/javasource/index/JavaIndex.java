package dev.aiaudit.javasource.index;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Which Java files use which names, and what for. Files are the numbers of the {@link ByteSource};
 * names are simple names as written, unless said otherwise. Immutable and safe for use by several
 * threads; the answers do not depend on the number of threads that built it.
 */
public final class JavaIndex {
  /** Most files an index can hold. */
  public static final int MAX_FILES = 1 << 24;

  private static final String ON_DEMAND = ".*";

  private final int count;
  private final PostingLists names;
  private final PostingLists imports;
  private final PostingLists literals;
  private final PostingLists packages;
  private final ForwardLists importsByFile;
  private final ForwardLists literalsByFile;
  private final ForwardLists packagesByFile;
  private final FileSet unread;
  private final BitSet hidden;

  private JavaIndex(int count, IndexBuilder.Built built) {
    this.count = count;
    this.names = built.inverted()[0];
    this.imports = built.inverted()[1];
    this.literals = built.inverted()[2];
    this.packages = built.inverted()[3];
    this.importsByFile = built.forward()[1];
    this.literalsByFile = built.forward()[2];
    this.packagesByFile = built.forward()[3];
    this.unread = built.unread();
    this.hidden = new BitSet();
  }

  private JavaIndex(JavaIndex whole, BitSet hidden) {
    this.count = whole.count;
    this.names = whole.names;
    this.imports = whole.imports;
    this.literals = whole.literals;
    this.packages = whole.packages;
    this.importsByFile = whole.importsByFile;
    this.literalsByFile = whole.literalsByFile;
    this.packagesByFile = whole.packagesByFile;
    this.unread = whole.unread;
    this.hidden = hidden;
  }

  /** The same index without some files: they keep their numbers and occur in no other answer. */
  public JavaIndex hiding(FileSet files) {
    BitSet all = (BitSet) hidden.clone();
    files.stream().forEach(all::set);
    return new JavaIndex(this, all);
  }

  private FileSet visible(FileSet files) {
    return hidden.isEmpty() ? files : files.without(hidden);
  }

  /**
   * Reads all files once and indexes them, with as many threads as given, the caller's included.
   *
   * @throws IllegalArgumentException when there are more than {@link #MAX_FILES} files
   * @throws InterruptedException when interrupted while waiting for the other threads
   */
  public static JavaIndex build(ByteSource source, int threads) throws InterruptedException {
    if (source.count() > MAX_FILES) {
      throw new IllegalArgumentException(
          "more than " + MAX_FILES + " Java files: " + source.count());
    }
    return new JavaIndex(source.count(), new IndexBuilder(source, threads).build());
  }

  /** Number of files, read or not. */
  public int fileCount() {
    return count;
  }

  /** Files that could not be read; they occur in no other answer. */
  public FileSet unread() {
    return unread;
  }

  /** Files that call the name after a dot, or perhaps without one. */
  public FileSet filesCalling(String name) {
    return visible(names.files(name, Role.DOT_CALL.bit() | Role.BARE_CALL_OR_DECLARATION.bit()));
  }

  /** Files that refer to the method as {@code ::name}. */
  public FileSet filesReferencing(String name) {
    return filesWith(name, Role.REFERENCE);
  }

  /** Files that declare a method of the name, as far as tokens can tell. */
  public FileSet filesDeclaringMethod(String name) {
    return filesWith(name, Role.METHOD_DECLARATION);
  }

  /** Files that create an object of the type, anonymous classes and {@code Name::new} included. */
  public FileSet filesCreating(String simpleType) {
    return filesWith(simpleType, Role.CREATION);
  }

  /** Files in which the identifier occurs outside comments and literals, imports included. */
  public FileSet filesMentioning(String identifier) {
    return visible(names.files(identifier));
  }

  /** Whether the identifier occurs in the file; as {@link #filesMentioning} for one file. */
  public boolean mentions(String identifier, int file) {
    return names.contains(identifier, file) && !hidden.get(file);
  }

  /** Files that declare a type of the name, at any depth. */
  public FileSet filesDeclaringType(String simpleName) {
    return filesWith(simpleName, Role.TYPE_DECLARATION);
  }

  /** Files with a type declaration that extends or implements a type of the name. */
  public FileSet filesExtending(String simpleName) {
    return filesWith(simpleName, Role.SUPERTYPE);
  }

  /** Files that use the annotation. */
  public FileSet filesAnnotated(String simpleName) {
    return filesWith(simpleName, Role.ANNOTATION);
  }

  /** Files in which the name has the role. */
  public FileSet filesWith(String name, Role role) {
    return visible(names.files(name, role.bit()));
  }

  /** The roles of a name in a file; empty also where it is merely mentioned. */
  public Set<Role> rolesOf(String name, int file) {
    int bits = names.roles(name, file);
    EnumSet<Role> roles = EnumSet.noneOf(Role.class);
    for (Role role : Role.values()) {
      if ((bits & role.bit()) != 0) {
        roles.add(role);
      }
    }
    return roles;
  }

  /**
   * Files that import the type given by its full name, a member of it, or its package on demand.
   * Files of the same package see it too: {@link #filesInPackage}.
   */
  public FileSet filesImporting(String type) {
    int dot = type.lastIndexOf('.');
    FileSet files = visible(imports.files(type)).union(filesImportingUnder(type + "."));
    return dot < 0
        ? files
        : files.union(visible(imports.files(type.substring(0, dot) + ON_DEMAND)));
  }

  /** Files with an import, static or not, whose text begins with the prefix. */
  public FileSet filesImportingUnder(String prefix) {
    return visible(imports.filesOfNames(imports.names().withPrefix(prefix)));
  }

  /** Files with an import whose text begins with one of the prefixes. */
  public FileSet filesImportingUnder(Collection<String> prefixes) {
    FileSet files = FileSet.none();
    for (String prefix : prefixes) {
      files = files.union(filesImportingUnder(prefix));
    }
    return files;
  }

  /** The imports of a file in the order of their first appearance. */
  public List<Import> importsOf(int file) {
    List<Import> found = new ArrayList<>();
    for (int p = importsByFile.start(file); p < importsByFile.start(file + 1); p++) {
      String name = imports.names().name(importsByFile.id(p));
      boolean onDemand = name.endsWith(ON_DEMAND);
      found.add(
          new Import(
              onDemand ? name.substring(0, name.length() - ON_DEMAND.length()) : name,
              onDemand,
              (importsByFile.roles(p) & FileEntries.STATIC_IMPORT) != 0));
    }
    return List.copyOf(found);
  }

  /** The package of a file; empty for the unnamed package and for files not read. */
  public Optional<String> packageOf(int file) {
    int start = packagesByFile.start(file);
    return start == packagesByFile.start(file + 1)
        ? Optional.empty()
        : Optional.of(packages.names().name(packagesByFile.id(start)));
  }

  /** Files that declare the package; not those of packages below it. */
  public FileSet filesInPackage(String name) {
    return visible(packages.files(name));
  }

  /** Files that declare the package or one below it. */
  public FileSet filesInPackagesUnder(String name) {
    return visible(
        packages.files(name).union(packages.filesOfNames(packages.names().withPrefix(name + "."))));
  }

  /**
   * Files with a text literal that looks like an address and fulfils the condition. Kept are
   * literals, and single lines of text blocks, that contain {@code ://}, begin with a host name,
   * are a URL path, a reference to a setting or the word {@code messages}: as written in the
   * source, without blanks at the ends, at most 200 bytes around the {@code ://}. The condition is
   * asked once for each different text.
   */
  public FileSet filesWithLiteral(Predicate<String> condition) {
    IntList ids = new IntList();
    for (int id = 0; id < literals.names().size(); id++) {
      if (condition.test(literals.names().name(id))) {
        ids.add(id);
      }
    }
    return visible(literals.filesOfNames(ids.toArray()));
  }

  /** As {@link #filesWithLiteral}, but the files of each text that fulfils the condition. */
  public SortedMap<String, FileSet> literals(Predicate<String> condition) {
    SortedMap<String, FileSet> found = new TreeMap<>();
    for (int id = 0; id < literals.names().size(); id++) {
      String text = literals.names().name(id);
      if (condition.test(text)) {
        FileSet files = visible(literals.files(id));
        if (!files.isEmpty()) {
          found.put(text, files);
        }
      }
    }
    return found;
  }

  /** Files with a text literal that has the shape of a provider's key. */
  public FileSet filesWithKeys() {
    return filesMentioning(KeyFilter.NAME);
  }

  /** The literals of a file that look like addresses, in the order of their first appearance. */
  public List<String> literalsOf(int file) {
    List<String> found = new ArrayList<>();
    for (int p = literalsByFile.start(file); p < literalsByFile.start(file + 1); p++) {
      found.add(literals.names().name(literalsByFile.id(p)));
    }
    return List.copyOf(found);
  }
}
