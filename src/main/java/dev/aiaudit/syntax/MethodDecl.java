package dev.aiaudit.syntax;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A method, a constructor (named {@code <init>}), or an initializer block ({@code <clinit>} when
 * static, else {@code <instance>}). Field initializers belong to the field.
 *
 * @param nameSpan where the name is
 */
public record MethodDecl(
    String name,
    List<TypeParam> typeParams,
    TypeRef returnType,
    List<Param> params,
    List<TypeRef> thrown,
    Set<Modifier> modifiers,
    List<Annotation> annotations,
    Optional<Stmt.Block> body,
    Span nameSpan,
    Span span) {

  /** The name of every constructor. */
  public static final String CONSTRUCTOR = "<init>";

  /** The name of a static initializer. */
  public static final String STATIC_INIT = "<clinit>";

  /** The name of an instance initializer. */
  public static final String INSTANCE_INIT = "<instance>";

  /** Copies the collections. */
  public MethodDecl {
    typeParams = List.copyOf(typeParams);
    params = List.copyOf(params);
    thrown = List.copyOf(thrown);
    modifiers = Set.copyOf(modifiers);
    annotations = List.copyOf(annotations);
  }

  /** Whether it is a constructor. */
  public boolean isConstructor() {
    return name.equals(CONSTRUCTOR);
  }

  /** Whether it has the modifier. */
  public boolean is(Modifier modifier) {
    return modifiers.contains(modifier);
  }

  /** Whether a call with so many arguments can mean this method. */
  public boolean acceptsArity(int arguments) {
    boolean varArgs = !params.isEmpty() && params.get(params.size() - 1).varArgs();
    return varArgs ? arguments >= params.size() - 1 : arguments == params.size();
  }

  /** {@code name(Type,Type)} with simple parameter types. */
  public String signature() {
    return params.stream()
        .map(p -> p.type().simpleName() + (p.varArgs() ? "..." : ""))
        .collect(Collectors.joining(",", name + "(", ")"));
  }
}
