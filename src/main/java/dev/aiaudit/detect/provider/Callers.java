package dev.aiaudit.detect.provider;

import dev.aiaudit.javasource.index.FileSet;
import dev.aiaudit.resolve.Callee;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.ParsedFile;
import dev.aiaudit.resolve.SourceTree;
import dev.aiaudit.resolve.Variable;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.FieldDecl;
import dev.aiaudit.syntax.Modifier;
import dev.aiaudit.syntax.Node;
import dev.aiaudit.syntax.Nodes;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The arguments with which main code calls methods and constructors of the tree. */
final class Callers {
  private static final int MAX_FILES = 40;

  /** A call that gives arguments. */
  private record Use(List<Expr> args, Code code) {}

  private final Basis at;
  private final Map<DeclaredMethod, List<Use>> uses = new IdentityHashMap<>();
  private final Map<DeclaredType, List<Use>> creations = new IdentityHashMap<>();

  Callers(Basis at) {
    this.at = at;
  }

  /** What callers give for a parameter. */
  List<Spot> arguments(DeclaredMethod method, int position) {
    List<Use> found = uses.get(method);
    if (found == null) {
      found = method.decl().isConstructor() ? constructed(method) : called(method);
      uses.put(method, found);
    }
    return spots(found, position);
  }

  /** What creations of a type give at a position. */
  List<Spot> creations(DeclaredType type, int position) {
    return spots(creationsOf(type), position);
  }

  /** What creations give for a field that only a generated constructor can set. */
  List<Spot> generatedArguments(Variable.Field field) {
    DeclaredType owner = field.owner();
    boolean written = owner.methods().stream().anyMatch(m -> m.decl().isConstructor());
    if (written || field.decl().is(Modifier.STATIC)) {
      return List.of();
    }
    List<FieldDecl> all =
        owner.decl().fields().stream().filter(f -> !f.is(Modifier.STATIC)).toList();
    List<FieldDecl> required =
        all.stream().filter(f -> f.is(Modifier.FINAL) && f.init().isEmpty()).toList();
    List<Spot> out = new ArrayList<>();
    for (Use use : creationsOf(owner)) {
      List<FieldDecl> order = use.args().size() == required.size() ? required : all;
      int position = order.indexOf(field.decl());
      if (use.args().size() == order.size() && position >= 0) {
        out.add(Spot.of(use.args().get(position), use.code()));
      }
    }
    return out;
  }

  /** What code tells the builder that Lombok generates for a type to put into a field. */
  List<Spot> builderArguments(Variable.Field field) {
    if (!field.owner().hasGeneratedBuilder()) {
      return List.of();
    }
    FileSet candidates =
        at.project()
            .index()
            .filesCalling(field.name())
            .intersect(at.project().index().filesMentioning(field.owner().decl().name()));
    List<Spot> out = new ArrayList<>();
    for (ParsedFile file : files(candidates)) {
      for (ParsedFile.Use use : file.uses(field.name())) {
        if (use.node() instanceof Expr.Call call
            && call.args().size() == 1
            && call.scope().isPresent()
            && at.typer()
                .typeOf(call.scope().get(), use.code())
                .equals(field.owner().generatedBuilder())) {
          out.add(Spot.of(call.args().get(0), use.code()));
        }
      }
    }
    return out;
  }

  private static List<Spot> spots(List<Use> found, int position) {
    return found.stream()
        .filter(u -> position >= 0 && position < u.args().size())
        .map(u -> Spot.of(u.args().get(position), u.code()))
        .toList();
  }

  private List<Use> called(DeclaredMethod method) {
    List<Use> out = new ArrayList<>();
    for (ParsedFile file : files(at.project().index().filesCalling(method.name()))) {
      for (ParsedFile.Use use : file.uses(method.name())) {
        if (use.node() instanceof Expr.Call call
            && means(at.typer().callee(call, use.code()), method)) {
          out.add(new Use(call.args(), use.code()));
        }
      }
    }
    return out;
  }

  private boolean means(Callee callee, DeclaredMethod method) {
    return callee.methods().stream()
        .anyMatch(m -> m == method || at.typer().members().overrides(method, m));
  }

  private List<Use> constructed(DeclaredMethod constructor) {
    List<Use> out = new ArrayList<>();
    for (Use use : creationsOf(constructor.owner())) {
      if (constructor.decl().acceptsArity(use.args().size())) {
        out.add(use);
      }
    }
    for (Code code : constructor.owner().codes()) {
      explicit(code, "this", constructor, out);
    }
    String name = constructor.owner().decl().name();
    for (ParsedFile file : files(at.project().index().filesExtending(name))) {
      for (ParsedFile.Use use : file.uses("<init>")) {
        explicit(use.node(), use.code(), "super", constructor, out);
      }
    }
    return out;
  }

  private void explicit(Code code, String word, DeclaredMethod target, List<Use> out) {
    Nodes.walk(code.root(), node -> explicit(node, code, word, target, out));
  }

  private void explicit(Node node, Code code, String word, DeclaredMethod target, List<Use> out) {
    if (node instanceof Expr.Call call
        && call.name().equals(word)
        && call.scope().isEmpty()
        && code.method().filter(m -> m.decl().isConstructor()).isPresent()
        && at.typer().callee(call, code).methods().contains(target)) {
      out.add(new Use(call.args(), code));
    }
  }

  private List<Use> creationsOf(DeclaredType type) {
    List<Use> known = creations.get(type);
    if (known == null) {
      known = searchCreations(type);
      creations.put(type, known);
    }
    return known;
  }

  private List<Use> searchCreations(DeclaredType type) {
    List<Use> out = new ArrayList<>();
    for (ParsedFile file : files(at.project().index().filesCreating(type.decl().name()))) {
      for (ParsedFile.Use use : file.uses("<init>")) {
        if (use.node() instanceof Expr.New creation
            && creation.type().simpleName().equals(type.decl().name())
            && at.typer().resolve(creation.type(), use.code()).is(type.name())) {
          out.add(new Use(creation.args(), use.code()));
        }
      }
    }
    return out;
  }

  private List<ParsedFile> files(FileSet candidates) {
    SourceTree tree = at.project().tree();
    FileSet picked =
        FileSet.of(
            candidates.stream().limit(MAX_FILES).filter(file -> !tree.isTest(file)).toArray());
    tree.loadAll(picked);
    List<ParsedFile> out = new ArrayList<>();
    picked.stream().forEach(file -> tree.load(file).ifPresent(out::add));
    return out;
  }
}
