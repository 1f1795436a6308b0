package dev.aiaudit.detect.provider;

import dev.aiaudit.javasource.index.FileSet;
import dev.aiaudit.resolve.Callee;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.ParsedFile;
import dev.aiaudit.resolve.Variable;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.FieldDecl;
import dev.aiaudit.syntax.Modifier;
import dev.aiaudit.syntax.Nodes;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

  private static List<Spot> spots(List<Use> found, int position) {
    return found.stream()
        .filter(u -> position >= 0 && position < u.args().size())
        .map(u -> Spot.of(u.args().get(position), u.code()))
        .toList();
  }

  private List<Use> called(DeclaredMethod method) {
    List<Use> out = new ArrayList<>();
    for (Code code : codes(at.project().index().filesCalling(method.name()))) {
      Nodes.walk(
          code.root(),
          node -> {
            if (node instanceof Expr.Call call
                && call.name().equals(method.name())
                && means(at.typer().callee(call, code), method)) {
              out.add(new Use(call.args(), code));
            }
          });
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
    for (Code code : codes(at.project().index().filesExtending(name))) {
      explicit(code, "super", constructor, out);
    }
    return out;
  }

  private void explicit(Code code, String word, DeclaredMethod target, List<Use> out) {
    if (code.method().filter(m -> m.decl().isConstructor()).isEmpty()) {
      return;
    }
    Nodes.walk(
        code.root(),
        node -> {
          if (node instanceof Expr.Call call
              && call.name().equals(word)
              && call.scope().isEmpty()
              && at.typer().callee(call, code).methods().contains(target)) {
            out.add(new Use(call.args(), code));
          }
        });
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
    for (Code code : codes(at.project().index().filesCreating(type.decl().name()))) {
      Nodes.walk(
          code.root(),
          node -> {
            if (node instanceof Expr.New creation
                && creation.type().simpleName().equals(type.decl().name())
                && at.typer().resolve(creation.type(), code).is(type.name())) {
              out.add(new Use(creation.args(), code));
            }
          });
    }
    return out;
  }

  private List<Code> codes(FileSet files) {
    List<Code> out = new ArrayList<>();
    for (int i = 0; i < files.size() && i < MAX_FILES; i++) {
      int file = files.get(i);
      if (at.project().tree().isTest(file)) {
        continue;
      }
      Optional<ParsedFile> parsed = at.project().tree().load(file);
      parsed.ifPresent(p -> p.types().forEach(t -> out.addAll(t.codes())));
    }
    return out;
  }
}
