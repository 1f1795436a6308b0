package dev.aiaudit.resolve;

import dev.aiaudit.syntax.FieldDecl;
import dev.aiaudit.syntax.TypeDecl;
import java.util.Optional;
import java.util.Set;

/** Methods that are not in the source: accessors of records, and what Lombok generates. */
final class GeneratedMembers {
  /**
   * Marks the type of the builder that Lombok generates; no type of a program is called like this.
   */
  private static final String BUILDER = ".$lombokBuilder";

  private static final Set<String> ACCESSORS =
      Set.of("Data", "Value", "Getter", "Setter", "Accessors");
  private static final Set<String> BUILDERS = Set.of("Builder", "SuperBuilder", "Jacksonized");

  private GeneratedMembers() {}

  static boolean hasBuilder(DeclaredType type) {
    return annotated(type, BUILDERS);
  }

  static JavaType builderOf(DeclaredType type) {
    return JavaType.known(type.name() + BUILDER);
  }

  static Optional<JavaType> returnType(DeclaredType type, String method, Project project) {
    if (method.equals("builder") && hasBuilder(type)) {
      return Optional.of(builderOf(type));
    }
    if (type.decl().kind() == TypeDecl.Kind.RECORD || type.decl().kind() == TypeDecl.Kind.ENUM) {
      Optional<JavaType> accessor = field(type, method, project);
      if (accessor.isPresent()) {
        return accessor;
      }
    }
    if (type.decl().kind() == TypeDecl.Kind.ENUM) {
      if (method.equals("values")) {
        return Optional.of(type.type().array(1));
      }
      if (method.equals("valueOf")) {
        return Optional.of(type.type());
      }
    }
    return property(method).flatMap(name -> field(type, name, project));
  }

  /**
   * What a call on a generated builder returns: the object from {@code build}, else the builder.
   */
  static Optional<JavaType> builtBy(JavaType receiver, String method) {
    if (!receiver.name().endsWith(BUILDER)) {
      return Optional.empty();
    }
    String built = receiver.name().substring(0, receiver.name().length() - BUILDER.length());
    return Optional.of(method.equals("build") ? JavaType.known(built) : receiver);
  }

  private static Optional<JavaType> field(DeclaredType type, String name, Project project) {
    Optional<JavaType> own = ownField(type, name, project);
    return own.isPresent()
        ? own
        : project.supertypes(type.type()).stream()
            .flatMap(t -> project.find(t).stream())
            .flatMap(t -> ownField(t, name, project).stream())
            .findFirst();
  }

  private static Optional<JavaType> ownField(DeclaredType type, String name, Project project) {
    for (FieldDecl field : type.decl().fields()) {
      boolean generated =
          type.decl().kind() == TypeDecl.Kind.RECORD
              || annotated(type, ACCESSORS)
              || field.annotations().stream().anyMatch(a -> ACCESSORS.contains(a.simpleName()));
      if (field.name().equals(name) && generated) {
        return Optional.of(project.names().resolve(field.type(), type));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> property(String method) {
    for (String prefix : new String[] {"get", "is"}) {
      if (method.startsWith(prefix) && method.length() > prefix.length()) {
        String rest = method.substring(prefix.length());
        return Optional.of(Character.toLowerCase(rest.charAt(0)) + rest.substring(1));
      }
    }
    return Optional.empty();
  }

  private static boolean annotated(DeclaredType type, Set<String> names) {
    return type.decl().annotations().stream().anyMatch(a -> names.contains(a.simpleName()));
  }
}
