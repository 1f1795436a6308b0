package dev.aiaudit.resolve;

import dev.aiaudit.syntax.Case;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Node;
import dev.aiaudit.syntax.Stmt;
import dev.aiaudit.syntax.TypeRef;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds the static types of expressions. An answer is kept with the code, so a repeated question
 * costs nothing. Not safe for use by several threads.
 */
public final class Typer {
  /** An expression nested deeper than this, over calls, variables and lambdas, stays unknown. */
  private static final int MAX_DEPTH = 60;

  private final Project project;
  private final Members members;
  private final Scopes scopes;
  private final CallTyper calls;
  private final LambdaTyper lambdas;
  private int depth;

  /** A typer for a project. */
  public Typer(Project project) {
    this.project = project;
    this.members = new Members(project);
    this.scopes = new Scopes(project, members);
    this.calls = new CallTyper(project, members, this);
    this.lambdas = new LambdaTyper(project, members, this);
  }

  /** The project. */
  public Project project() {
    return project;
  }

  /** Finds members of types. */
  public Members members() {
    return members;
  }

  /** The variable that a name means at a place; empty when it is a type or not known. */
  public Optional<Variable> variable(String name, Node at, Code code) {
    return scopes.find(name, at, code);
  }

  /** The variable that a name or {@code this.name} means. */
  public Optional<Variable> variable(Expr e, Code code) {
    if (e instanceof Expr.FieldAccess access && access.scope() instanceof Expr.This) {
      return project
          .find(typeOf(access.scope(), code), code.owner())
          .flatMap(type -> members.field(access.name(), type));
    }
    return e instanceof Expr.Name name ? variable(name.id(), name, code) : Optional.empty();
  }

  /** What a call means. */
  public Callee callee(Expr.Call call, Code code) {
    return kept(call, code, () -> calls.callee(call, code));
  }

  /** Inside of another question an answer may be cut short; such a one is not kept. */
  private Callee kept(Expr node, Code code, Supplier<Callee> question) {
    if (depth > 0) {
      return question.get();
    }
    Callee known = code.callees().get(node);
    if (known == null) {
      known = question.get();
      code.callees().put(node, known);
    }
    return known;
  }

  /** The constructor that a {@code new} means. */
  public Callee callee(Expr.New creation, Code code) {
    return kept(creation, code, () -> calls.callee(creation, code));
  }

  /** What a method reference means. */
  public Callee callee(Expr.MethodRef ref, Code code) {
    return kept(ref, code, () -> calls.callee(ref, code));
  }

  /** The functional interface that a lambda or method reference stands for. */
  public JavaType functionalType(Expr lambda, Code code) {
    return lambdas.expected(lambda, code);
  }

  /** The type of an expression; of a name that is a type, that type. */
  public JavaType typeOf(Expr e, Code code) {
    JavaType known = code.types().get(e);
    if (known != null) {
      return known;
    }
    if (depth >= MAX_DEPTH) {
      return JavaType.UNKNOWN;
    }
    depth++;
    try {
      // A recursive question about the same expression finds this and ends.
      code.types().put(e, JavaType.UNKNOWN);
      JavaType type = bounded(compute(e, code), code);
      code.types().put(e, type);
      return type;
    } finally {
      depth--;
    }
  }

  private JavaType compute(Expr e, Code code) {
    if (e instanceof Expr.Name name) {
      return name(name, code);
    }
    if (e instanceof Expr.Call call) {
      return calls.returnType(call, code);
    }
    if (e instanceof Expr.FieldAccess access) {
      return fieldAccess(access, code);
    }
    if (e instanceof Expr.New creation) {
      return creation(creation, code);
    }
    if (e instanceof Expr.This self) {
      return self.qualifier().map(q -> named(q, code)).orElse(code.owner().type());
    }
    if (e instanceof Expr.Super parent) {
      return parent.qualifier().map(q -> named(q, code)).orElseGet(() -> superclass(code));
    }
    if (e instanceof Expr.Literal literal) {
      return literal(literal);
    }
    return operator(e, code);
  }

  private JavaType operator(Expr e, Code code) {
    if (e instanceof Expr.Cast cast) {
      return resolve(cast.type(), code);
    }
    if (e instanceof Expr.Assign assign) {
      return typeOf(assign.target(), code);
    }
    if (e instanceof Expr.Conditional c) {
      JavaType yes = typeOf(c.whenTrue(), code);
      return yes.isKnown() ? yes : typeOf(c.whenFalse(), code);
    }
    if (e instanceof Expr.Index index) {
      return typeOf(index.array(), code).element();
    }
    if (e instanceof Expr.Binary binary) {
      boolean text =
          binary.operator().equals("+")
              && (typeOf(binary.left(), code).is("java.lang.String")
                  || typeOf(binary.right(), code).is("java.lang.String"));
      return text ? JavaType.STRING : JavaType.UNKNOWN;
    }
    if (e instanceof Expr.ClassLiteral literal) {
      return JavaType.known("java.lang.Class", List.of(resolve(literal.type(), code)));
    }
    if (e instanceof Expr.TypeName type) {
      return resolve(type.type(), code);
    }
    if (e instanceof Expr.Switch choice) {
      return switchType(choice, code);
    }
    return e instanceof Expr.ArrayOf array
        ? resolve(array.element(), code).array(1)
        : JavaType.UNKNOWN;
  }

  private JavaType switchType(Expr.Switch choice, Code code) {
    for (Case c : choice.cases()) {
      for (Stmt s : c.body()) {
        if (s instanceof Stmt.Yield yield) {
          JavaType type = typeOf(yield.value(), code);
          if (type.isKnown()) {
            return type;
          }
        }
      }
    }
    return JavaType.UNKNOWN;
  }

  private static JavaType literal(Expr.Literal literal) {
    return switch (literal.kind()) {
      case STRING -> JavaType.STRING;
      case BOOLEAN -> JavaType.known("boolean");
      case CHAR -> JavaType.known("char");
      case NUMBER -> JavaType.known("int");
      case NULL -> JavaType.UNKNOWN;
    };
  }

  private JavaType name(Expr.Name name, Code code) {
    Optional<Variable> variable = scopes.find(name.id(), name, code);
    return variable.map(v -> typeOf(v)).orElseGet(() -> named(name.id(), code));
  }

  private JavaType named(String typeName, Code code) {
    return resolve(TypeRef.of(typeName), code);
  }

  /** The type that a reference means in a piece of code. */
  public JavaType resolve(TypeRef ref, Code code) {
    return project.names().resolve(ref, code.owner(), code.method().map(DeclaredMethod::decl));
  }

  /** The type of a variable. */
  public JavaType typeOf(Variable variable) {
    if (variable instanceof Variable.Local local) {
      return local.decl().type().inferred()
          ? local.decl().init().map(i -> typeOf(i, local.code())).orElse(JavaType.UNKNOWN)
          : resolve(local.decl().type(), local.code());
    }
    if (variable instanceof Variable.Field field) {
      return project.names().resolve(field.decl().type(), field.owner());
    }
    if (variable instanceof Variable.Parameter p) {
      return parameterType(p.method(), p.position());
    }
    if (variable instanceof Variable.Element element) {
      return element.loop().type().inferred()
          ? elementOf(typeOf(element.loop().iterable(), element.code()))
          : resolve(element.loop().type(), element.code());
    }
    if (variable instanceof Variable.LambdaParam p) {
      TypeRef written = p.lambda().params().get(p.position()).type();
      return written.inferred()
          ? lambdas.parameterType(p.lambda(), p.position(), p.code())
          : resolve(written, p.code());
    }
    if (variable instanceof Variable.Pattern pattern) {
      return resolve(pattern.type(), pattern.code());
    }
    if (variable instanceof Variable.Caught caught) {
      return resolve(caught.types().get(0), caught.code());
    }
    return ((Variable.Constant) variable).owner().type();
  }

  /** The declared type of a parameter; of a variable one, the array. */
  public JavaType parameterType(DeclaredMethod method, int position) {
    var param = method.decl().params().get(position);
    return project
        .names()
        .resolve(param.type(), method.owner(), Optional.of(method.decl()))
        .array(param.varArgs() ? 1 : 0);
  }

  private static JavaType elementOf(JavaType type) {
    return type.dimensions() > 0
        ? type.element()
        : type.argument(type.arguments().size() == 1 ? 0 : -1);
  }

  private JavaType fieldAccess(Expr.FieldAccess access, Code code) {
    JavaType scope = typeOf(access.scope(), code);
    Optional<DeclaredType> declared = project.find(scope, code.owner());
    if (declared.isPresent()) {
      return inDeclared(access.name(), declared.get()).orElse(JavaType.UNKNOWN);
    }
    Optional<String> library = project.libraries().fieldType(scope.name(), access.name());
    if (library.isPresent()) {
      return project.names().parse(library.get());
    }
    String qualified = qualifiedName(access);
    return !qualified.isEmpty() && !scope.isKnown() && looksLikeType(qualified)
        ? JavaType.known(qualified)
        : nestedLibraryType(scope, access);
  }

  /**
   * {@code Outer.Inner} of a library: nothing tells it from a constant but the way it is written.
   */
  private static JavaType nestedLibraryType(JavaType scope, Expr.FieldAccess access) {
    boolean typeLike =
        Character.isUpperCase(access.name().charAt(0))
            && access.name().chars().anyMatch(Character::isLowerCase);
    return scope.isKnown() && typeLike && access.scope() instanceof Expr.Name
        ? JavaType.known(scope.name() + "." + access.name())
        : JavaType.UNKNOWN;
  }

  private Optional<JavaType> inDeclared(String name, DeclaredType type) {
    Optional<JavaType> field = members.field(name, type).map(this::typeOf);
    if (field.isPresent()) {
      return field;
    }
    if (type.decl().constants().stream().anyMatch(c -> c.name().equals(name))) {
      return Optional.of(type.type());
    }
    return type.file().type(type.name() + "." + name).map(DeclaredType::type);
  }

  private static boolean looksLikeType(String qualified) {
    String last = qualified.substring(qualified.lastIndexOf('.') + 1);
    return Character.isLowerCase(qualified.charAt(0)) && Character.isUpperCase(last.charAt(0));
  }

  private static String qualifiedName(Expr e) {
    if (e instanceof Expr.Name name) {
      return name.id();
    }
    if (e instanceof Expr.FieldAccess access) {
      String scope = qualifiedName(access.scope());
      return scope.isEmpty() ? "" : scope + "." + access.name();
    }
    return "";
  }

  private JavaType creation(Expr.New creation, Code code) {
    if (creation.body().isPresent()) {
      return JavaType.known(creation.body().get().binaryName());
    }
    JavaType type = resolve(creation.type(), code);
    boolean diamond = type.arguments().isEmpty();
    return diamond ? diamondTarget(creation, type, code) : type;
  }

  /** {@code List<Foo> x = new ArrayList<>()} has the arguments of the declaration. */
  private JavaType diamondTarget(Expr.New creation, JavaType type, Code code) {
    Optional<Node> parent = code.parent(creation);
    if (parent.isPresent() && parent.get() instanceof Stmt.Local l && !l.type().inferred()) {
      return JavaType.known(type.name(), resolve(l.type(), code).arguments());
    }
    return type;
  }

  private JavaType superclass(Code code) {
    List<JavaType> parents = project.directSupertypes(code.owner());
    return parents.isEmpty() ? JavaType.UNKNOWN : parents.get(0);
  }

  /** A type parameter that nothing has replaced is as good as its bound. */
  private JavaType bounded(JavaType type, Code code) {
    if (type.kind() != JavaType.Kind.VARIABLE) {
      return type;
    }
    Optional<TypeRef> bound =
        code.method().stream()
            .flatMap(m -> m.decl().typeParams().stream())
            .filter(p -> p.name().equals(type.name()))
            .flatMap(p -> p.bounds().stream())
            .findFirst();
    for (Optional<DeclaredType> t = Optional.of(code.owner());
        bound.isEmpty() && t.isPresent();
        t = t.get().outer()) {
      bound =
          t.get().decl().typeParams().stream()
              .filter(p -> p.name().equals(type.name()))
              .flatMap(p -> p.bounds().stream())
              .findFirst();
    }
    return bound.map(b -> resolve(b, code)).orElse(type);
  }
}
