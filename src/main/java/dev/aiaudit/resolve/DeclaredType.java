package dev.aiaudit.resolve;

import dev.aiaudit.syntax.MethodDecl;
import dev.aiaudit.syntax.Node;
import dev.aiaudit.syntax.TypeDecl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A type declared in the scanned tree, with what surrounds it. Compared by identity. */
public final class DeclaredType {

  /**
   * Where a local or anonymous type is declared.
   *
   * @param code the code around it
   * @param node the {@code new} expression or the declaring statement
   */
  public record Place(Code code, Node node) {}

  private final TypeDecl decl;
  private final ParsedFile file;
  private final Optional<DeclaredType> outer;
  private final Optional<Place> place;
  private final List<Code> codes = new ArrayList<>();
  private final List<DeclaredMethod> methods = new ArrayList<>();

  DeclaredType(
      TypeDecl decl, ParsedFile file, Optional<DeclaredType> outer, Optional<Place> place) {
    this.decl = decl;
    this.file = file;
    this.outer = outer;
    this.place = place;
    for (MethodDecl method : decl.methods()) {
      DeclaredMethod declared = new DeclaredMethod(this, method);
      methods.add(declared);
      method.body().ifPresent(body -> codes.add(declared.withBody(body)));
    }
    decl.fields().stream()
        .filter(f -> f.init().isPresent())
        .forEach(f -> codes.add(Code.ofField(this, f)));
    decl.constants().stream()
        .filter(c -> !c.args().isEmpty())
        .forEach(c -> codes.add(Code.ofConstant(this, c)));
  }

  /** Its syntax. */
  public TypeDecl decl() {
    return decl;
  }

  /** The file that declares it. */
  public ParsedFile file() {
    return file;
  }

  /** Full name with dots before nested types. */
  public String name() {
    return decl.binaryName();
  }

  /**
   * The name for people: as {@link #name()}, but an anonymous class is called after the code around
   * it and the type that it extends, such as {@code a.Panel.createButton/ActionListener}, which
   * stays when lines move.
   */
  public String displayName() {
    if (!anonymous()) {
      return name();
    }
    String base = decl.extended().stream().map(t -> t.simpleName()).findFirst().orElse("");
    String around =
        place.map(p -> p.code().label()).or(() -> outer.map(DeclaredType::displayName)).orElse("");
    return around + "/" + base;
  }

  /** The type around it, also of a local or anonymous type. */
  public Optional<DeclaredType> outer() {
    return outer;
  }

  /** Where it is declared, if it is local or anonymous. */
  public Optional<Place> place() {
    return place;
  }

  /** Method and constructor bodies, field initializers, arguments of enum constants. */
  public List<Code> codes() {
    return codes;
  }

  /** Its methods and constructors in source order. */
  public List<DeclaredMethod> methods() {
    return methods;
  }

  /** Whether it is the body of an anonymous class. */
  public boolean anonymous() {
    return decl.kind() == TypeDecl.Kind.ANONYMOUS;
  }

  /** The type as an expression of its kind would have, without type arguments. */
  public JavaType type() {
    return JavaType.known(name());
  }

  @Override
  public String toString() {
    return name();
  }

  /** Whether Lombok generates a builder for it. */
  public boolean hasGeneratedBuilder() {
    return GeneratedMembers.hasBuilder(this);
  }

  /** The type of the builder that Lombok generates for it, if it does. */
  public JavaType generatedBuilder() {
    return GeneratedMembers.builderOf(this);
  }
}
