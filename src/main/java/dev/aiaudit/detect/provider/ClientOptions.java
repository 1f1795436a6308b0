package dev.aiaudit.detect.provider;

import dev.aiaudit.catalog.Catalog;
import dev.aiaudit.configsource.ProjectConfig;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.resolve.Typer;
import dev.aiaudit.resolve.bean.InjectionPoint;
import dev.aiaudit.syntax.Expr;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the time limits and retries that code sets where the client of a request is made, or with
 * the request itself. Not safe for use by several threads.
 */
public final class ClientOptions {
  private final Basis at;
  private final Amounts amounts;
  private final ModuleBeans beans;
  private final Map<String, Found> ofBeans = new HashMap<>();

  /**
   * Options of a tree.
   *
   * @param typer types of expressions of the tree
   * @param catalog knowledge about libraries
   * @param config builds and settings of the tree
   */
  public ClientOptions(Typer typer, Catalog catalog, ProjectConfig config) {
    this.at = new Basis(typer, catalog, config);
    this.amounts = new Amounts(at);
    this.beans = new ModuleBeans(at);
  }

  /**
   * What was found.
   *
   * @param options in the order in which they were found
   * @param open types of the clients that no code of the tree makes: a framework or an unknown
   *     caller gives them
   */
  public record Found(List<ClientOption> options, List<String> open) {
    /** Copies the lists. */
    public Found {
      options = List.copyOf(options);
      open = List.copyOf(open);
    }
  }

  /**
   * The options of the client of a request and of the request.
   *
   * @param request the whole request expression
   * @param code the code around it
   */
  public Found of(Expr request, Code code) {
    OptionWalk walk = new OptionWalk(at, amounts, beans);
    walk.request(Spot.of(request, code));
    return new Found(walk.options(), walk.open());
  }

  /**
   * The options that the factory methods of the beans of a type set, as one module sees them.
   *
   * @param type full name
   * @param code code of the module
   */
  public Found ofBeans(String type, Code code) {
    return ofBeans.computeIfAbsent(
        type + " " + at.moduleOf(code),
        key -> {
          OptionWalk walk = new OptionWalk(at, amounts, beans);
          walk.beans(new InjectionPoint(JavaType.known(type), "", List.of(), code.owner()));
          return new Found(walk.options(), walk.open());
        });
  }

  /**
   * The period that an expression gives.
   *
   * @param unit seconds that a plain number counts
   */
  public Optional<Duration> period(Expr e, Code code, double unit) {
    return amounts.period(Spot.of(e, code), unit);
  }

  /** The period that a number and a constant of {@code TimeUnit} give. */
  public Optional<Duration> period(Expr number, Expr unit, Code code) {
    return amounts.pair(Spot.of(number, code), unit);
  }

  /**
   * The number that an expression gives.
   *
   * @param known values of variables that change while the code runs
   */
  public Optional<Double> number(Expr e, Code code, Map<String, Double> known) {
    return amounts.number(Spot.of(e, code), known);
  }
}
