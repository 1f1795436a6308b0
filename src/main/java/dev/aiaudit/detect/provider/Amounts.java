package dev.aiaudit.detect.provider;

import dev.aiaudit.syntax.Expr;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Numbers and periods that expressions give: literals, constants, arithmetic, settings with their
 * defaults. Where there are several, the largest.
 */
final class Amounts {
  private static final int MAX_DEPTH = 8;

  /** Beginnings of names of calls that read a number: settings and conversions. */
  private static final List<String> WRITTEN =
      List.of(
          "get", "parse", "valueOf", "orElse", "decode", "trim", "strip", "intValue", "longValue");

  private static final Map<String, Double> SECONDS =
      Map.ofEntries(
          Map.entry("NANOSECONDS", 1e-9),
          Map.entry("MICROSECONDS", 1e-6),
          Map.entry("MILLISECONDS", 1e-3),
          Map.entry("SECONDS", 1.0),
          Map.entry("MINUTES", 60.0),
          Map.entry("HOURS", 3600.0),
          Map.entry("DAYS", 86_400.0),
          Map.entry("NANOS", 1e-9),
          Map.entry("MICROS", 1e-6),
          Map.entry("MILLIS", 1e-3));

  private final Flow flow;
  private final Texts texts;
  private int depth;

  Amounts(Basis at) {
    this.flow = new Flow(at);
    this.texts = new Texts(at, flow);
  }

  /**
   * The number that an expression gives.
   *
   * @param known values of variables that change while the code runs
   */
  Optional<Double> number(Spot spot, Map<String, Double> known) {
    if (depth >= MAX_DEPTH) {
      return Optional.empty();
    }
    depth++;
    try {
      return computed(spot, known);
    } finally {
      depth--;
    }
  }

  private Optional<Double> computed(Spot spot, Map<String, Double> known) {
    Expr e = spot.expr();
    if (e instanceof Expr.Name name && known.containsKey(name.id())) {
      return Optional.of(known.get(name.id()));
    }
    if (e instanceof Expr.Literal literal) {
      return Periods.number(literal.value());
    }
    if (e instanceof Expr.Cast cast) {
      return number(spot.at(cast.operand()), known);
    }
    if (e instanceof Expr.Unary unary) {
      Optional<Double> operand = number(spot.at(unary.operand()), known);
      return unary.operator().equals("-") ? operand.map(v -> -v) : operand;
    }
    if (e instanceof Expr.Binary binary) {
      return arithmetic(binary, spot, known);
    }
    if (e instanceof Expr.Call call) {
      Optional<Double> called = called(call, spot, known);
      if (called.isPresent()) {
        return called;
      }
    }
    return followed(spot, known);
  }

  private Optional<Double> arithmetic(Expr.Binary binary, Spot spot, Map<String, Double> known) {
    Optional<Double> left = number(spot.at(binary.left()), known);
    Optional<Double> right = number(spot.at(binary.right()), known);
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    double a = left.get();
    double b = right.get();
    return switch (binary.operator()) {
      case "+" -> Optional.of(a + b);
      case "-" -> Optional.of(a - b);
      case "*" -> Optional.of(a * b);
      case "/" -> b == 0 ? Optional.empty() : Optional.of(a / b);
      case "<<" -> b < 0 || b > 40 ? Optional.empty() : Optional.of(a * (1L << (long) b));
      default -> Optional.empty();
    };
  }

  /** {@code Math} and conversions between units. */
  private Optional<Double> called(Expr.Call call, Spot spot, Map<String, Double> known) {
    String scope = call.scope().map(Amounts::lastName).orElse("");
    List<Optional<Double>> args =
        call.args().stream().limit(2).map(a -> number(spot.at(a), known)).toList();
    if (scope.equals("Math") && call.name().equals("min")) {
      // The smaller one is no longer than the one that is known.
      return args.stream().flatMap(Optional::stream).min(Comparator.naturalOrder());
    }
    if (scope.equals("Math") && args.size() == 2 && args.stream().allMatch(Optional::isPresent)) {
      double a = args.get(0).get();
      double b = args.get(1).get();
      return switch (call.name()) {
        case "pow" -> Optional.of(Math.pow(a, b));
        case "max" -> Optional.of(Math.max(a, b));
        default -> Optional.empty();
      };
    }
    if (call.name().equals("toMillis") && args.isEmpty() && call.scope().isPresent()) {
      return period(spot.at(call.scope().get()), 1e-3).map(d -> d.toNanos() / 1e6);
    }
    return call.name().equals("toMillis") && args.size() == 1 && SECONDS.containsKey(scope)
        ? args.get(0).map(n -> n * SECONDS.get(scope) * 1000)
        : Optional.empty();
  }

  private Optional<Double> followed(Spot spot, Map<String, Double> known) {
    List<Leaf> leaves = flow.follow(spot);
    Stream<Optional<Double>> computed =
        leaves.stream()
            .filter(l -> l instanceof Leaf.Value v && v.spot().expr() != spot.expr())
            .map(l -> number(((Leaf.Value) l).spot(), known));
    Stream<Optional<Double>> written =
        leaves.stream().allMatch(Amounts::isWritten)
            ? texts.of(spot).values().stream().map(Periods::number)
            : Stream.empty();
    return Stream.concat(computed, written)
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder());
  }

  /** Whether a text that is found there is the number itself and no part of a computation. */
  private static boolean isWritten(Leaf leaf) {
    if (!(leaf instanceof Leaf.Value value)) {
      return true;
    }
    Expr e = value.spot().expr();
    return e instanceof Expr.Literal
        || e instanceof Expr.Call call && WRITTEN.stream().anyMatch(call.name()::startsWith);
  }

  /**
   * The period that an expression gives.
   *
   * @param unit seconds that a plain number counts
   */
  Optional<Duration> period(Spot spot, double unit) {
    if (depth >= MAX_DEPTH) {
      return Optional.empty();
    }
    depth++;
    try {
      return ofPeriod(spot, unit);
    } finally {
      depth--;
    }
  }

  private Optional<Duration> ofPeriod(Spot spot, double unit) {
    Expr e = spot.expr();
    if (e instanceof Expr.Call call) {
      Optional<Duration> made = made(call, spot);
      if (made.isPresent()) {
        return made;
      }
    }
    if (e instanceof Expr.FieldAccess access && access.name().equals("ZERO")) {
      return Optional.of(Duration.ZERO);
    }
    Stream<Optional<Duration>> followed =
        flow.follow(spot).stream()
            .filter(l -> l instanceof Leaf.Value v && v.spot().expr() != e)
            .map(l -> period(((Leaf.Value) l).spot(), unit));
    Optional<Duration> found = longest(followed);
    if (found.isPresent()) {
      return found;
    }
    Optional<Duration> number = number(spot, Map.of()).flatMap(n -> Periods.of(n * unit));
    return number.isPresent()
        ? number
        : longest(
            flow.follow(spot).stream().allMatch(Amounts::isWritten)
                ? texts.of(spot).values().stream().map(t -> Periods.parse(t, unit))
                : Stream.empty());
  }

  private static Optional<Duration> longest(Stream<Optional<Duration>> all) {
    return all.flatMap(Optional::stream).max(Comparator.naturalOrder());
  }

  /** {@code Duration.ofSeconds(30)}, {@code Timeout.of(30, SECONDS)}, {@code Duration.parse}. */
  private Optional<Duration> made(Expr.Call call, Spot spot) {
    if (call.args().isEmpty()) {
      return call.name().equals("build") ? built(call, spot) : Optional.empty();
    }
    Spot first = spot.at(call.args().get(0));
    if (call.name().equals("parse")) {
      return longest(texts.of(first).values().stream().map(t -> Periods.parse(t, 1)));
    }
    if (call.args().size() == 2 && (call.name().equals("of") || call.name().equals("ofDuration"))) {
      return pair(first, call.args().get(1));
    }
    String name = call.name().startsWith("of") ? call.name().substring(2) : call.name();
    String unit = name.equals("Milliseconds") ? "MILLIS" : name.toUpperCase(Locale.ROOT);
    return call.name().startsWith("of") && SECONDS.containsKey(unit)
        ? number(first, Map.of()).flatMap(n -> Periods.of(n * SECONDS.get(unit)))
        : Optional.empty();
  }

  /** {@code Timeout.builder().request(Duration).build()} of the OpenAI and Anthropic SDKs. */
  private Optional<Duration> built(Expr.Call build, Spot spot) {
    Optional<Duration> out = Optional.empty();
    for (Optional<Expr> e = build.scope(); e.isPresent(); ) {
      if (!(e.get() instanceof Expr.Call link)) {
        break;
      }
      boolean limit = link.name().equals("request") || link.name().equals("read");
      if (limit && link.args().size() == 1 && out.isEmpty()) {
        out = period(spot.at(link.args().get(0)), 1);
      }
      e = link.scope();
    }
    return out;
  }

  /** A number and a constant of {@code TimeUnit} or {@code ChronoUnit}. */
  Optional<Duration> pair(Spot number, Expr unit) {
    Double seconds = SECONDS.get(lastName(unit));
    return seconds == null
        ? Optional.empty()
        : number(number, Map.of()).flatMap(n -> Periods.of(n * seconds));
  }

  /** The simple name at the end of a name. */
  static String lastName(Expr e) {
    if (e instanceof Expr.Name name) {
      return name.id();
    }
    return e instanceof Expr.FieldAccess access ? access.name() : "";
  }
}
