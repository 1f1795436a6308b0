package dev.aiaudit.trace.entry;

import dev.aiaudit.catalog.entrypoint.EntryPattern.Registration;
import dev.aiaudit.catalog.entrypoint.EntryTraits.Flag;
import dev.aiaudit.catalog.entrypoint.Waiting.Waits;
import dev.aiaudit.model.EntryKind;
import dev.aiaudit.model.Location;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.resolve.Typer;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.trace.EntryHit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Entries that a call makes of the code that it is given. */
final class Registrations {
  private static final Set<String> DATA =
      Set.of("java.lang.String", "java.lang.Class", "int", "long", "double", "boolean", "char");

  private final Surroundings at;
  private final Typer typer;
  private final Receivers receivers;
  private final CallRouteText routes;
  private final Controls controls;

  Registrations(Surroundings at) {
    this.at = at;
    this.typer = at.typer();
    this.receivers = new Receivers(typer, at.names(), at.hierarchy());
    this.routes = new CallRouteText(typer, at.constants());
    this.controls = new Controls(typer);
  }

  /** The entries that a call makes of an argument. */
  List<EntryHit> of(Expr call, int argument, Code code) {
    List<Expr> args;
    String name;
    if (call instanceof Expr.Call method) {
      name = method.name();
      args = method.args();
    } else if (call instanceof Expr.New creation) {
      name = "<init>";
      args = creation.args();
    } else {
      return List.of();
    }
    List<Registration> patterns = at.patterns().registrations(name);
    if (patterns.isEmpty() || argument >= args.size()) {
      return List.of();
    }
    List<EntryHit> hits = new ArrayList<>();
    for (Registration pattern : patterns) {
      if (takesCode(pattern, args.get(argument), argument, code)
          && receivers.accepts(pattern, call, code)) {
        hits.add(hit(pattern, call, args.get(argument), code));
      }
    }
    return List.copyOf(hits);
  }

  private boolean takesCode(Registration pattern, Expr argument, int position, Code code) {
    if (!pattern.entry().isEmpty()) {
      return pattern.entry().contains(position);
    }
    if (argument instanceof Expr.Lambda || argument instanceof Expr.MethodRef) {
      return true;
    }
    boolean path =
        pattern.pathArgument().isPresent() && pattern.pathArgument().getAsInt() == position;
    if (path || argument instanceof Expr.Literal || argument instanceof Expr.ClassLiteral) {
      return false;
    }
    JavaType type = typer.typeOf(argument, code);
    return !DATA.contains(type.name());
  }

  private EntryHit hit(Registration pattern, Expr call, Expr argument, Code code) {
    boolean waits =
        pattern.traits().waiting().byDefault() == Waits.YES
            || routes.waits(pattern.callRoute(), call, code);
    List<DeclaredMethod> named = handlerMethods(argument, code);
    String method = named.size() == 1 ? Labels.of(named.get(0)) : Labels.of(code);
    Location location = named.size() == 1 ? Labels.location(named.get(0)) : code.location(argument);
    return new EntryHit(
        pattern.traits().kind(),
        waits,
        method,
        routes.of(pattern.callRoute(), call, code).or(() -> control(pattern, call, code)),
        location,
        pattern.traits().is(Flag.IN_PROCESS),
        pattern.traits().is(Flag.CALLED_BY_MODEL),
        false,
        false);
  }

  /** What a person touches; without it all listeners made in one method would be one entry. */
  private Optional<String> control(Registration pattern, Expr call, Code code) {
    return pattern.traits().kind() == EntryKind.UI ? controls.of(call, code) : Optional.empty();
  }

  /** The method that a reference names; a lambda or an object is known by the code around it. */
  private List<DeclaredMethod> handlerMethods(Expr argument, Code code) {
    return argument instanceof Expr.MethodRef ref ? typer.callee(ref, code).methods() : List.of();
  }
}
