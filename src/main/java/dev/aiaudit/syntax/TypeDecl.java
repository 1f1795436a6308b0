package dev.aiaudit.syntax;

import java.util.List;
import java.util.Set;

/**
 * A class, interface, enum, record or annotation type, or the body of an anonymous class.
 *
 * @param name simple name; of an anonymous class {@code $line:column}
 * @param binaryName qualified by package and outer types, with dots, such as {@code
 *     a.b.Outer.Inner}
 * @param extended superclass, or the super-interfaces of an interface
 * @param implemented interfaces of a class; of an anonymous class, the type behind {@code new} is
 *     in {@code extended}
 * @param methods methods, constructors and initializers in source order
 * @param nested member types
 * @param constants enum constants
 */
public record TypeDecl(
    Kind kind,
    String name,
    String binaryName,
    List<TypeParam> typeParams,
    List<TypeRef> extended,
    List<TypeRef> implemented,
    Set<Modifier> modifiers,
    List<Annotation> annotations,
    List<FieldDecl> fields,
    List<MethodDecl> methods,
    List<TypeDecl> nested,
    List<EnumConstant> constants,
    Span nameSpan,
    Span span) {

  /** What it is. */
  public enum Kind {
    CLASS,
    INTERFACE,
    ENUM,
    RECORD,
    ANNOTATION,
    ANONYMOUS
  }

  /** Copies the collections. */
  public TypeDecl {
    typeParams = List.copyOf(typeParams);
    extended = List.copyOf(extended);
    implemented = List.copyOf(implemented);
    modifiers = Set.copyOf(modifiers);
    annotations = List.copyOf(annotations);
    fields = List.copyOf(fields);
    methods = List.copyOf(methods);
    nested = List.copyOf(nested);
    constants = List.copyOf(constants);
  }

  /** Whether it has the modifier. */
  public boolean is(Modifier modifier) {
    return modifiers.contains(modifier);
  }

  /** Whether its methods have no body unless they say so. */
  public boolean isInterface() {
    return kind == Kind.INTERFACE || kind == Kind.ANNOTATION;
  }

  /**
   * An enum constant.
   *
   * @param args constructor arguments
   * @param body the constant's own class body, if it has one
   */
  public record EnumConstant(
      String name, List<Expr> args, java.util.Optional<TypeDecl> body, Span span) {

    /** Copies the arguments. */
    public EnumConstant {
      args = List.copyOf(args);
    }
  }
}
