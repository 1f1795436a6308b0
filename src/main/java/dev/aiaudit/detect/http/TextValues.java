package dev.aiaudit.detect.http;

import dev.aiaudit.detect.Surroundings;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.syntax.Case;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Node;
import dev.aiaudit.syntax.Nodes;
import dev.aiaudit.syntax.Stmt;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out which texts an expression can have: through operators, variables, fields, settings,
 * parameters and calls, as templates with holes for what only the running program knows. Bounded in
 * depth and number, and never throws on any source. Not safe for use by several threads.
 */
public final class TextValues {
  private static final int MAX_DEPTH = 40;
  private static final int MAX_STEPS = 4_000;

  private final Surroundings at;
  private final TextVariables variables;
  private final TextCalls calls;
  private final Set<Object> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private int steps;
  private Optional<Frame> frame = Optional.empty();

  /** Text values of a tree. */
  public TextValues(Surroundings at) {
    this(at, new Callers(at.typer()));
  }

  TextValues(Surroundings at, Callers callers) {
    this.at = at;
    Settings settings = new Settings(at.config());
    this.variables = new TextVariables(at, this, settings, callers);
    this.calls = new TextCalls(at, this, settings, variables);
  }

  /**
   * The texts that an expression can have.
   *
   * @param e an expression of the code, of a type that stands for a text: a string, URI, URL or a
   *     builder of one
   * @return at most a dozen; one hole when nothing is known; none for {@code null}
   */
  public List<TextValue> of(Expr e, Code code) {
    return of(e, code, Optional.empty());
  }

  /** As {@link #of(Expr, Code)}, in a method that was called in a certain way. */
  List<TextValue> of(Expr e, Code code, Optional<Frame> from) {
    Optional<Frame> before = frame;
    if (open.isEmpty()) {
      steps = 0;
    }
    frame = from;
    try {
      return eval(e, code);
    } finally {
      frame = before;
    }
  }

  /** Evaluates a part of an expression, in the present frame. */
  List<TextValue> eval(Expr e, Code code) {
    if (open.size() >= MAX_DEPTH || steps++ > MAX_STEPS || !open.add(e)) {
      return Texts.UNKNOWN;
    }
    try {
      return Texts.distinct(compute(e, code));
    } finally {
      open.remove(e);
    }
  }

  Optional<Frame> frame() {
    return frame;
  }

  /** Marks something as being looked at; false when it is already. */
  boolean enter(Object something) {
    return open.size() < MAX_DEPTH && open.add(something);
  }

  void leave(Object something) {
    open.remove(something);
  }

  private List<TextValue> compute(Expr e, Code code) {
    if (e instanceof Expr.Literal literal) {
      return literal.is(Expr.Literal.Kind.NULL)
          ? List.of()
          : List.of(TextValue.literal(literal.value()));
    }
    if (e instanceof Expr.Binary binary) {
      return binary.operator().equals("+")
          ? Texts.concat(eval(binary.left(), code), eval(binary.right(), code))
          : Texts.UNKNOWN;
    }
    if (e instanceof Expr.Name name) {
      return variables.named(name, code);
    }
    if (e instanceof Expr.FieldAccess access) {
      return variables.field(access, code);
    }
    if (e instanceof Expr.Call call) {
      return calls.of(call, code);
    }
    if (e instanceof Expr.New creation) {
      return creation.args().isEmpty() ? List.of(TextValue.EMPTY) : created(creation, code);
    }
    return choice(e, code);
  }

  private List<TextValue> created(Expr.New creation, Code code) {
    String type = at.typer().typeOf(creation, code).name();
    int url = at.catalog().urlArgument(type, "<init>").orElse(0);
    boolean relative = type.equals("java.net.URL") && creation.args().size() == 2;
    if (relative) {
      return Texts.slash(eval(creation.args().get(0), code), eval(creation.args().get(1), code));
    }
    return url < creation.args().size() ? eval(creation.args().get(url), code) : Texts.UNKNOWN;
  }

  private List<TextValue> choice(Expr e, Code code) {
    List<TextValue> out = new ArrayList<>();
    if (e instanceof Expr.Conditional c) {
      out.addAll(eval(c.whenTrue(), code));
      out.addAll(eval(c.whenFalse(), code));
    } else if (e instanceof Expr.Cast cast) {
      out.addAll(eval(cast.operand(), code));
    } else if (e instanceof Expr.Assign assign) {
      out.addAll(eval(assign.value(), code));
    } else if (e instanceof Expr.Switch select) {
      select.cases().stream()
          .map(Case::body)
          .flatMap(List::stream)
          .forEach(s -> yielded(s, code, out));
    } else if (e instanceof Expr.Lambda lambda) {
      return lambda(lambda, code);
    } else {
      return Texts.UNKNOWN;
    }
    return out;
  }

  private void yielded(Stmt s, Code code, List<TextValue> out) {
    Nodes.walk(
        s,
        n -> {
          if (n instanceof Stmt.Yield yield) {
            out.addAll(eval(yield.value(), code));
          }
        });
  }

  private List<TextValue> lambda(Expr.Lambda lambda, Code code) {
    if (lambda.body() instanceof Expr body) {
      return eval(body, code);
    }
    return returned(lambda.body(), code);
  }

  /** What the returns in a body give, without those of lambdas inside. */
  List<TextValue> returned(Node body, Code code) {
    List<TextValue> out = new ArrayList<>();
    for (Expr value : returns(body, code)) {
      out.addAll(eval(value, code));
    }
    return out;
  }

  static List<Expr> returns(Node body, Code code) {
    List<Expr> out = new ArrayList<>();
    Nodes.walk(
        body,
        n -> {
          if (n instanceof Stmt.Return r && r.value().isPresent() && !insideLambda(n, body, code)) {
            out.add(r.value().get());
          }
        });
    return out;
  }

  private static boolean insideLambda(Node node, Node body, Code code) {
    Node inner = node;
    while (inner != body) {
      Optional<Node> parent = code.parent(inner);
      if (parent.isEmpty()) {
        return false;
      }
      inner = parent.get();
      if (inner instanceof Expr.Lambda && inner != body) {
        return true;
      }
    }
    return false;
  }

  /** Evaluates the body of a called method with its arguments. */
  List<TextValue> inside(Frame call, Code body) {
    if (!enter(body)) {
      return Texts.UNKNOWN;
    }
    Optional<Frame> before = frame;
    frame = Optional.of(call);
    try {
      return Texts.derived(returned(body.root(), body));
    } finally {
      frame = before;
      leave(body);
    }
  }

  /** Evaluates an expression in another frame than the present one. */
  List<TextValue> within(Optional<Frame> other, Expr e, Code code) {
    Optional<Frame> before = frame;
    frame = other;
    try {
      return Texts.derived(eval(e, code));
    } finally {
      frame = before;
    }
  }
}
