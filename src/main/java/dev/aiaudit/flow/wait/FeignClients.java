package dev.aiaudit.flow.wait;

import dev.aiaudit.configsource.ConfigValue;
import dev.aiaudit.detect.RequestSite;
import dev.aiaudit.detect.Surroundings;
import dev.aiaudit.detect.provider.ClientOptions;
import dev.aiaudit.detect.provider.Periods;
import dev.aiaudit.flow.wait.Retries.Backoff;
import dev.aiaudit.javasource.index.FileSet;
import dev.aiaudit.javasource.index.JavaIndex;
import dev.aiaudit.model.Evidence;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.ParsedFile;
import dev.aiaudit.syntax.Annotation;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Nodes;
import dev.aiaudit.syntax.Stmt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long and how often a Feign client asks: by factory methods of the class that its annotation
 * names, by those that hold for all clients, and by settings under its name, which go first.
 */
final class FeignClients {
  private static final List<String> PREFIXES =
      List.of("spring.cloud.openfeign.client.config.", "feign.client.config.");

  /** What {@code new Retryer.Default()} does. */
  private static final int ATTEMPTS = 5;

  private static final double FIRST = 0.1;
  private static final double CAP = 1;
  private static final double FACTOR = 1.5;

  private static final int MAX_FILES = 30;

  private final Surroundings at;
  private final ClientOptions options;
  private final SettingValues values;

  FeignClients(Surroundings at, ClientOptions options) {
    this.at = at;
    this.options = options;
    this.values = new SettingValues(at.config());
  }

  Budget apply(Budget budget, RequestSite site) {
    Optional<DeclaredType> client = clientOf(site);
    if (client.isEmpty()) {
      return budget;
    }
    Budget out = budget;
    for (DeclaredMethod factory : factories(client.get())) {
      for (Made made : made(factory)) {
        out = made.of("Options") ? limited(out, made) : retried(out, made);
      }
    }
    return set(out, client.get());
  }

  private Optional<DeclaredType> clientOf(RequestSite site) {
    if (!(site.node() instanceof Expr.Call call)) {
      return Optional.empty();
    }
    return at.typer().callee(call, site.code()).methods().stream()
        .map(DeclaredMethod::owner)
        .filter(t -> annotation(t).isPresent())
        .findFirst();
  }

  private static Optional<Annotation> annotation(DeclaredType type) {
    return type.decl().annotations().stream()
        .filter(a -> a.simpleName().equals("FeignClient"))
        .findFirst();
  }

  /** What a factory method makes, and by which expression. */
  private record Made(Expr.New creation, Code code) {
    boolean of(String simpleName) {
      return creation.type().simpleName().equals(simpleName);
    }
  }

  private static List<Made> made(DeclaredMethod factory) {
    List<Made> out = new ArrayList<>();
    factory
        .code()
        .ifPresent(
            code ->
                Nodes.walk(
                    code.root(),
                    n -> {
                      if (n instanceof Stmt.Return give
                          && give.value().orElse(null) instanceof Expr.New creation) {
                        out.add(new Made(creation, code));
                      }
                    }));
    return out;
  }

  /** Those of the class that the annotation names; else those that hold for all clients. */
  private List<DeclaredMethod> factories(DeclaredType client) {
    List<DeclaredMethod> own =
        annotation(client).flatMap(a -> a.member("configuration")).stream()
            .flatMap(e -> e instanceof Expr.ArrayOf all ? all.values().stream() : Stream.of(e))
            .filter(Expr.ClassLiteral.class::isInstance)
            .map(e -> at.project().names().resolve(((Expr.ClassLiteral) e).type(), client))
            .flatMap(t -> at.project().find(t).stream())
            .flatMap(FeignClients::beans)
            .toList();
    return own.isEmpty() ? general(client) : own;
  }

  private static Stream<DeclaredMethod> beans(DeclaredType type) {
    return type.methods().stream()
        .filter(m -> m.decl().annotations().stream().anyMatch(a -> a.simpleName().equals("Bean")))
        .filter(m -> List.of("Options", "Retryer").contains(m.decl().returnType().simpleName()));
  }

  private List<DeclaredMethod> general(DeclaredType client) {
    JavaIndex index = at.project().index();
    FileSet files =
        index
            .filesAnnotated("Bean")
            .intersect(index.filesAnnotated("Configuration"))
            .intersect(index.filesImportingUnder("feign"));
    String module = moduleOf(client);
    return files.stream()
        .limit(MAX_FILES)
        .filter(f -> !at.project().tree().isTest(f))
        .boxed()
        .flatMap(f -> at.project().tree().load(f).stream())
        .map(ParsedFile::types)
        .flatMap(List::stream)
        .filter(t -> at.config().modules().related(module, moduleOf(t)))
        .filter(
            t ->
                t.decl().annotations().stream()
                    .anyMatch(a -> a.simpleName().equals("Configuration")))
        .flatMap(FeignClients::beans)
        .toList();
  }

  private String moduleOf(DeclaredType type) {
    return at.config().modules().dirOf(type.file().path());
  }

  /** {@code new Request.Options(connect, unit, read, unit, ..)}, in periods, or in milliseconds. */
  private Budget limited(Budget budget, Made made) {
    List<Expr> args = made.creation().args();
    Optional<Duration> read =
        args.size() >= 4
            ? options.period(args.get(2), args.get(3), made.code())
            : args.size() >= 2
                ? options.period(args.get(1), made.code(), 1e-3)
                : Optional.of(Duration.ofSeconds(60));
    var place = Optional.of(made.code().location(made.creation()));
    return budget.withAttempt(
        read.map(r -> Limit.of(r, "read timeout of Feign's options", Evidence.DECLARED, place))
            .orElse(Limit.unknown("the read timeout of Feign's options is not known")));
  }

  /** {@code new Retryer.Default()}, or with its period, longest period and attempts. */
  private Budget retried(Budget budget, Made made) {
    if (!made.of("Default")) {
      return budget;
    }
    List<Expr> args = made.creation().args();
    boolean written = args.size() == 3;
    double first = written ? seconds(args.get(0), made).orElse(FIRST) : FIRST;
    double cap = written ? seconds(args.get(1), made).orElse(CAP) : CAP;
    int attempts =
        (written ? options.number(args.get(2), made.code(), Map.of()) : Optional.<Double>empty())
            .map(Double::intValue)
            .orElse(ATTEMPTS);
    Backoff backoff = new Backoff(first, FACTOR, cap);
    return budget.withRetries(
        new Retries(
            attempts,
            backoff.pauses(attempts),
            "Feign's Retryer",
            Evidence.DECLARED,
            Optional.of(made.code().location(made.creation()))));
  }

  private Optional<Double> seconds(Expr millis, Made made) {
    return options.period(millis, made.code(), 1e-3).map(d -> d.toMillis() / 1000.0);
  }

  private Budget set(Budget budget, DeclaredType client) {
    List<String> names = new ArrayList<>();
    for (String member : List.of("contextId", "name", "value")) {
      annotation(client)
          .flatMap(a -> a.member(member))
          .filter(e -> e instanceof Expr.Literal l && l.is(Expr.Literal.Kind.STRING))
          .ifPresent(e -> names.add(((Expr.Literal) e).value()));
    }
    names.add("default");
    for (String name : names) {
      for (String prefix : PREFIXES) {
        Optional<ConfigValue> read =
            values.value(moduleOf(client), prefix + name + ".read-timeout");
        Optional<Duration> period = read.flatMap(v -> Periods.parse(v.value(), 1e-3));
        if (period.isPresent()) {
          ConfigValue v = read.get();
          return budget.withAttempt(
              Limit.of(period.get(), v.key(), v.evidence(), Optional.of(v.location())));
        }
      }
    }
    return budget;
  }
}
