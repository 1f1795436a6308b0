package dev.aiaudit.flow.wait;

import dev.aiaudit.detect.provider.ClientOptions;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Node;
import dev.aiaudit.syntax.Nodes;
import dev.aiaudit.syntax.Stmt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How often a loop runs, and how long it sleeps between its rounds. */
final class LoopRounds {
  private static final int MAX_ROUNDS = 1_000;

  private final Stmt.Loop loop;
  private final Code code;
  private final ClientOptions amounts;
  private final List<Node> nodes;
  private final Map<String, Double> start = new HashMap<>();
  private final Map<String, Integer> steps = new HashMap<>();

  LoopRounds(Stmt.Loop loop, Code code, ClientOptions amounts) {
    this.loop = loop;
    this.code = code;
    this.amounts = amounts;
    this.nodes = RetryLoops.inLoop(loop);
    for (Node n : nodes) {
      if (n instanceof Expr.Unary u && (u.operator().equals("++") || u.operator().equals("--"))) {
        steps.put(RetryLoops.name(u.operand()), u.operator().equals("++") ? 1 : -1);
      } else if (n instanceof Expr.Assign a && Set.of("+=", "-=").contains(a.operator())) {
        steps.putIfAbsent(RetryLoops.name(a.target()), a.operator().equals("+=") ? 1 : -1);
      } else if (n instanceof Expr.Assign a && !a.operator().equals("=")) {
        start(RetryLoops.name(a.target()));
      }
    }
    steps.keySet().forEach(this::start);
  }

  /** Variables that count the rounds. */
  Set<String> changed() {
    return new LinkedHashSet<>(steps.keySet());
  }

  /** The value of a variable before the loop. */
  private void start(String name) {
    List<Expr> inits = new ArrayList<>();
    Nodes.walk(
        code.root(),
        n -> {
          if (n instanceof Stmt.Local l && l.name().equals(name)) {
            l.init().ifPresent(inits::add);
          }
        });
    if (inits.size() == 1) {
      amounts.number(inits.get(0), code, Map.of()).ifPresent(v -> start.put(name, v));
    } else if (!inits.isEmpty()) {
      loop.init().stream()
          .filter(s -> s instanceof Stmt.Local l && l.name().equals(name))
          .flatMap(s -> ((Stmt.Local) s).init().stream())
          .findFirst()
          .flatMap(i -> amounts.number(i, code, Map.of()))
          .ifPresent(v -> start.put(name, v));
    }
  }

  /** The number of rounds when all fail; empty when it cannot be told. */
  Optional<Integer> count() {
    Optional<Integer> byCondition = loop.condition().flatMap(c -> bounded(c, false));
    return byCondition.isPresent() ? byCondition : byExit();
  }

  /** {@code if (++attempt >= MAX) throw ..} */
  private Optional<Integer> byExit() {
    for (Node n : nodes) {
      if (n instanceof Stmt.If choice && leaves(choice.then())) {
        Optional<Integer> found = bounded(choice.condition(), true);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static boolean leaves(Stmt then) {
    return RetryLoops.inLoop(then).stream()
        .anyMatch(
            n ->
                n instanceof Stmt.Throw
                    || n instanceof Stmt.Return
                    || n instanceof Stmt.Jump j && !j.isContinue());
  }

  private Optional<Integer> bounded(Expr condition, boolean exit) {
    List<Node> all = new ArrayList<>();
    Nodes.walk(condition, all::add);
    for (Node n : all) {
      if (n instanceof Expr.Binary b) {
        Optional<Integer> found = compared(b, exit);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Integer> compared(Expr.Binary b, boolean exit) {
    String left = counter(b.left());
    String right = counter(b.right());
    boolean onLeft = steps.containsKey(left);
    String counter = onLeft ? left : right;
    if (!steps.containsKey(counter) || !start.containsKey(counter)) {
      return Optional.empty();
    }
    String operator = onLeft ? b.operator() : mirrored(b.operator());
    return amounts
        .number(onLeft ? b.right() : b.left(), code, Map.of())
        .flatMap(limit -> rounds(counter, operator, limit, exit));
  }

  private Optional<Integer> rounds(String counter, String operator, double limit, boolean exit) {
    double from = start.getOrDefault(counter, 0.0);
    boolean up = steps.getOrDefault(counter, 1) > 0;
    double distance = up ? limit - from : from - limit;
    boolean strict = operator.equals(up ? "<" : ">");
    boolean inclusive = operator.equals(up ? "<=" : ">=");
    // An exit is taken when the comparison holds, so that it is the other way round.
    boolean exitAt = operator.equals(up ? ">=" : "<=") || operator.equals("==");
    boolean exitBehind = operator.equals(up ? ">" : "<");
    Optional<Double> rounds = Optional.empty();
    if (exit ? exitAt : strict) {
      rounds = Optional.of(exit && from == 1 ? distance + 1 : distance);
    } else if (exit ? exitBehind : inclusive) {
      rounds = Optional.of(distance + 1);
    } else if (exit && operator.equals(up ? "<" : ">")) {
      return Optional.empty();
    }
    return rounds.filter(r -> r >= 1 && r <= MAX_ROUNDS).map(Double::intValue);
  }

  private static String mirrored(String operator) {
    return switch (operator) {
      case "<" -> ">";
      case ">" -> "<";
      case "<=" -> ">=";
      case ">=" -> "<=";
      default -> operator;
    };
  }

  private static String counter(Expr e) {
    if (e instanceof Expr.Unary u) {
      return RetryLoops.name(u.operand());
    }
    return RetryLoops.name(e);
  }

  /** All sleeps between so many rounds. */
  Duration pauses(int rounds) {
    Map<String, Double> now = new HashMap<>(start);
    Duration total = Duration.ZERO;
    for (int round = 1; round < rounds; round++) {
      total = total.plus(sleeps(now));
      step(now);
    }
    return total;
  }

  private Duration sleeps(Map<String, Double> now) {
    Duration total = Duration.ZERO;
    for (Node n : nodes) {
      if (n instanceof Expr.Call call
          && call.name().startsWith("sleep")
          && !call.args().isEmpty()) {
        total = total.plus(sleep(call, now).orElse(Duration.ZERO));
      }
    }
    return total;
  }

  private Optional<Duration> sleep(Expr.Call call, Map<String, Double> now) {
    Expr length = call.args().get(0);
    Optional<Duration> unit =
        call.scope().isPresent() && !RetryLoops.name(call.scope().get()).equals("Thread")
            ? amounts.period(length, call.scope().get(), code)
            : Optional.empty();
    return unit.isPresent()
        ? unit
        : amounts
            .number(length, code, now)
            .filter(v -> v >= 0 && v < 1e9)
            .map(v -> Duration.ofMillis(Math.round(v)))
            .or(() -> amounts.period(length, code, 1e-3));
  }

  /** What one round does to its variables. */
  private void step(Map<String, Double> now) {
    steps.forEach((name, by) -> now.computeIfPresent(name, (k, v) -> v + by));
    for (Node n : nodes) {
      if (n instanceof Expr.Assign a && a.operator().equals("*=")) {
        amounts
            .number(a.value(), code, now)
            .ifPresent(f -> now.computeIfPresent(RetryLoops.name(a.target()), (k, v) -> v * f));
      }
    }
  }
}
