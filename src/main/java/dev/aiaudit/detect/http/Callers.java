package dev.aiaudit.detect.http;

import dev.aiaudit.javasource.index.FileSet;
import dev.aiaudit.javasource.index.JavaIndex;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.resolve.ParsedFile;
import dev.aiaudit.resolve.Typer;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Node;
import dev.aiaudit.syntax.Nodes;
import dev.aiaudit.syntax.TypeDecl.EnumConstant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Finds the calls of a method or constructor of the tree, in a bounded number of files. */
final class Callers {
  private static final int MAX_FILES = 30;
  private static final int MAX_CALLS = 60;

  /**
   * A call.
   *
   * @param args its arguments
   * @param code the code around it
   * @param constant name of the enum constant that it makes, or empty
   */
  record Caller(List<Expr> args, Code code, String constant) {}

  private record Use(Expr node, Code code) {}

  private final Typer typer;
  private final Map<ParsedFile, Map<String, List<Use>>> uses = new IdentityHashMap<>();
  private final Map<DeclaredMethod, List<Caller>> known = new HashMap<>();
  private final Map<DeclaredType, List<Caller>> creations = new HashMap<>();

  Callers(Typer typer) {
    this.typer = typer;
  }

  /** The calls of a method or constructor. */
  List<Caller> of(DeclaredMethod method) {
    List<Caller> found = known.get(method);
    if (found == null) {
      known.put(method, List.of());
      found = method.decl().isConstructor() ? constructions(method) : search(method);
      known.put(method, found);
    }
    return found;
  }

  /** The creations of a type, by whatever constructor. */
  List<Caller> creating(DeclaredType type) {
    List<Caller> found = creations.get(type);
    if (found == null) {
      found = new ArrayList<>();
      for (ParsedFile file : files(index().filesCreating(type.decl().name()), type)) {
        for (Use use : usesOf(file).getOrDefault("<init>", List.of())) {
          if (use.node instanceof Expr.New creation
              && typer.typeOf(creation, use.code).is(type.name())) {
            found.add(new Caller(creation.args(), use.code, ""));
          }
        }
      }
      creations.put(type, found);
    }
    return found;
  }

  private JavaIndex index() {
    return typer.project().index();
  }

  private List<Caller> constructions(DeclaredMethod constructor) {
    DeclaredType owner = constructor.owner();
    List<Caller> out = new ArrayList<>();
    int count = constructor.decl().params().size();
    for (EnumConstant c : owner.decl().constants()) {
      if (c.args().size() == count) {
        constantCode(c, owner).forEach(code -> out.add(new Caller(c.args(), code, c.name())));
      }
    }
    creating(owner).stream().filter(c -> c.args().size() == count).forEach(out::add);
    FileSet below = index().filesExtending(owner.decl().name());
    List<ParsedFile> files = new ArrayList<>(files(below, owner));
    if (!files.contains(owner.file())) {
      files.add(owner.file());
    }
    for (ParsedFile file : files) {
      for (String name : List.of("this", "super")) {
        usesOf(file).getOrDefault(name, List.of()).forEach(u -> add(u, constructor, out));
      }
    }
    return out;
  }

  private static List<Code> constantCode(EnumConstant constant, DeclaredType owner) {
    return owner.codes().stream().filter(c -> c.root().span().equals(constant.span())).toList();
  }

  private List<Caller> search(DeclaredMethod method) {
    List<Caller> out = new ArrayList<>();
    for (ParsedFile file : files(index().filesCalling(method.name()), method.owner())) {
      for (Use use : usesOf(file).getOrDefault(method.name(), List.of())) {
        if (out.size() < MAX_CALLS) {
          add(use, method, out);
        }
      }
    }
    return out;
  }

  private void add(Use use, DeclaredMethod method, List<Caller> out) {
    if (use.node instanceof Expr.Call call
        && typer.callee(call, use.code).methods().stream()
            .anyMatch(m -> m == method || typer.members().overrides(method, m))) {
      out.add(new Caller(call.args(), use.code, ""));
    }
  }

  /**
   * Files that can mean the type, since they name it or a supertype; test code only for test code.
   */
  private List<ParsedFile> files(FileSet candidates, DeclaredType type) {
    FileSet naming = index().filesMentioning(type.decl().name());
    for (JavaType parent : typer.project().supertypes(type.type())) {
      if (typer.project().find(parent).isPresent()) {
        naming = naming.union(index().filesMentioning(parent.simpleName()));
      }
    }
    boolean test = type.file().test();
    FileSet picked =
        FileSet.of(
            candidates.intersect(naming).stream()
                .filter(f -> test || !typer.project().tree().isTest(f))
                .limit(MAX_FILES)
                .toArray());
    typer.project().tree().loadAll(picked);
    List<ParsedFile> out = new ArrayList<>();
    picked.stream().forEach(f -> typer.project().tree().load(f).ifPresent(out::add));
    return out;
  }

  private Map<String, List<Use>> usesOf(ParsedFile file) {
    return uses.computeIfAbsent(file, Callers::index);
  }

  private static Map<String, List<Use>> index(ParsedFile file) {
    Map<String, List<Use>> out = new HashMap<>();
    for (DeclaredType type : file.types()) {
      for (Code code : type.codes()) {
        Nodes.walk(code.root(), node -> note(node, code, out));
      }
    }
    return out;
  }

  private static void note(Node node, Code code, Map<String, List<Use>> out) {
    if (node instanceof Expr.Call call) {
      out.computeIfAbsent(call.name(), n -> new ArrayList<>()).add(new Use(call, code));
    } else if (node instanceof Expr.New creation) {
      out.computeIfAbsent("<init>", n -> new ArrayList<>()).add(new Use(creation, code));
    }
  }
}
