package dev.aiaudit.trace.entry;

import dev.aiaudit.catalog.entrypoint.RoutePart;
import dev.aiaudit.catalog.entrypoint.RoutePart.Place;
import dev.aiaudit.catalog.entrypoint.RouteSpec;
import dev.aiaudit.catalog.entrypoint.RouteSpec.Form;
import dev.aiaudit.syntax.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the route of an annotated or inherited entry the way a person would. */
final class RouteText {
  private final Constants constants;
  private final Marks marks;
  private final Applications applications;

  RouteText(Constants constants, Marks marks, Applications applications) {
    this.constants = constants;
    this.marks = marks;
    this.applications = applications;
  }

  /** The route; empty when nothing is written and the pattern names no substitute. */
  Optional<String> of(RouteSpec spec, Candidate candidate) {
    if (spec.form() == Form.SCHEDULE) {
      return candidate.selector().flatMap(mark -> Schedule.of(spec, mark, constants));
    }
    if (spec.form() == Form.EVENT) {
      return event(spec, candidate);
    }
    List<String> verbs = verbs(spec, candidate);
    List<String> own = pieces(spec, candidate);
    if (own.isEmpty()) {
      own = otherwise(spec, candidate).stream().toList();
    }
    return switch (spec.form()) {
      case HTTP -> http(spec, candidate, verbs, own);
      case FIELD -> field(spec, candidate, verbs, own);
      case NONE -> verbs.isEmpty() ? Optional.empty() : Optional.of(Paths.alternatives(verbs));
      default -> {
        List<String> pieces = own.isEmpty() ? at(spec, Place.CLASS, candidate) : own;
        yield pieces.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", pieces));
      }
    };
  }

  /** The verbs and paths of a route over HTTP, each with each. */
  List<HttpRoute> requests(RouteSpec spec, Candidate candidate) {
    List<String> verbs = verbs(spec, candidate);
    List<HttpRoute> out = new ArrayList<>();
    for (String path : paths(spec, candidate, pieces(spec, candidate))) {
      for (String verb : verbs.isEmpty() ? List.of("") : verbs) {
        out.add(HttpRoute.of(verb, path));
      }
    }
    return out;
  }

  private Optional<String> http(
      RouteSpec spec, Candidate candidate, List<String> verbs, List<String> own) {
    List<String> prefixes = at(spec, Place.CLASS, candidate);
    if (verbs.isEmpty() && own.isEmpty() && prefixes.isEmpty()) {
      return Optional.empty();
    }
    if (!at(spec, Place.PARAMETER, candidate).isEmpty()) {
      return Optional.of(Paths.alternatives(own));
    }
    return Optional.of(Paths.request(verbs, paths(spec, candidate, own)));
  }

  private List<String> paths(RouteSpec spec, Candidate candidate, List<String> own) {
    List<String> prefixes = at(spec, Place.CLASS, candidate);
    String application =
        spec.at(Place.APPLICATION).stream()
            .flatMap(part -> applications.prefix(part, candidate.host()).stream())
            .findFirst()
            .orElse("");
    List<String> paths = new ArrayList<>();
    for (String prefix : prefixes.isEmpty() ? List.of("") : prefixes) {
      for (String path : own.isEmpty() ? List.of("") : own) {
        paths.add(Paths.join(application, prefix, path));
      }
    }
    return paths;
  }

  private Optional<String> field(
      RouteSpec spec, Candidate candidate, List<String> verbs, List<String> own) {
    List<String> type = verbs.isEmpty() ? at(spec, Place.CLASS, candidate) : verbs;
    if (own.isEmpty()) {
      return type.stream().findFirst();
    }
    return Optional.of(type.isEmpty() ? own.get(0) : type.get(0) + "." + own.get(0));
  }

  private Optional<String> event(RouteSpec spec, Candidate candidate) {
    List<String> written = at(spec, Place.METHOD, candidate);
    if (!written.isEmpty()) {
      return Optional.of(String.join(", ", written));
    }
    int position =
        candidate.parameter().isPresent()
            ? candidate.parameter().getAsInt()
            : spec.parameter().orElse(-1);
    var params = candidate.method().decl().params();
    return position >= 0 && position < params.size()
        ? Optional.of(params.get(position).type().simpleName())
        : Optional.empty();
  }

  private List<String> verbs(RouteSpec spec, Candidate candidate) {
    Optional<Mark> mark = candidate.selector();
    String selector = mark.map(Mark::name).orElse(candidate.method().name());
    if (spec.verbs().containsKey(selector)) {
      return List.of(spec.verbs().get(selector));
    }
    return mark.flatMap(m -> spec.verbMember().flatMap(m::member))
        .map(value -> constants.texts(value.expr(), value.at()))
        .orElse(List.of());
  }

  /** What is written on a parameter is more exact than what is written on the method. */
  private List<String> pieces(RouteSpec spec, Candidate candidate) {
    List<String> onParameter = at(spec, Place.PARAMETER, candidate);
    return onParameter.isEmpty() ? at(spec, Place.METHOD, candidate) : onParameter;
  }

  private List<String> at(RouteSpec spec, Place place, Candidate candidate) {
    for (RoutePart part : spec.at(place)) {
      for (Mark mark : carriers(part, candidate)) {
        List<String> found = written(part, mark);
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return List.of();
  }

  private List<Mark> carriers(RoutePart part, Candidate candidate) {
    if (part.annotation().isEmpty()) {
      return candidate.selector().stream().toList();
    }
    String name = part.annotation().get();
    List<Mark> all =
        switch (part.place()) {
          case METHOD -> candidate.methodMarks();
          case PARAMETER -> onParameters(candidate);
          default -> candidate.hostMarks();
        };
    return all.stream().filter(mark -> mark.name().equals(name)).toList();
  }

  private List<Mark> onParameters(Candidate candidate) {
    List<Mark> out = new ArrayList<>();
    for (int i = 0; i < candidate.method().decl().params().size(); i++) {
      out.addAll(marks.ofParameter(candidate.method(), i));
    }
    return out;
  }

  private List<String> written(RoutePart part, Mark mark) {
    for (String member : part.members()) {
      List<String> found =
          mark.member(member)
              .filter(value -> !(value.expr() instanceof Expr.Other))
              .map(value -> constants.texts(value.expr(), value.at()))
              .orElse(List.of());
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  private static Optional<String> otherwise(RouteSpec spec, Candidate candidate) {
    String method = candidate.method().name();
    String type = candidate.host().decl().name();
    return switch (spec.otherwise()) {
      case NOTHING -> Optional.empty();
      case METHOD_NAME -> Optional.of(method);
      case CLASS_NAME -> Optional.of(type);
      case CLASS_AND_METHOD_NAME -> Optional.of(type + "." + method);
    };
  }

  /** Several routes of the same entry, as of a base method with several subclasses. */
  static Optional<String> together(List<String> routes) {
    List<String> distinct = routes.stream().distinct().collect(Collectors.toList());
    return distinct.isEmpty() ? Optional.empty() : Optional.of(Paths.counted(distinct, ", "));
  }
}
