package dev.aiaudit.flow;

import dev.aiaudit.model.Handling;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.resolve.Variable;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Nodes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Tells whether a condition can hold in an outage: the exception is known, and so are some
 * variables.
 */
final class Conditions {
  /** What providers answer in an outage. */
  private static final Set<Integer> OUTAGE = Set.of(500, 502, 503, 504, 520, 522, 524, 529);

  /** Whether a condition holds. */
  enum Holds {
    YES,
    NO,
    MAYBE;

    Holds not() {
      return this == YES ? NO : this == NO ? YES : MAYBE;
    }
  }

  private final FlowKnowledge knowledge;
  private final ExceptionTypes exceptions;
  private final ConfigFlags flags;

  Conditions(FlowKnowledge knowledge, ExceptionTypes exceptions) {
    this.knowledge = knowledge;
    this.exceptions = exceptions;
    this.flags = new ConfigFlags(knowledge);
  }

  Holds holds(Expr condition, Situation at) {
    if (at.isFalsy(condition)) {
      return Holds.NO;
    }
    if (condition instanceof Expr.Unary not && not.operator().equals("!")) {
      return holds(not.operand(), at).not();
    }
    if (condition instanceof Expr.Binary binary) {
      return binary(binary, at);
    }
    if (condition instanceof Expr.InstanceOf test) {
      return instance(test, at);
    }
    if (condition instanceof Expr.Call call) {
      return call(call, at);
    }
    if (condition instanceof Expr.Literal literal && literal.is(Expr.Literal.Kind.BOOLEAN)) {
      return literal.value().equals("true") ? Holds.YES : Holds.NO;
    }
    if (condition instanceof Expr.Name name) {
      Optional<Expr> value = computed(name, at);
      return value.isPresent() ? holds(value.get(), at) : flags.holds(condition, at.code());
    }
    return condition instanceof Expr.FieldAccess ? flags.holds(condition, at.code()) : Holds.MAYBE;
  }

  /** What a variable of the handler was made of, when that is the exception. */
  private Optional<Expr> computed(Expr.Name name, Situation at) {
    return at.caught().isEmpty() || at.caught().get().equals(name.id())
        ? Optional.empty()
        : knowledge
            .typer()
            .variable(name.id(), name, at.code())
            .filter(v -> v instanceof Variable.Local)
            .flatMap(v -> ((Variable.Local) v).decl().init())
            .filter(i -> aboutException(i, at, 2));
  }

  /** Whether an expression mentions the exception, or a variable that was made of it. */
  private boolean aboutException(Expr e, Situation at, int depth) {
    if (mentions(e, at.caught().orElse(""))) {
      return true;
    }
    boolean[] found = new boolean[1];
    if (depth > 0) {
      Nodes.walk(
          e,
          n ->
              found[0] |=
                  n instanceof Expr.Name name
                      && knowledge
                          .typer()
                          .variable(name.id(), name, at.code())
                          .filter(v -> v instanceof Variable.Local)
                          .flatMap(v -> ((Variable.Local) v).decl().init())
                          .filter(i -> aboutException(i, at, depth - 1))
                          .isPresent());
    }
    return found[0];
  }

  private Holds binary(Expr.Binary binary, Situation at) {
    switch (binary.operator()) {
      case "&&":
        return and(holds(binary.left(), at), holds(binary.right(), at));
      case "||":
        return and(holds(binary.left(), at).not(), holds(binary.right(), at).not()).not();
      case "==":
        return equal(binary, at);
      case "!=":
        return equal(binary, at).not();
      default:
        return ordered(binary, at);
    }
  }

  private static Holds and(Holds a, Holds b) {
    if (a == Holds.NO || b == Holds.NO) {
      return Holds.NO;
    }
    return a == Holds.YES && b == Holds.YES ? Holds.YES : Holds.MAYBE;
  }

  private Holds equal(Expr.Binary binary, Situation at) {
    if (isNull(binary.right())) {
      return emptyVariable(binary.left(), at);
    }
    if (isNull(binary.left())) {
      return emptyVariable(binary.right(), at);
    }
    OptionalInt code = number(binary.right());
    Expr other = binary.left();
    if (code.isEmpty()) {
      code = number(binary.left());
      other = binary.right();
    }
    return code.isPresent() && ofException(other, at) && isStatus(code.getAsInt())
        ? OUTAGE.contains(code.getAsInt()) ? Holds.MAYBE : Holds.NO
        : Holds.MAYBE;
  }

  private Holds ordered(Expr.Binary binary, Situation at) {
    OptionalInt code = number(binary.right());
    if (code.isEmpty() || !ofException(binary.left(), at) || !isStatus(code.getAsInt())) {
      return Holds.MAYBE;
    }
    boolean atLeast = binary.operator().startsWith(">");
    return code.getAsInt() <= 500 == atLeast
        ? Holds.YES
        : code.getAsInt() > 599 ? Holds.NO : Holds.MAYBE;
  }

  private static boolean isStatus(int code) {
    return code >= 400 && code < 600;
  }

  private static boolean isNull(Expr e) {
    return e instanceof Expr.Literal literal && literal.is(Expr.Literal.Kind.NULL);
  }

  private static OptionalInt number(Expr e) {
    if (e instanceof Expr.Literal literal && literal.is(Expr.Literal.Kind.NUMBER)) {
      try {
        return OptionalInt.of(Integer.parseInt(literal.value().replace("_", "")));
      } catch (NumberFormatException notAnInt) {
        return OptionalInt.empty();
      }
    }
    return OptionalInt.empty();
  }

  /** A variable that the failure left null or empty. */
  private Holds emptyVariable(Expr e, Situation at) {
    Optional<Handling> value =
        e instanceof Expr.Name name ? at.variable(name.id()) : Optional.empty();
    if (value.isEmpty()) {
      return Holds.MAYBE;
    }
    return value.get() == Handling.SWALLOW ? Holds.YES : Holds.NO;
  }

  private boolean ofException(Expr e, Situation at) {
    return at.caught().isPresent()
        && (mentions(e, at.caught().get())
            || e instanceof Expr.Name name && computed(name, at).isPresent());
  }

  static boolean mentions(dev.aiaudit.syntax.Node e, String name) {
    boolean[] found = new boolean[1];
    Nodes.walk(e, n -> found[0] |= n instanceof Expr.Name other && other.id().equals(name));
    return found[0];
  }

  private Holds instance(Expr.InstanceOf test, Situation at) {
    boolean direct =
        test.operand() instanceof Expr.Name name
            && at.caught().filter(name.id()::equals).isPresent();
    if (!direct || at.types().isEmpty()) {
      return Holds.MAYBE;
    }
    JavaType type = knowledge.typer().resolve(test.type(), at.code());
    List<ExceptionTypes.Match> matches =
        at.types().stream().map(t -> exceptions.match(type, t)).distinct().toList();
    if (matches.equals(List.of(ExceptionTypes.Match.ALL))) {
      return Holds.YES;
    }
    return matches.equals(List.of(ExceptionTypes.Match.NONE)) ? Holds.NO : Holds.MAYBE;
  }

  private Holds call(Expr.Call call, Situation at) {
    String name = call.name();
    if (call.scope().isPresent() && call.scope().get() instanceof Expr.Name variable) {
      Optional<Handling> value = at.variable(variable.id());
      if (value.isPresent()) {
        boolean empty = value.get() == Handling.SWALLOW;
        if (name.equals("isEmpty") || name.equals("isBlank")) {
          return empty ? Holds.YES : Holds.NO;
        }
        if (name.equals("isPresent")) {
          return empty ? Holds.NO : Holds.YES;
        }
      }
    }
    if (call.scope().filter(s -> ofException(s, at)).isPresent()) {
      return ofStatus(call);
    }
    if (call.scope().isPresent()
        && call.scope().get() instanceof Expr.Literal text
        && call.name().startsWith("equals")
        && call.args().stream().anyMatch(a -> ofException(a, at))) {
      return isAboutQuota(text.value()) ? Holds.NO : Holds.MAYBE;
    }
    Holds empty = emptyCheck(call, at);
    return empty == Holds.MAYBE ? flags.holds(call, at.code()) : empty;
  }

  private Holds ofStatus(Expr.Call call) {
    if (call.name().equals("is5xxServerError")) {
      return Holds.YES;
    }
    if (call.name().equals("is4xxClientError")) {
      return Holds.NO;
    }
    boolean looksAtText = call.name().equals("contains") || call.name().startsWith("equals");
    return looksAtText
            && call.args().size() == 1
            && call.args().get(0) instanceof Expr.Literal literal
            && isAboutQuota(literal.value())
        ? Holds.NO
        : Holds.MAYBE;
  }

  /** A client error or used-up quota, which is no outage. */
  private static boolean isAboutQuota(String written) {
    String text = written.toLowerCase(Locale.ROOT);
    return text.matches(".*\\b4\\d\\d\\b.*")
        || text.contains("rate")
        || text.contains("quota")
        || text.contains("throttl")
        || text.contains("throughput")
        || text.contains("toomanyrequests");
  }

  /**
   * {@code StringUtils.isBlank(x)}, {@code CollectionUtils.isEmpty(x)}, {@code Objects.isNull(x)}.
   */
  private Holds emptyCheck(Expr.Call call, Situation at) {
    if (call.args().size() != 1 || call.scope().isEmpty()) {
      return Holds.MAYBE;
    }
    return switch (call.name()) {
      case "isBlank", "isEmpty", "isNull" -> emptyVariable(call.args().get(0), at);
      case "hasText", "hasLength", "isNotBlank", "isNotEmpty", "nonNull" ->
          emptyVariable(call.args().get(0), at).not();
      default -> Holds.MAYBE;
    };
  }
}
