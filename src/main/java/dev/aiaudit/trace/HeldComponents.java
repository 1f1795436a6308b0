package dev.aiaudit.trace;

import dev.aiaudit.javasource.index.FileSet;
import dev.aiaudit.javasource.index.JavaIndex;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.ParsedFile;
import dev.aiaudit.resolve.Project;
import dev.aiaudit.resolve.Typer;
import dev.aiaudit.resolve.Variable;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.FieldDecl;
import dev.aiaudit.syntax.Modifier;
import dev.aiaudit.syntax.TypeDecl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Values that an object is made with by a constructor which is not in the source, that of a record
 * or of Lombok: the field that holds each, and who reads it.
 */
final class HeldComponents {
  private final Project project;
  private final Typer typer;

  HeldComponents(Typer typer) {
    this.typer = typer;
    this.project = typer.project();
  }

  /** The field that a generated constructor sets from an argument. */
  Optional<Variable.Field> field(DeclaredType type, int argument) {
    List<FieldDecl> fields =
        type.decl().fields().stream().filter(f -> !f.is(Modifier.STATIC)).toList();
    return argument >= 0 && argument < fields.size()
        ? Optional.of(new Variable.Field(fields.get(argument), type))
        : Optional.empty();
  }

  /** The calls of the generated method that returns a field, in file and source order. */
  List<ParsedFile.Use> reads(Variable.Field field) {
    String accessor = accessor(field);
    JavaIndex index = project.index();
    FileSet files =
        index.filesCalling(accessor).intersect(index.filesMentioning(field.owner().decl().name()));
    List<ParsedFile.Use> out = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      if (!project.tree().isTest(files.get(i))) {
        project.tree().load(files.get(i)).stream()
            .flatMap(file -> file.uses(accessor).stream())
            .filter(use -> isOn(use, field.owner()))
            .forEach(out::add);
      }
    }
    return out;
  }

  private boolean isOn(ParsedFile.Use use, DeclaredType owner) {
    return use.node() instanceof Expr.Call call
        && call.args().isEmpty()
        && call.scope().filter(s -> typer.typeOf(s, use.code()).is(owner.name())).isPresent();
  }

  private static String accessor(Variable.Field field) {
    String name = field.name();
    return field.owner().decl().kind() == TypeDecl.Kind.RECORD
        ? name
        : "get" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
