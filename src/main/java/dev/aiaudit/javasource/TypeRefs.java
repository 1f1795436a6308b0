package dev.aiaudit.javasource;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.IntersectionType;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.TypeParameter;
import com.github.javaparser.ast.type.UnionType;
import com.github.javaparser.ast.type.WildcardType;
import dev.aiaudit.syntax.TypeParam;
import dev.aiaudit.syntax.TypeRef;
import java.util.List;
import java.util.Optional;

/** Types as written, in the project's form. */
final class TypeRefs {

  private TypeRefs() {}

  static TypeRef of(Type type) {
    if (type instanceof ClassOrInterfaceType named) {
      List<TypeRef> args = named.getTypeArguments().map(TypeRefs::list).orElse(List.of());
      return new TypeRef(named.getNameWithScope(), args, 0);
    }
    if (type instanceof ArrayType array) {
      TypeRef element = of(array.getComponentType());
      return new TypeRef(element.name(), element.arguments(), element.dimensions() + 1);
    }
    if (type instanceof WildcardType wildcard) {
      Optional<TypeRef> bound =
          wildcard.getExtendedType().or(wildcard::getSuperType).map(TypeRefs::of);
      return bound.orElse(TypeRef.of("?"));
    }
    if (type instanceof IntersectionType both) {
      return of(both.getElements().get(0));
    }
    if (type.isUnknownType() || type.isVarType()) {
      return TypeRef.VAR;
    }
    return TypeRef.of(type.asString());
  }

  static List<TypeRef> list(NodeList<? extends Type> types) {
    return types.stream().map(TypeRefs::of).toList();
  }

  static List<TypeRef> alternatives(Type type) {
    return type instanceof UnionType union ? list(union.getElements()) : List.of(of(type));
  }

  static List<TypeParam> params(NodeList<TypeParameter> params) {
    return params.stream()
        .map(p -> new TypeParam(p.getNameAsString(), list(p.getTypeBound())))
        .toList();
  }
}
