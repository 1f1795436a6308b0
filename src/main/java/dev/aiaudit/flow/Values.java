package dev.aiaudit.flow;

import dev.aiaudit.model.Handling;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.resolve.Variable;
import dev.aiaudit.syntax.Case;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Stmt;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Tells what a value is to whoever asked: nothing, an apology, a useful answer without AI, another
 * provider's answer.
 */
final class Values {
  private static final Set<String> ZEROS =
      Set.of("0", "-1", "0.0", "-1.0", "0L", "0d", "0f", "0.0f");

  /** Constants that stand for no value. */
  private static final Set<String> NOTHING =
      Set.of("NONE", "EMPTY", "NULL", "UNKNOWN", "NOT_FOUND");

  private final FlowKnowledge knowledge;
  private final CallValues calls;
  private final Content content;
  private final AnswerText texts;

  Values(FlowKnowledge knowledge, ExceptionTypes exceptions) {
    this.knowledge = knowledge;
    this.calls = new CallValues(knowledge, this, exceptions);
    this.content = new Content(knowledge, this);
    this.texts = new AnswerText(knowledge.catalog());
  }

  /** Reads what called methods answer. */
  CallValues calls() {
    return calls;
  }

  /** Tells what is content of its own. */
  Content content() {
    return content;
  }

  /** How good a value is as an answer. */
  Handling of(Expr e, Situation at) {
    if (e instanceof Expr.Literal literal) {
      return literal(literal);
    }
    if (e instanceof Expr.Name name) {
      return name(name, at);
    }
    if (e instanceof Expr.Call call) {
      return calls.of(call, at);
    }
    if (e instanceof Expr.New creation) {
      return creation(creation, at);
    }
    if (e instanceof Expr.Conditional c) {
      return of(c.whenTrue(), at).worse(of(c.whenFalse(), at));
    }
    if (e instanceof Expr.Cast cast) {
      return of(cast.operand(), at);
    }
    if (e instanceof Expr.Assign assign) {
      return of(assign.value(), at);
    }
    if (e instanceof Expr.Switch choice) {
      return ofSwitch(choice, at);
    }
    return composed(e, at);
  }

  private Handling composed(Expr e, Situation at) {
    if (e instanceof Expr.Binary binary) {
      return binary.operator().equals("+") ? ofParts(List.of(binary), at) : Handling.STATIC;
    }
    if (e instanceof Expr.ArrayOf array) {
      return array.values().isEmpty() ? Handling.SWALLOW : ofParts(array.values(), at);
    }
    if (e instanceof Expr.FieldAccess access) {
      return fieldAccess(access, at);
    }
    if (e instanceof Expr.Index element) {
      return of(element.array(), at);
    }
    return e instanceof Expr.Lambda || e instanceof Expr.MethodRef
        ? Handling.UNKNOWN
        : Handling.STATIC;
  }

  private Handling fieldAccess(Expr.FieldAccess access, Situation at) {
    if (errorName(access.name())) {
      return Handling.ERROR_RESPONSE;
    }
    if (NOTHING.contains(access.name())) {
      return Handling.SWALLOW;
    }
    Optional<Variable.Field> constant =
        knowledge
            .project()
            .find(knowledge.typer().typeOf(access.scope(), at.code()))
            .flatMap(t -> knowledge.typer().members().field(access.name(), t));
    return constant.map(f -> field(f, at)).orElse(Handling.STATIC);
  }

  private Handling literal(Expr.Literal literal) {
    return switch (literal.kind()) {
      case NULL -> Handling.SWALLOW;
      case BOOLEAN -> literal.value().equals("true") ? Handling.STATIC : Handling.SWALLOW;
      case NUMBER -> ZEROS.contains(literal.value()) ? Handling.SWALLOW : Handling.STATIC;
      case CHAR -> Handling.STATIC;
      case STRING -> text(literal.value());
    };
  }

  private Handling text(String text) {
    String bare = text.strip();
    if (bare.isEmpty() || bare.equals("[]") || bare.equals("{}") || bare.equals("null")) {
      return Handling.SWALLOW;
    }
    return texts.apologises(text) ? Handling.ERROR_RESPONSE : Handling.STATIC;
  }

  private Handling name(Expr.Name name, Situation at) {
    Optional<Handling> known = at.variable(name.id());
    if (known.isPresent()) {
      return known.get();
    }
    if (at.caught().filter(name.id()::equals).isPresent()) {
      return Handling.ERROR_RESPONSE;
    }
    Optional<Variable> variable = knowledge.typer().variable(name.id(), name, at.code());
    if (variable.isPresent() && variable.get() instanceof Variable.Local local) {
      return local.decl().init().map(i -> of(i, at)).orElse(Handling.SWALLOW);
    }
    if (variable.isPresent() && variable.get() instanceof Variable.Field field) {
      return field(field, at);
    }
    return Handling.STATIC;
  }

  private Handling field(Variable.Field field, Situation at) {
    if (field.name().toLowerCase(Locale.ROOT).contains("cache")) {
      return Handling.CACHE;
    }
    boolean constant = field.decl().is(dev.aiaudit.syntax.Modifier.FINAL);
    return constant && field.code().isPresent() && at.depth() < 6
        ? of(field.decl().init().orElseThrow(), at.inside(field.code().get(), Optional.empty()))
        : Handling.STATIC;
  }

  private Handling creation(Expr.New creation, Situation at) {
    JavaType type = knowledge.typer().resolve(creation.type(), at.code());
    if (errorName(type.simpleName())) {
      return Handling.ERROR_RESPONSE;
    }
    return creation.args().isEmpty() ? Handling.SWALLOW : ofParts(creation.args(), at);
  }

  private Handling ofSwitch(Expr.Switch choice, Situation at) {
    Handling worst = Handling.STATIC;
    for (Case c : choice.cases()) {
      for (Stmt s : c.body()) {
        if (s instanceof Stmt.Yield yield) {
          worst = worst.worse(of(yield.value(), at));
        }
      }
    }
    return worst;
  }

  /**
   * A value made of others: an apology if one of them says so or shows the exception and the others
   * carry no answer, nothing if all are nothing, else as good as the best of them.
   */
  Handling ofParts(List<? extends Expr> parts, Situation at) {
    Optional<Handling> best = Optional.empty();
    boolean weak = false;
    for (Expr part : flattened(parts)) {
      if (part instanceof Expr.Lambda || part instanceof Expr.MethodRef) {
        // Code that works on the other parts.
        weak = true;
        continue;
      }
      boolean shown = at.caught().isPresent() && Conditions.mentions(part, at.caught().get());
      Handling one = shown ? Handling.ERROR_RESPONSE : of(part, at);
      if (one == Handling.ERROR_RESPONSE) {
        return content.outweighs(parts, at) ? Handling.STATIC : one;
      }
      if (one == Handling.STATIC && isWeak(part, at)) {
        weak = true;
      } else {
        best = Optional.of(best.filter(b -> b.compareTo(one) >= 0).orElse(one));
      }
    }
    return best.orElse(weak ? Handling.STATIC : Handling.SWALLOW);
  }

  /** Whether a call makes a map of keys and values. */
  static boolean isMap(Expr.Call call) {
    return call.name().equals("of")
        && call.scope().filter(s -> s instanceof Expr.Name n && n.id().equals("Map")).isPresent();
  }

  /** A map says what its values say; its keys are names. */
  Handling ofMap(Expr.Call call, Situation at) {
    List<Expr> args = call.args();
    return ofParts(
        IntStream.range(0, args.size()).filter(i -> i % 2 == 1).mapToObj(args::get).toList(), at);
  }

  /** A flag or number beside an empty list says nothing more than the list does. */
  private boolean isWeak(Expr part, Situation at) {
    if (part instanceof Expr.Literal literal) {
      return !literal.is(Expr.Literal.Kind.STRING);
    }
    JavaType type = knowledge.typer().typeOf(part, at.code());
    return WEAK.contains(type.name());
  }

  private static final Set<String> WEAK =
      Set.of(
          "int",
          "long",
          "boolean",
          "double",
          "float",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Boolean",
          "java.lang.Double",
          "java.lang.Class");

  /** The operands of a concatenation, without recursion over its left-deep tree. */
  private static List<Expr> flattened(List<? extends Expr> parts) {
    List<Expr> out = new java.util.ArrayList<>();
    java.util.Deque<Expr> open = new java.util.ArrayDeque<>(parts);
    while (!open.isEmpty()) {
      Expr e = open.pop();
      if (e instanceof Expr.Binary binary && binary.operator().equals("+")) {
        open.push(binary.right());
        open.push(binary.left());
      } else {
        out.add(e);
      }
    }
    return out;
  }

  /** Whether a name of a method, type or constant says that the value stands for an error. */
  static boolean errorName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.startsWith("err")
        || lower.startsWith("fail")
        || name.contains("Error")
        || name.contains("ERROR")
        || name.contains("Fail")
        || name.contains("FAIL")
        || name.contains("Exception")
        || name.contains("UNAVAILABLE")
        || name.contains("CANCEL")
        || lower.equals("bad")
        || lower.equals("badrequest");
  }
}
